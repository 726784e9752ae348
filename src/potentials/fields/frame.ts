/** The adiabatic picture of a field at one place: V Ψ_j = λ_j Ψ_j. */

import type { Complexes } from "../../linalg/dense/complexes.js";
import { hermitianEigen } from "../../linalg/dense/hermitian-eigen.js";
import { type Frame, type MatrixField, roomFor } from "./matrix-field.js";

/** A frame to be filled. */
export const emptyFrame = (field: MatrixField): Frame => ({
  values: new Float64Array(field.states),
  vectors: roomFor(field, 1),
  slopes: roomFor(field, field.dim),
});

/** The eigenpairs of a real symmetric 2 × 2 matrix, whose angle is half of that of (V₁₁ − V₂₂, 2V₁₂). */
const twoStates = ({ re }: Complexes, { values, vectors }: Frame): void => {
  const [mean, half, off] = [0.5 * (re[0] + re[3]), 0.5 * (re[0] - re[3]), re[1]];
  const size = Math.hypot(half, off);
  values[0] = mean - size;
  values[1] = mean + size;
  const wide = Math.sqrt(0.5 * (1 + Math.abs(half) / (size || 1)));
  const narrow = (size > 0 ? off / size : 0) / (2 * wide);
  // (wide, narrow) belongs to the upper value where V₁₁ is the larger one.
  const [a, b] = half >= 0 ? [wide, narrow] : [narrow, wide];
  vectors.re[0] = -b;
  vectors.re[1] = a;
  vectors.re[2] = a;
  vectors.re[3] = b;
};

/** C ← C + sign A Bᵀ for n × n matrices. */
const addOuter = (c: Float64Array, a: Float64Array, b: Float64Array, n: number, sign = 1): void => {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k] * b[j * n + k];
      c[i * n + j] += sign * sum;
    }
};

/** ⟨Ψ_i, G Ψ_j⟩ into `out`: with rows Ψ_i of W, first Tᵀ = W Gᵀ, then W̄ T. */
const between = ({ re, im }: Complexes, g: Complexes, out: Complexes, n: number): void => {
  const [x, y] = [new Float64Array(n * n), new Float64Array(im.length)];
  out.re.fill(0);
  addOuter(x, re, g.re, n);
  if (im.length > 0) {
    addOuter(x, im, g.im, n, -1);
    addOuter(y, re, g.im, n);
    addOuter(y, im, g.re, n);
    out.im.fill(0);
    addOuter(out.re, im, y, n);
    addOuter(out.im, re, y, n);
    addOuter(out.im, im, x, n, -1);
  }
  addOuter(out.re, re, x, n);
};

/** The same for two real states, which is where time is spent most often. */
const betweenTwo = ({ re: w }: Complexes, { re: g }: Complexes, { re: out }: Complexes): void => {
  for (let i = 0; i < 2; i++)
    for (let j = 0; j < 2; j++)
      out[2 * i + j] =
        w[2 * i] * (g[0] * w[2 * j] + g[1] * w[2 * j + 1]) + w[2 * i + 1] * (g[2] * w[2 * j] + g[3] * w[2 * j + 1]);
};

/** What fills frames of a field; `q` is one point. */
export const framing = (field: MatrixField): ((q: Float64Array, frame: Frame) => void) => {
  if (field.frame) return field.frame;
  const { dim, states, real } = field;
  const [value, gradient] = [roomFor(field, 1), roomFor(field, dim)];
  const two = states === 2 && real;
  const size = states * states;
  const part = (all: Complexes, k: number): Complexes => ({
    re: all.re.subarray(k * size, (k + 1) * size),
    im: real ? all.im : all.im.subarray(k * size, (k + 1) * size),
  });
  const parts = Array.from({ length: dim }, (_, k) => part(gradient, k));
  return (q, frame) => {
    field.value(q, value);
    field.gradient(q, gradient);
    if (two) twoStates(value, frame);
    else {
      const { values, vectors } = hermitianEigen(value, states);
      frame.values.set(values);
      frame.vectors.re.set(vectors.re);
      frame.vectors.im.set(vectors.im);
    }
    for (const [k, slope] of parts.entries()) {
      const out = dim === 1 ? frame.slopes : part(frame.slopes, k);
      if (two) betweenTwo(frame.vectors, slope, out);
      else between(frame.vectors, slope, out, states);
    }
  };
};
