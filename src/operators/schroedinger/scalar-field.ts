import { display } from "../../display.js";
import type { MatrixField } from "../../potentials/fields/matrix-field.js";
import { namesOf } from "../../potentials/names.js";
import type { Potential } from "../../potentials/potential.js";

/** A potential as a matrix field of one state. */
export const scalarField = (potential: Potential): MatrixField => {
  const { dim } = potential;
  const point = new Float64Array(dim);
  return {
    dim,
    states: 1,
    real: true,
    variables: namesOf(potential).coordinates,
    interval: potential.domain ?? [-5, 5],
    value: (q, out) => {
      for (let r = 0; r * dim < q.length; r++) {
        for (let n = 0; n < dim; n++) point[n] = q[r * dim + n];
        out.re[r] = potential.energy(point);
      }
      return out;
    },
    gradient: (q, out) => {
      potential.force(q, out.re.subarray(0, q.length));
      for (let i = 0; i < q.length; i++) out.re[i] = -out.re[i];
      return out;
    },
    [display]: () => ({ "text/plain": "a potential as a matrix field of one state" }),
  };
};
