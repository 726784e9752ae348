/** The slow eigenvalue of the Klein–Kramers equation for a symmetric double well V = h (x² − 1)², m = kT = 1, by a matrix continued fraction
 *  (H. Risken, The Fokker–Planck Equation, Springer 1989, chapter 10). In Hermite polynomials of p the backward generator is −γ n on level n, with
 *  a†D − aD* between the levels, D = ∂ₓ + V′/2 and D* = −∂ₓ + V′/2 in the variables f√ρ. Level by level from the top, Sₙ = γn − λ + (n + 1) D*Sₙ₊₁⁻¹D;
 *  λ is the lowest odd eigenvalue of D*S₁⁻¹D, which depends on λ itself but little. */

import { identity, type Matrix, plus, scaled, symmetricEigenvalues, times, transpose } from "./dense.js";

/** A⁻¹ of a positive matrix by Gauss and Jordan; such matrices need no pivots. */
const inverse = (matrix: Matrix): Matrix => {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...identity(n)[i]]);
  for (let k = 0; k < n; k++) {
    const pivot = rows[k][k];
    rows[k] = rows[k].map((value) => value / pivot);
    for (let i = 0; i < n; i++) {
      const factor = rows[i][k];
      if (i !== k && factor !== 0) for (let j = k; j < 2 * n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row) => row.slice(n));
};

/** ∂ₓ + V′/2 = ∂ₓ + 2h (x³ − x) in the first `size` Hermite functions of x/width. */
const slopeMatrix = (h: number, size: number, width: number): Matrix => {
  const lower = identity(size + 4).map((row, i) => row.map((_, j) => (j === i + 1 ? Math.sqrt(j / 2) : 0)));
  const x = scaled(plus(lower, transpose(lower)), width);
  const derivative = scaled(plus(lower, scaled(transpose(lower), -1)), 1 / width);
  const half = scaled(plus(times(times(x, x), x), scaled(x, -1)), 2 * h);
  return plus(derivative, half)
    .slice(0, size)
    .map((row) => row.slice(0, size));
};

export const slowEigenvalue = (h: number, gamma: number, { size = 56, levels = 60, width = 0.25 } = {}): number => {
  const D = slopeMatrix(h, size, width);
  const across = (middle: Matrix) => times(times(transpose(D), middle), D);
  const lowest = (lambda: number): number => {
    const level = (n: number) => scaled(identity(size), gamma * n - lambda);
    let S = level(levels);
    for (let n = levels - 1; n >= 1; n--) S = plus(level(n), scaled(across(inverse(S)), n + 1));
    const odd = (_: unknown, i: number) => i % 2 === 1;
    return symmetricEigenvalues(
      across(inverse(S))
        .filter(odd)
        .map((row) => row.filter(odd)),
    )[0];
  };
  let lambda = 0;
  for (let step = 0; step < 3; step++) lambda = lowest(lambda);
  return lambda;
};
