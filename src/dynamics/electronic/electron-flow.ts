/** The motion of electrons in nuclei held fast: iħ φ̇ = V φ, ṗ = −⟨φ, V′φ⟩, solved exactly in the eigenvectors of V. */

import type { Frame } from "../../potentials/fields/matrix-field.js";

/** Room for amplitudes between and at the ends of a flow. */
interface Amplitudes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** sin u/u. */
const sinc = (u: number): number => (Math.abs(u) < 1e-3 ? 1 - (u * u) / 6 + (u * u * u * u) / 120 : Math.sin(u) / u);

/** c_j = ⟨Ψ_j, φ⟩ for the φ that begins at `from`. */
export const inFrame = (
  { vectors, values }: Frame,
  re: Float64Array,
  im: Float64Array,
  from: number,
  c: Amplitudes,
) => {
  const d = values.length;
  const real = vectors.im.length === 0;
  for (let j = 0; j < d; j++) {
    let [x, y] = [0, 0];
    for (let a = 0; a < d; a++) {
      const u = vectors.re[j * d + a];
      x += u * re[from + a];
      y += u * im[from + a];
      if (real) continue;
      const v = vectors.im[j * d + a];
      x += v * im[from + a];
      y -= v * re[from + a];
    }
    c.re[j] = x;
    c.im[j] = y;
  }
};

/** φ = Σ_j c_j Ψ_j, put down at `from`. */
export const outOfFrame = (
  { vectors, values }: Frame,
  c: Amplitudes,
  re: Float64Array,
  im: Float64Array,
  from: number,
): void => {
  const d = values.length;
  const real = vectors.im.length === 0;
  for (let a = 0; a < d; a++) {
    let [x, y] = [0, 0];
    for (let j = 0; j < d; j++) {
      const u = vectors.re[j * d + a];
      x += u * c.re[j];
      y += u * c.im[j];
      if (real) continue;
      const v = vectors.im[j * d + a];
      x -= v * c.im[j];
      y += v * c.re[j];
    }
    re[from + a] = x;
    im[from + a] = y;
  }
};

/** c_j ← c_j e^{−iλ_j h/2ħ}, half of the way. */
export const turnHalf = ({ values }: Frame, c: Amplitudes, h: number, hbar: number): void => {
  for (let j = 0; j < values.length; j++) {
    const angle = (-0.5 * h * values[j]) / hbar;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const x = c.re[j];
    c.re[j] = cos * x - sin * c.im[j];
    c.im[j] = sin * x + cos * c.im[j];
  }
};

/** The mean of ⟨φ, ∂V/∂q_k φ⟩ over the flow, from the amplitudes z half of the way:
 *  Σ_ij sinc(h(λ_i − λ_j)/2ħ) Re(z̄_i z_j ⟨Ψ_i, ∂V/∂q_k Ψ_j⟩). */
export const meanSlope = ({ values, slopes }: Frame, z: Amplitudes, k: number, h: number, hbar: number): number => {
  const d = values.length;
  const real = slopes.im.length === 0;
  let sum = 0;
  for (let i = 0; i < d; i++) {
    const at = k * d * d + i * d;
    sum += (z.re[i] * z.re[i] + z.im[i] * z.im[i]) * slopes.re[at + i];
    for (let j = i + 1; j < d; j++) {
      const weight = 2 * sinc((0.5 * h * (values[i] - values[j])) / hbar);
      let term = (z.re[i] * z.re[j] + z.im[i] * z.im[j]) * slopes.re[at + j];
      if (!real) term -= (z.re[i] * z.im[j] - z.im[i] * z.re[j]) * slopes.im[at + j];
      sum += weight * term;
    }
  }
  return sum;
};

/** Moves the amplitudes c in a frame on by a time h, and the momenta that begin at `from` by p_k ← p_k − ∫⟨φ, ∂V/∂q_k φ⟩ dt. */
export const electronFlow = (
  frame: Frame,
  c: Amplitudes,
  p: Float64Array,
  from: number,
  dim: number,
  h: number,
  hbar: number,
): void => {
  turnHalf(frame, c, h, hbar);
  for (let k = 0; k < dim; k++) p[from + k] -= h * meanSlope(frame, c, k, h, hbar);
  turnHalf(frame, c, h, hbar);
};
