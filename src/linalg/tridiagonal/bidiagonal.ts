/** Small singular values and vectors of a bidiagonal matrix to high relative accuracy. [fernando-parlett-1994] */

/** B has m rows and m + 1 columns: left[i] stands at (i, i), right[i] at (i, i + 1). */
export interface Bidiagonal {
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** BBᵀ = L D Lᵀ with unit lower bidiagonal L; found without a subtraction, so that every entry keeps its relative accuracy. */
const factor = ({ left, right }: Bidiagonal): { d: Float64Array; l: Float64Array } => {
  const m = left.length;
  const d = new Float64Array(m);
  const l = new Float64Array(m - 1);
  let t = left[0] * left[0];
  for (let i = 0; i < m; i++) {
    d[i] = t + right[i] * right[i];
    if (i === m - 1) break;
    l[i] = (right[i] * left[i + 1]) / d[i];
    t = (left[i + 1] * left[i + 1] * t) / d[i];
  }
  return { d, l };
};

/** A pivot, or in place of 0 a number too small to matter that can be divided by. */
const nonzero = (pivot: number, scale: number): number => (pivot === 0 ? -1e-40 * scale : pivot);

/** How many eigenvalues of L D Lᵀ lie below `shift`: the negative pivots of L D Lᵀ − shift. */
const below = (d: Float64Array, l: Float64Array, shift: number): number => {
  let count = 0;
  let s = -shift;
  for (let i = 0; i < d.length; i++) {
    const pivot = nonzero(s + d[i], d[i]);
    if (pivot < 0) count++;
    if (i < l.length) s = (s / pivot) * l[i] * l[i] * d[i] - shift;
  }
  return count;
};

/** Eigenvalue number k (from 0) of L D Lᵀ, by bisection on the count, to the last bits. */
const eigenvalue = (d: Float64Array, l: Float64Array, k: number): number => {
  let high = d[0];
  while (below(d, l, high) <= k) high *= 2;
  let low = high;
  while (below(d, l, low) > k && low > 1e-300) [high, low] = [low, low / 16];
  for (let step = 0; step < 60 && high - low > 2e-16 * high; step++) {
    const middle = 0.5 * (low + high);
    if (below(d, l, middle) > k) high = middle;
    else low = middle;
  }
  return 0.5 * (low + high);
};

/** The eigenvector of L D Lᵀ at an eigenvalue: elimination from both ends, joined where the two leave the smallest remainder. */
const eigenvector = (d: Float64Array, l: Float64Array, value: number): Float64Array => {
  const m = d.length;
  const down = new Float64Array(m);
  const up = new Float64Array(m);
  const s = new Float64Array(m);
  s[0] = -value;
  for (let i = 0; i < m - 1; i++) {
    const pivot = nonzero(s[i] + d[i], d[i]);
    down[i] = (d[i] * l[i]) / pivot;
    s[i + 1] = s[i] * (l[i] * down[i]) - value;
  }
  let p = d[m - 1] - value;
  let best = m - 1;
  let least = Math.abs(s[m - 1] + p + value);
  for (let i = m - 2; i >= 0; i--) {
    const pivot = nonzero(d[i] * l[i] * l[i] + p, d[i]);
    up[i] = (d[i] * l[i]) / pivot;
    p = (d[i] / pivot) * p - value;
    const gamma = Math.abs(s[i] + p + value);
    if (gamma < least) [least, best] = [gamma, i];
  }
  const z = new Float64Array(m);
  z[best] = 1;
  for (let i = best - 1; i >= 0; i--) z[i] = -down[i] * z[i + 1];
  for (let i = best; i < m - 1; i++) z[i + 1] = -up[i] * z[i];
  const norm = Math.sqrt(z.reduce((sum, part) => sum + part * part, 0));
  return z.map((part) => part / norm);
};

export interface SingularTriplets {
  /** σ², growing. */
  readonly squares: Float64Array;
  /** Unit vectors with B right = σ left, of length m + 1. */
  readonly right: readonly Float64Array[];
  /** Unit vectors with Bᵀ left = σ right, of length m. */
  readonly left: readonly Float64Array[];
}

/** The `count` smallest σ² > 0 of B and their right singular vectors Bᵀ u / σ. */
export const smallestSingular = (matrix: Bidiagonal, count: number): SingularTriplets => {
  const { d, l } = factor(matrix);
  const squares = Float64Array.from({ length: count }, (_, k) => eigenvalue(d, l, k));
  const left = Array.from(squares, (square) => eigenvector(d, l, square));
  const right = left.map((u, k) => {
    const sigma = Math.sqrt(squares[k]);
    const m = u.length;
    return Float64Array.from({ length: m + 1 }, (_, i) => {
      const own = i < m ? matrix.left[i] * u[i] : 0;
      const before = i > 0 ? matrix.right[i - 1] * u[i - 1] : 0;
      return (own + before) / sigma;
    });
  });
  return { squares, right, left };
};
