import { positive } from "../checks.js";
import { type ExpressionPotential, expression } from "./expression.js";

/** V(x) = k (x − a)²/2, one well of stiffness k > 0 about a. @throws PhysicsError "parameter" */
export const harmonic = ({ k, a = 0 }: { readonly k: number; readonly a?: number }): ExpressionPotential =>
  a === 0 ? expression("k*x^2/2", { k: positive("k", k) }) : expression("k*(x - a)^2/2", { k: positive("k", k), a });

/** V(x) = h ((x/a)² − 1)², wells of depth h > 0 at ±a behind a barrier at 0. @throws PhysicsError "parameter" */
export const doubleWell = ({ h, a = 1 }: { readonly h: number; readonly a?: number }): ExpressionPotential =>
  a === 1
    ? expression("h*(x^2 - 1)^2", { h: positive("h", h) })
    : expression("h*((x/a)^2 - 1)^2", { h: positive("h", h), a: positive("a", a) });
