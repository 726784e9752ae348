/** hₙ(y) √g(y) for n < `levels`, a row for each y: hₙ are Hermite's polynomials, orthonormal with the weight g = exp(−y²/2)/√2π. */
export const hermiteFunctions = (levels: number, y: ArrayLike<number>): Float64Array => {
  const out = new Float64Array(levels * y.length);
  for (let j = 0; j < y.length; j++) {
    let [before, now] = [0, Math.exp(-0.25 * y[j] * y[j]) / (2 * Math.PI) ** 0.25];
    for (let n = 0; n < levels; n++) {
      out[j * levels + n] = now;
      [before, now] = [now, (y[j] * now - Math.sqrt(n) * before) / Math.sqrt(n + 1)];
    }
  }
  return out;
};
