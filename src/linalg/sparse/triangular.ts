/** Solutions with the lower triangle R of S = RRᵀ, rows one after the other, n × n. */

/** R⁻¹ b, in place. */
export const forward = (r: Float64Array, n: number, b: Float64Array): void => {
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= r[i * n + k] * b[k];
    b[i] = sum / r[i * n + i];
  }
};

/** R⁻ᵀ b, in place. */
export const backward = (r: Float64Array, n: number, b: Float64Array): void => {
  for (let i = n - 1; i >= 0; i--) {
    const value = b[i] / r[i * n + i];
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] -= r[i * n + k] * value;
  }
};
