import type { Potential } from "../potential.js";

/** ∂²V/∂qᵢ∂qⱼ at one point, row by row. */
export type Hessian = (q: Float64Array, out: Float64Array) => Float64Array;

/** −½(∂Fᵢ/∂qⱼ + ∂Fⱼ/∂qᵢ) by central differences of the force. */
const byDifferences =
  (potential: Potential): Hessian =>
  (q, out) => {
    const n = potential.dim;
    const [above, below] = [new Float64Array(n), new Float64Array(n)];
    out.fill(0);
    for (let j = 0; j < n; j++) {
      const h = 1e-5 * (1 + Math.abs(q[j]));
      const at = (step: number) => q.map((x, k) => (k === j ? x + step : x));
      potential.force(at(h), above);
      potential.force(at(-h), below);
      for (let i = 0; i < n; i++) {
        const half = (below[i] - above[i]) / (4 * h);
        out[i * n + j] += half;
        out[j * n + i] += half;
      }
    }
    return out;
  };

/** The Hessian of a potential: its own where it has one, otherwise by differences of its force. */
export const hessianOf = (potential: Potential & { readonly hessian?: Hessian }): Hessian =>
  potential.hessian ?? byDifferences(potential);
