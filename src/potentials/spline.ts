import { finite } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { cubicSpline } from "../linalg/cubic-spline.js";
import type { Potential } from "./potential.js";
import { showPlain } from "./show/show.js";

/** A tabulated potential on a line. */
export interface SplinePotential extends Potential, Displayable {
  /** The first and the last knot, outside which there is no potential. */
  readonly domain: readonly [number, number];
  /** V″ at the first point of `q`, into `out`. */
  hessian(q: Float64Array, out: Float64Array): Float64Array;
}

const refuse = (fault: "parameter" | "dimension", what: string, expected: string, remedy: string): never => {
  throw new PhysicsError(fault, { what, expected, remedy });
};

const checkTable = (x: Float64Array, V: Float64Array): void => {
  if (x.length !== V.length)
    refuse(
      "dimension",
      `There are ${x.length} knots and ${V.length} values`,
      "as many of each",
      "Give each knot a value",
    );
  if (x.length < 2) refuse("dimension", `The table has ${x.length} knots`, "two or more", "Tabulate V at more places");
  for (const [i, knot] of x.entries()) {
    finite(`x[${i}]`, knot);
    finite(`V[${i}]`, V[i]);
    if (i > 0 && !(knot > x[i - 1]))
      refuse(
        "parameter",
        `x[${i}] is ${knot}, after ${x[i - 1]}`,
        "knots that rise",
        "Sort the table by x, and name each place once",
      );
  }
};

const outside = (x: number, from: number, to: number): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `V at x = ${x} is asked for, which is outside the table`,
    expected: `x between ${from} and ${to}`,
    remedy: "Tabulate V further out, or start nearer and try a shorter dt",
  });
};

/** V(x) by the cubic spline through the table (xᵢ, Vᵢ): natural (V″ = 0 at its ends), or clamped with the `slopes` V′ at the first and last knot. Ensembles
 *  see hard walls at the ends of the table. @throws PhysicsError "parameter" for knots that do not rise or values that are not finite, "dimension"; from
 *  energy and force "undefined-quantity" outside the table */
export const spline = (
  x: ArrayLike<number>,
  V: ArrayLike<number>,
  { slopes }: { readonly slopes?: readonly [number, number] } = {},
): SplinePotential => {
  const [knots, values] = [Float64Array.from(x), Float64Array.from(V)];
  checkTable(knots, values);
  for (const slope of slopes ?? []) finite("an end's slope", slope);
  const curve = cubicSpline(knots, values, slopes);
  const [from, to] = [knots[0], knots[knots.length - 1]];
  const inside = (at: number) => (at >= from && at <= to ? at : outside(at, from, to));
  const made: SplinePotential = {
    dim: 1,
    domain: [from, to],
    energy: (q) => curve.value(inside(q[0])),
    force: (q, out) => {
      for (let i = 0; i < q.length; i++) out[i] = -curve.slope(inside(q[i]));
      return out;
    },
    hessian: (q, out) => {
      out[0] = curve.second(inside(q[0]));
      return out;
    },
    [display]: () =>
      showPlain(made, `${slopes ? "clamped" : "natural"} cubic spline through ${knots.length} knots`, ["x"]),
  };
  return made;
};
