/** A chain of cells with jumps between neighbours, in detailed balance. */

import type { Bidiagonal } from "../linalg/bidiagonal.js";
import type { Tridiagonal } from "../linalg/tridiagonal.js";

export interface Chain {
  /** Jump rate from cell i to cell i + 1. */
  readonly right: Float64Array;
  /** Jump rate from cell i + 1 to cell i. */
  readonly left: Float64Array;
  /** Probability of each cell in equilibrium; it sums to 1. */
  readonly weight: Float64Array;
}

/** The chain of a reduced potential V/kT at cells Δx apart, with rates D/Δx² · g. */
export const chainOf = (reduced: Float64Array, diffusion: number, g: (u: number) => number): Chain => {
  const edges = reduced.length - 1;
  const floor = reduced.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const weight = reduced.map((value) => Math.exp(floor - value));
  const total = weight.reduce((sum, value) => sum + value, 0);
  const rate = (from: number, to: number) => diffusion * g(reduced[to] - reduced[from]);
  return {
    right: Float64Array.from({ length: edges }, (_, i) => rate(i, i + 1)),
    left: Float64Array.from({ length: edges }, (_, i) => rate(i + 1, i)),
    weight: weight.map((value) => value / total),
  };
};

/** The matrix of dP/dt = 𝓛P; every column sums to 0. */
export const matrixOf = ({ right, left }: Chain): Tridiagonal => {
  const cells = right.length + 1;
  const diagonal = new Float64Array(cells);
  for (let i = 0; i < cells - 1; i++) {
    diagonal[i] -= right[i];
    diagonal[i + 1] -= left[i];
  }
  return { lower: right, diagonal, upper: left };
};

/** B with −𝓛 similar to BᵀB: row i is the flux over edge i in the variables P/√weight, √left at cell i + 1 against √right at cell i. */
export const fluxOf = ({ right, left }: Chain): Bidiagonal => ({
  left: right.map((rate) => -Math.sqrt(rate)),
  right: left.map((rate) => Math.sqrt(rate)),
});
