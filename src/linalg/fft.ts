/** Swaps the elements of a pair of arrays whose indices are each other's bits read backwards. */
const reverse = (re: Float64Array, im: Float64Array): void => {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j], re[i]];
    [im[i], im[j]] = [im[j], im[i]];
  }
};

/** xⱼ ← Σₖ xₖ exp(−2πi jk/n) in place, for one n; `re` and `im` are the parts of x. With the two exchanged it is n times the inverse. */
export type Transform = (re: Float64Array, im: Float64Array) => void;

/** The transform of n numbers, n a power of 2, by halving n again and again. */
export const halving = (n: number): Transform => {
  const cos = Float64Array.from({ length: n / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / n));
  const sin = Float64Array.from({ length: n / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / n));
  return (re, im) => {
    reverse(re, im);
    for (let half = 1; half < n; half *= 2) {
      const stride = n / (2 * half);
      for (let start = 0; start < n; start += 2 * half)
        for (let k = 0; k < half; k++) {
          const i = start + k;
          const j = i + half;
          const c = cos[k * stride];
          const s = sin[k * stride];
          const x = re[j] * c - im[j] * s;
          const y = re[j] * s + im[j] * c;
          re[j] = re[i] - x;
          im[j] = im[i] - y;
          re[i] += x;
          im[i] += y;
        }
    }
  };
};

/** The transform of as many numbers as there are, a power of 2. */
export const fft: Transform = (re, im) => halving(re.length)(re, im);

/** Σᵢ aᵢ bᵢ₊ₖ for the lags k = 0 … lags − 1, what lies beyond an end counting as 0; by a transform of both series at once. */
export const lagProducts = (a: ArrayLike<number>, b: ArrayLike<number>, lags: number): Float64Array => {
  const n = 2 ** Math.ceil(Math.log2(Math.max(a.length, b.length) + lags));
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  re.set(a);
  im.set(b);
  fft(re, im);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const k = (n - j) % n;
    // The transforms A = (Z + Z̄′)/2 and B = (Z − Z̄′)/2i of the two series; their product Ā B is that of the lags.
    const [ar, ai] = [0.5 * (re[j] + re[k]), 0.5 * (im[j] - im[k])];
    const [br, bi] = [0.5 * (im[j] + im[k]), -0.5 * (re[j] - re[k])];
    x[j] = ar * br + ai * bi;
    y[j] = -(ar * bi - ai * br);
  }
  // The inverse transform is the conjugate of the transform of the conjugate.
  fft(x, y);
  return x.subarray(0, lags).map((value) => value / n);
};
