/** The normal distribution, by a series and a continued fraction that share nothing with the library. */

/** P(X ≤ x) for a standard normal X: ½ + φ(x) Σ x^(2k+1)/(1·3·5…), for |x| ≤ 6. */
export const normalCdf = (x: number): number => {
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
};

/** √n times the largest distance between the distribution of samples and a given one: above 1.95 with a probability of 1e-3, above 2.5 with 7e-6. */
export const kolmogorov = (samples: Float64Array, cdf: (x: number) => number): number => {
  const sorted = samples.slice().sort();
  const n = sorted.length;
  const distance = sorted.reduce(
    (most, x, i) => Math.max(most, Math.abs(cdf(x) - i / n), Math.abs(cdf(x) - (i + 1) / n)),
    0,
  );
  return Math.sqrt(n) * distance;
};
