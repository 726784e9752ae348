import type { Grid } from "../../grids/grid.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { transformOf } from "../../linalg/fourier.js";

/** ħk of the plane waves of an axis, in the order of the transform: 2πħ/L times 0, 1, …, −2, −1. */
export const momentaOf = (grid: Grid, axis: number, hbar: number): Float64Array => {
  const { cells, from, to } = grid.axes[axis];
  return Float64Array.from(
    { length: cells },
    (_, n) => (2 * Math.PI * hbar * (n < cells / 2 ? n : n - cells)) / (to - from),
  );
};

/** Multiplies a wave by a function of the momentum along one axis: F⁻¹ diag(factor) F on every line of every state, where F is the discrete Fourier transform. */
export const multiplierAlong = (grid: Grid, axis: number, factor: Complexes): ((psi: Complexes) => void) => {
  const { cells } = grid.axes[axis];
  const stride = grid.strides[axis];
  const transform = transformOf(cells);
  const [re, im] = [new Float64Array(cells), new Float64Array(cells)];
  const [fr, fi] = [factor.re.map((x) => x / cells), factor.im.map((x) => x / cells)];
  const along = (psi: Complexes, base: number): void => {
    for (let n = 0; n < cells; n++) {
      re[n] = psi.re[base + n * stride];
      im[n] = psi.im[base + n * stride];
    }
    transform(re, im);
    for (let n = 0; n < cells; n++) {
      const x = re[n] * fr[n] - im[n] * fi[n];
      im[n] = re[n] * fi[n] + im[n] * fr[n];
      re[n] = x;
    }
    transform(im, re);
    for (let n = 0; n < cells; n++) {
      psi.re[base + n * stride] = re[n];
      psi.im[base + n * stride] = im[n];
    }
  };
  return (psi) => {
    for (let block = 0; block < psi.re.length; block += stride * cells)
      for (let offset = 0; offset < stride; offset++) along(psi, block + offset);
  };
};
