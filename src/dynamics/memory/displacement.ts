import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import type { Potential } from "../../potentials/potential.js";

/** s(X), what of a heavy particle a bath feels: A numbers at each point, one point after the other. */
export interface Displacement {
  readonly count: number;
  /** sₐ at every point, into `out`. */
  values(q: Float64Array, out: Float64Array): Float64Array;
  /** fₙ ← fₙ + Σₐ Iₐ ∂sₐ/∂Xₙ at every point, for the impulses or forces I that belong to s. */
  pull(q: Float64Array, impulses: Float64Array, out: Float64Array): void;
}

/** s(X) = X. */
const coordinates = (dim: number): Displacement => ({
  count: dim,
  values: (q, out) => {
    out.set(q);
    return out;
  },
  pull: (_, impulses, out) => {
    for (let i = 0; i < out.length; i++) out[i] += impulses[i];
  },
});

/** s from scalar fields, whose slopes are −force. */
const fields = (list: readonly Potential[], dim: number): Displacement => {
  const count = list.length;
  const [point, slope] = [new Float64Array(dim), new Float64Array(dim)];
  return {
    count,
    values: (q, out) => {
      for (let i = 0, k = 0; i < q.length; i += dim, k += count) {
        for (let n = 0; n < dim; n++) point[n] = q[i + n];
        for (let a = 0; a < count; a++) out[k + a] = list[a].energy(point);
      }
      return out;
    },
    pull: (q, impulses, out) => {
      for (let i = 0, k = 0; i < q.length; i += dim, k += count) {
        for (let n = 0; n < dim; n++) point[n] = q[i + n];
        for (let a = 0; a < count; a++) {
          list[a].force(point, slope);
          for (let n = 0; n < dim; n++) out[i + n] -= impulses[k + a] * slope[n];
        }
      }
    },
  };
};

/** Writes how far s has moved from where it was felt last, and feels it anew. */
export const move = (displacement: Displacement, q: Float64Array, felt: Float64Array, jumps: Float64Array): void => {
  displacement.values(q, jumps);
  for (let i = 0; i < jumps.length; i++) {
    const now = jumps[i];
    jumps[i] = now - felt[i];
    felt[i] = now;
  }
};

/** What a bath feels of `dim` coordinates: the coordinates, or given functions of them, as many as it has couplings for. @throws PhysicsError "dimension" */
export const displacementOf = (dim: number, feels: number, given: readonly Potential[] | undefined): Displacement => {
  const wrong = given?.find((field) => field.dim !== dim);
  if (wrong)
    throw new PhysicsError("dimension", {
      what: `A displacement is a function of ${counted(wrong.dim, "coordinate")}`,
      expected: `${dim}, those of the potential`,
      remedy: 'List its variables, such as potentials.expression("sin(x)", {}, { variables: ["x", "y"] })',
    });
  const found = given ? fields(given, dim) : coordinates(dim);
  if (found.count === feels) return found;
  throw new PhysicsError("dimension", {
    what: `The bath has couplings to ${counted(feels, "displacement")}, and there are ${found.count}`,
    expected: "as many: the coordinates of the potential, or the functions in displacements",
    remedy:
      "Write a row of couplings for each oscillator, or displacements: [s] with a potential s(X) for each number in a row",
  });
};
