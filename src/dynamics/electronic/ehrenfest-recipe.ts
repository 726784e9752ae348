import { emptyFrame, framing } from "../../potentials/fields/frame.js";
import type { ExpressionField } from "../../potentials/fields/matrix.js";
import type { MatrixField } from "../../potentials/fields/matrix-field.js";
import { stream } from "../../random/stream.js";
import type { EhrenfestRecipe } from "../ensemble/recipe.js";
import { placeOf } from "../start.js";
import { piecesFor, scheduleOf } from "./beats.js";
import { type Electrons, normalised } from "./electrons.js";
import type { Weighed } from "./molecule.js";

/** What decides the steps beside the molecule. */
interface Steps {
  readonly dt: number;
  readonly kT: number;
  readonly stages: readonly number[];
  readonly substeps: number | undefined;
  readonly begin: Electrons;
}

/** Starts that are drawn to count pieces. */
const TRIED = 16;

const isFormulas = (field: MatrixField): field is ExpressionField => "entries" in field;

/** Two real states of formulas as a recipe for lanes; undefined for other fields. */
export const ehrenfestRecipe = (
  { field, mass, hbar }: Weighed,
  { dt, kT, stages, substeps, begin }: Steps,
): EhrenfestRecipe | undefined => {
  if (!isFormulas(field) || !field.real || field.states !== 2) return undefined;
  const [look, frame] = [framing(field), emptyFrame(field)];
  return {
    kind: "ehrenfest",
    ...{ field, mass, hbar, kT, dt },
    watched: substeps === undefined,
    scheduleFor: (rule) => {
      const rng = stream("places where beats are counted");
      const frequencies = Array.from({ length: substeps === undefined ? TRIED : 0 }, () => {
        look(Float64Array.from(placeOf(rule(rng))), frame);
        return (frame.values[1] - frame.values[0]) / hbar;
      });
      return scheduleOf(stages, substeps ?? piecesFor(Math.max(...frequencies), dt));
    },
    spin: (q, rng) => {
      look(q, frame);
      const c = normalised(begin(frame, rng));
      const w = frame.vectors.re;
      const [a, b, x, y] = [0, 1].flatMap((i) => [
        w[i] * c.re[0] + w[2 + i] * c.re[1],
        w[i] * c.im[0] + w[2 + i] * c.im[1],
      ]);
      return [2 * (a * x + b * y), 2 * (a * y - b * x), a * a + b * b - x * x - y * y];
    },
  };
};
