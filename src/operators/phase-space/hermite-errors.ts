import { bilinear, type Complexes, mapped } from "../../linalg/dense/complexes.js";
import type { HermiteOperator } from "./hermite-operator.js";
import type { PhaseMode } from "./phase-modes.js";

/** What the estimate below is multiplied by. On its own it was 5 times too small to 180 times too large in 59 modes of double wells on 20 to 34 waves, γ from 0.3 to 20,
 *  against 72 waves, and 3000 times too small in one, mode 2 on 20 waves at γ = 20. It does not see the kink that a force at the end of x makes of the mirrored wave: in an oscillator
 *  cut at V = 17 kT it was 17 to 240 times too small, for errors of 1e-8 to 2e-5 of the eigenvalue, which fell with the square of the waves. */
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
