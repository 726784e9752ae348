import { PhysicsError } from "../../errors.js";

export interface Eigensystem {
  /** Eigenvalues, falling. */
  readonly values: Float64Array;
  /** Unit eigenvectors in the same order. */
  readonly vectors: readonly Float64Array[];
}

const unfinished = (): never => {
  throw new PhysicsError("not-converged", {
    what: "The eigenvalues of a small symmetric matrix did not settle",
    expected: "finite entries",
    remedy: "Look for infinite or tiny values in the potential",
  });
};

/** One sweep of the implicitly shifted QL method over rows l to m, with the rotations applied to the rows of `z`. */
const sweep = (d: Float64Array, e: Float64Array, z: readonly Float64Array[], l: number, m: number): void => {
  const half = (d[l + 1] - d[l]) / (2 * e[l]);
  let g = d[m] - d[l] + e[l] / (half + Math.sign(half || 1) * Math.hypot(half, 1));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const [f, b] = [s * e[i], c * e[i]];
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    const shifted = d[i + 1] - p;
    const t = (d[i] - shifted) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = shifted + p;
    g = c * t - b;
    const [low, high] = [z[i], z[i + 1]];
    for (let k = 0; k < low.length; k++) {
      const kept = high[k];
      high[k] = s * low[k] + c * kept;
      low[k] = c * low[k] - s * kept;
    }
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
};

/** The part of the largest entry below which another one is nothing: products with it may have lost their digits. */
const NOTHING = 1e-140;

/** All eigenvalues and eigenvectors of the symmetric matrix with this diagonal and, beside it, `off`. @throws PhysicsError "not-converged" */
export const symmetricTridiagonal = (diagonal: ArrayLike<number>, off: ArrayLike<number>): Eigensystem => {
  const n = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(n);
  for (let i = 0; i < n - 1; i++) e[i] = off[i];
  // The power of two next below the largest entry, so that no square is too small or too large for a number.
  const unit = 2 ** Math.floor(Math.log2(Math.max(...d.map(Math.abs), ...e.map(Math.abs)) || 1));
  for (let i = 0; i < n; i++) [d[i], e[i]] = [d[i] / unit, e[i] / unit];
  const z = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1));
  for (let l = 0; l < n; l++)
    for (let tries = 0; ; tries++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]) > 1.2e-16 * (Math.abs(d[m]) + Math.abs(d[m + 1])) + NOTHING) m++;
      if (m === l) break;
      if (tries === 60) unfinished();
      sweep(d, e, z, l, m);
    }
  const falling = Array.from(d.keys()).sort((i, j) => d[j] - d[i]);
  return { values: Float64Array.from(falling, (i) => unit * d[i]), vectors: falling.map((i) => z[i]) };
};
