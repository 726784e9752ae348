/** H = Qᵀ A Q with zeros below the first subdiagonal, for a real n × n matrix, rows one after the other, by Householder's reflections. */

/** The unit vector w on rows from `k` + 1 on for which 1 − 2wwᵀ leaves of column k its first entry alone; undefined where nothing is to be done. */
const reflector = (h: Float64Array, n: number, k: number): Float64Array | undefined => {
  const w = new Float64Array(n);
  let rest = 0;
  for (let i = k + 1; i < n; i++) {
    w[i] = h[i * n + k];
    if (i > k + 1) rest += w[i] * w[i];
  }
  // Squares below this have lost their digits, and what they belong to is far below rounding.
  if (rest < 1e-280) return undefined;
  const norm = Math.sqrt(rest + w[k + 1] * w[k + 1]);
  w[k + 1] += w[k + 1] < 0 ? -norm : norm;
  const size = Math.sqrt(rest + w[k + 1] * w[k + 1]);
  return w.map((value) => value / size);
};

/** A ← (1 − 2wwᵀ) A, or A (1 − 2wwᵀ), for the part of w from `from` on. */
const reflect = (a: Float64Array, n: number, w: Float64Array, from: number, side: "left" | "right"): void => {
  const [along, across] = side === "left" ? [n, 1] : [1, n];
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = from; i < n; i++) sum += w[i] * a[i * along + j * across];
    for (let i = from; i < n; i++) a[i * along + j * across] -= 2 * sum * w[i];
  }
};

export const hessenberg = (matrix: Float64Array, n: number): { readonly h: Float64Array; readonly q: Float64Array } => {
  const h = matrix.slice();
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = 0; k < n - 2; k++) {
    const w = reflector(h, n, k);
    if (w) {
      reflect(h, n, w, k + 1, "left");
      reflect(h, n, w, k + 1, "right");
      reflect(q, n, w, k + 1, "right");
    }
    for (let i = k + 2; i < n; i++) h[i * n + k] = 0;
  }
  return { h, q };
};
