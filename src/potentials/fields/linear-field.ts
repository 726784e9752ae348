import { display } from "../../display.js";
import type { FieldUnits, MatrixField } from "./matrix-field.js";
import { showField } from "./show-field.js";

/** What a field with linear couplings is made of: V(q) = ½ Σ_k K_k q_k² + V⁰ + Σ_k q_k C^k with real symmetric d × d matrices, row by row. */
export interface LinearParts {
  readonly states: number;
  /** K_k, energy over length². */
  readonly stiffness: Float64Array;
  /** V⁰. */
  readonly constant: Float64Array;
  /** C^k of coordinate k at [k d², (k + 1) d²). */
  readonly slopes: Float64Array;
  readonly variables: readonly string[];
  readonly interval: readonly [number, number];
  readonly units?: FieldUnits;
  /** V in LaTeX, and the values of what stands in it. */
  readonly tex: string;
  readonly values: string;
}

/** The field of harmonic surfaces with one stiffness, split and coupled linearly in the coordinates. */
export const linearField = (parts: LinearParts): MatrixField => {
  const { states, stiffness, constant, slopes, variables, interval, units, tex, values } = parts;
  const [dim, size] = [variables.length, states * states];
  const value: MatrixField["value"] = (q, out) => {
    for (let from = 0, r = 0; from < q.length; from += dim, r += size) {
      let common = 0;
      for (let k = 0; k < dim; k++) common += 0.5 * stiffness[k] * q[from + k] ** 2;
      for (let at = 0; at < size; at++) {
        let sum = constant[at];
        for (let k = 0; k < dim; k++) sum += q[from + k] * slopes[k * size + at];
        out.re[r + at] = at % (states + 1) === 0 ? sum + common : sum;
      }
    }
    return out;
  };
  const gradient: MatrixField["gradient"] = (q, out) => {
    for (let i = 0, r = 0; i < q.length; i++, r += size) {
      const k = i % dim;
      for (let at = 0; at < size; at++)
        out.re[r + at] = slopes[k * size + at] + (at % (states + 1) === 0 ? stiffness[k] * q[i] : 0);
    }
    return out;
  };
  const field: MatrixField = {
    ...{ dim, states, real: true, variables, interval, value, gradient },
    ...(units && { units }),
    [display]: () => showField(field, tex, values),
  };
  return field;
};
