import type { Rule } from "./gauss-legendre.js";

/** The Hermite polynomials h₀ … hₙ that are orthonormal under the normal density, at x: √k hₖ = x hₖ₋₁ − √(k − 1) hₖ₋₂. */
const hermite = (n: number, x: number): Float64Array => {
  const h = new Float64Array(n + 1);
  h[0] = 1;
  for (let k = 1; k <= n; k++) h[k] = (x * h[k - 1] - (k > 1 ? Math.sqrt(k - 1) * h[k - 2] : 0)) / Math.sqrt(k);
  return h;
};

/** The n-point rule for averages over a normal number, exact for polynomials of degree 2n − 1: nodes are the roots of hₙ, found by bisection; weights
 *  1/Σ hₖ(x)² over k < n. */
export const gaussHermite = (n: number): Rule => {
  const last = (x: number) => hermite(n, x)[n];
  const [edge, pieces] = [Math.sqrt(4 * n + 2), 40 * n + 1];
  const place = (i: number) => edge * ((2 * i) / pieces - 1);
  const nodes: number[] = [];
  for (let i = 0; i < pieces; i++) {
    let [left, right] = [place(i), place(i + 1)];
    const sign = Math.sign(last(left));
    if (sign === Math.sign(last(right))) continue;
    for (let step = 0; step < 60; step++) {
      const middle = 0.5 * (left + right);
      if (Math.sign(last(middle)) === sign) left = middle;
      else right = middle;
    }
    nodes.push(0.5 * (left + right));
  }
  const weights = nodes.map((x) => 1 / hermite(n - 1, x).reduce((sum, h) => sum + h * h, 0));
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) };
};
