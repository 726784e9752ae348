import type { Grid } from "../../grids/grid.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { emptyFrame, framing } from "../../potentials/fields/frame.js";
import type { MatrixField } from "../../potentials/fields/matrix-field.js";

/** Eigenpairs of V at every cell of a grid. */
export interface AdiabaticGrid {
  /** λⱼ, rising with j, at [j size + cell]. */
  readonly values: Float64Array;
  /** Component i of Ψⱼ at [(j d + i) size + cell], with any phase; imaginary parts are all there. */
  readonly vectors: Complexes;
}

/** The eigenpairs of a field at the cells of a grid. */
export const adiabaticOn = (field: MatrixField, { size, dim, points }: Grid): AdiabaticGrid => {
  const { states } = field;
  const entries = states * states;
  const values = new Float64Array(states * size);
  const vectors = { re: new Float64Array(entries * size), im: new Float64Array(entries * size) };
  const [fill, frame] = [framing(field), emptyFrame(field)];
  for (let cell = 0; cell < size; cell++) {
    fill(points.subarray(cell * dim, (cell + 1) * dim), frame);
    for (let j = 0; j < states; j++) values[j * size + cell] = frame.values[j];
    for (let k = 0; k < entries; k++) {
      vectors.re[k * size + cell] = frame.vectors.re[k];
      vectors.im[k * size + cell] = frame.vectors.im[k] ?? 0;
    }
  }
  return { values, vectors };
};
