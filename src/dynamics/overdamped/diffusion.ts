import { positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { sweep } from "../../expressions/compile.js";
import { differentiate } from "../../expressions/differentiate.js";
import { parse } from "../../expressions/parse.js";
import type { Potential } from "../../potentials/potential.js";
import { namesOf } from "../ensemble/observable.js";

/** D, a length² over a time: a number; a formula in the coordinates and the parameters of the potential; or functions of the coordinates that give D and its
 *  gradient, one number on a line. */
export type Diffusion =
  | number
  | string
  | {
      value(...point: number[]): number;
      gradient(...point: number[]): number | ArrayLike<number>;
    };

/** How dq = (D/kT) F dt + √(2D) dW is read where D depends on q: with α ∇D added to the drift of the Itô equation, α = 0 (Itô), ½ (Stratonovich) or 1
 *  (Hänggi–Klimontovich, isothermal). The stationary density is D^(α−1) exp(−V/kT). */
export const interpretations = { ito: 0, stratonovich: 0.5, klimontovich: 1 } as const;

export type Interpretation = keyof typeof interpretations;

/** D and its gradient at every copy. */
export interface Field {
  readonly constant?: number;
  /** D of each copy, into `out`. @throws PhysicsError "parameter" where it is not above 0 */
  value(q: Float64Array, out: Float64Array): Float64Array;
  gradient(q: Float64Array, out: Float64Array): Float64Array;
}

const none = new Float64Array(0);

const checked =
  (dim: number, value: (q: Float64Array, out: Float64Array) => Float64Array): Field["value"] =>
  (q, out) => {
    value(q, out);
    for (let k = 0; k < out.length; k++) {
      if (out[k] > 0) continue;
      const place = Array.from(q.subarray(k * dim, (k + 1) * dim), (x) => Number(x.toPrecision(4)));
      // A trajectory that has left all bounds is not the fault of D.
      if (!place.every(Number.isFinite)) continue;
      throw new PhysicsError("parameter", {
        what: `D is ${Number(out[k].toPrecision(4))} at (${place.join(", ")})`,
        expected: "D above 0 wherever a trajectory comes",
        remedy: 'Choose a D that stays positive, such as "0.5 + x^2", or a shorter dt if only long steps come here',
      });
    }
    return out;
  };

/** The field that a D stands for. @throws PhysicsError "parameter", "expression" */
export const fieldOf = (
  D: Diffusion,
  potential: Potential & { readonly parameters?: Readonly<Record<string, number>> },
): Field => {
  const { dim, parameters = {} } = potential;
  if (typeof D === "number")
    return { constant: positive("D", D), value: (_, out) => out.fill(D), gradient: (_, out) => out.fill(0) };
  if (typeof D === "string") {
    const names = { ...namesOf({ potential }), momenta: [], parameters };
    const tree = parse(D);
    const value = sweep([tree], names);
    const gradient = sweep(
      names.coordinates.map((name) => differentiate(tree, name)),
      names,
    );
    return { value: checked(dim, (q, out) => value(q, none, out)), gradient: (q, out) => gradient(q, none, out) };
  }
  const everywhere = (q: Float64Array, visit: (point: number[], r: number) => void) => {
    for (let r = 0; r < q.length; r += dim) visit(Array.from(q.subarray(r, r + dim)), r);
  };
  const each = (q: Float64Array, out: Float64Array) => {
    everywhere(q, (point, r) => {
      out[r / dim] = D.value(...point);
    });
    return out;
  };
  return {
    value: checked(dim, each),
    gradient: (q, out) => {
      everywhere(q, (point, r) => {
        const slope = D.gradient(...point);
        out.set(typeof slope === "number" ? [slope] : Array.from(slope), r);
      });
      return out;
    },
  };
};
