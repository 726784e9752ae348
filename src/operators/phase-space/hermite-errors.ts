import { bilinear, type Complexes, mapped } from "../../linalg/dense/complexes.js";
import type { HermiteOperator } from "./hermite-operator.js";
import type { PhaseMode } from "./phase-modes.js";

/** The estimate below has been found from 7 times too small to 30 times too large: this much is added to be safe. */
const SAFETY = 8;

/** How much an eigenvalue would move if a rim were taken away: lᵀ𝓛r between the inside of the left mode and the rim of the right one. What is missing beyond
 *  the rim moves it less. */
const moved = (operator: HermiteOperator, vector: Complexes, rimOf: (c: Float64Array) => Float64Array): number => {
  const rim = mapped(vector, rimOf);
  const inside = {
    re: vector.re.map((value, i) => value - rim.re[i]),
    im: vector.im.map((value, i) => value - rim.im[i]),
  };
  const left = mapped(inside, operator.reverse);
  const pushed = mapped(rim, (part) => {
    const out = new Float64Array(operator.size);
    operator.apply(part, out);
    return out;
  });
  return Math.hypot(...bilinear(left, pushed)) / Math.hypot(...bilinear(left, inside));
};

export interface HermiteErrors {
  /** By the levels, largest relative to the eigenvalue. */
  readonly levels: number;
  /** By the waves, largest relative to the eigenvalue. */
  readonly waves: number;
  /** Of each eigenvalue, absolute. */
  readonly each: readonly number[];
}

/** How far the eigenvalues may be off, as the ladder and the waves come to an end. */
export const hermiteErrors = (operator: HermiteOperator, modes: readonly PhaseMode[]): HermiteErrors => {
  const rows = modes.map(({ vector, rate, frequency, residual }) => {
    const size = Math.hypot(rate, frequency);
    const [levels, waves] = operator.rims.map((rim) => (size === 0 ? 0 : SAFETY * moved(operator, vector, rim)));
    return { levels: levels / (size || 1), waves: waves / (size || 1), each: levels + waves + residual * size };
  });
  return {
    levels: Math.max(...rows.map(({ levels }) => levels)),
    waves: Math.max(...rows.map(({ waves }) => waves)),
    each: rows.map(({ each }) => each),
  };
};
