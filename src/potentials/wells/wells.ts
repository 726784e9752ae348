import { finite, positive } from "../../checks.js";
import { type ExpressionPotential, expression } from "../expression.js";

/** V(x) = g x⁴/4 + k x²/2, g > 0; k < 0 makes two wells, at ±√(−k/g). @throws PhysicsError "parameter" */
export const quartic = ({ g, k = 0 }: { readonly g: number; readonly k?: number }): ExpressionPotential =>
  finite("k", k) === 0
    ? expression("g*x^4/4", { g: positive("g", g) })
    : expression("g*x^4/4 + k*x^2/2", { g: positive("g", g), k });

/** V(x) = h ((x/a)² − 1)², wells of depth h > 0 at ±a behind a barrier at 0. @throws PhysicsError "parameter" */
export const doubleWell = ({ h, a = 1 }: { readonly h: number; readonly a?: number }): ExpressionPotential =>
  a === 1
    ? expression("h*(x^2 - 1)^2", { h: positive("h", h) })
    : expression("h*((x/a)^2 - 1)^2", { h: positive("h", h), a: positive("a", a) });

/** V(x) = h ((x/a)² − 1)² + tilt x: a tilt > 0 makes the left well the deeper one, by about 2 a tilt; beyond 8h/(3√3 a) there is one well.
 *  @throws PhysicsError "parameter" */
export const tiltedWell = ({
  h,
  tilt,
  a = 1,
}: {
  readonly h: number;
  readonly tilt: number;
  readonly a?: number;
}): ExpressionPotential => {
  const given = { h: positive("h", h), tilt: finite("tilt", tilt) };
  return a === 1
    ? expression("h*(x^2 - 1)^2 + tilt*x", given)
    : expression("h*((x/a)^2 - 1)^2 + tilt*x", { ...given, a: positive("a", a) });
};
