import type { Complexes } from "../../linalg/dense/complexes.js";
import type { Frame, MatrixField } from "../../potentials/fields/matrix-field.js";
import { levelOf } from "../../potentials/fields/surface.js";
import type { Stream } from "../../random/stream.js";

/** How electrons begin: amplitudes c_j of the eigenvectors at the place of the nuclei, of any length; they are normalised afterwards. */
export type Electrons = (frame: Frame, rng: Stream) => Complexes;

/** All in one level. @throws PhysicsError "parameter" */
export const inLevel = (field: MatrixField, level: number): Electrons => {
  levelOf(field, level);
  return ({ values }) => ({
    re: Float64Array.from(values, (_, j) => Number(j === level)),
    im: new Float64Array(values.length),
  });
};

/** c/|c|, in place. */
export const normalised = (c: Complexes): Complexes => {
  const size = Math.hypot(...c.re, ...c.im);
  for (let j = 0; j < c.re.length; j++) {
    c.re[j] /= size;
    c.im[j] /= size;
  }
  return c;
};
