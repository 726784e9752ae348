import { whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Potential } from "../potential.js";
import { showPlain } from "../show/show.js";
import { emptyFrame, framing } from "./frame.js";
import type { MatrixField } from "./matrix-field.js";

/** An eigenvalue of a field as a potential. */
export interface Surface extends Potential, Displayable {
  readonly variables: readonly string[];
  readonly field: MatrixField;
  readonly level: number;
}

/** Refuses a level that a field has not. @throws PhysicsError "parameter" */
export const levelOf = ({ states }: MatrixField, level: number): number => {
  whole("the level", level, 0);
  if (level < states) return level;
  throw new PhysicsError("parameter", {
    what: `The level is ${level}`,
    expected: `a number from 0, the lowest, to ${states - 1}, the highest of ${states} states`,
    remedy: "Choose level 0 for the ground state",
  });
};

/** Eigenvalues nearer to each other than this part of their size cannot be told apart. */
const SAME = 1e-13;

const degenerate = (level: number, other: number, q: Float64Array, names: readonly string[]): never => {
  const at = names.map((name, i) => `${name} = ${q[i]}`).join(", ");
  throw new PhysicsError("undefined-quantity", {
    what: `The levels ${Math.min(level, other)} and ${Math.max(level, other)} meet at ${at}`,
    expected: "a gap, without which the slope of a single level is not defined",
    remedy: "Keep away from this point, or run dynamics.ehrenfest, which needs no single level",
  });
};

/** The Born–Oppenheimer surface λ_level(q) of a field, V Ψ = λ Ψ, with the force of Hellmann and Feynman, F = −⟨Ψ, ∂V/∂q Ψ⟩.
 *  @throws PhysicsError "parameter" for a level that is not there; from `force` "undefined-quantity" at a point where the level meets another one */
export const surface = (field: MatrixField, level = 0): Surface => {
  levelOf(field, level);
  const { dim, states, variables } = field;
  const frame = emptyFrame(field);
  const look = framing(field);
  const gapless = (q: Float64Array): void => {
    const { values } = frame;
    const scale = SAME * Math.max(Math.abs(values[0]), Math.abs(values[states - 1]));
    for (const other of [level - 1, level + 1])
      if (Math.abs(values[other] - values[level]) <= scale) degenerate(level, other, q, variables);
  };
  const made: Surface = {
    dim,
    variables,
    field,
    level,
    energy: (q) => {
      const point = q.length === dim ? q : q.subarray(0, dim);
      if (field.levels) field.levels(point, frame.values);
      else look(point, frame);
      return frame.values[level];
    },
    force: (q, out) => {
      for (let from = 0; from < q.length; from += dim) {
        const point = q.subarray(from, from + dim);
        look(point, frame);
        gapless(point);
        for (let k = 0; k < dim; k++) out[from + k] = -frame.slopes.re[(k * states + level) * states + level];
      }
      return out;
    },
    [display]: () => showPlain(made, `eigenvalue ${level} of a ${states} × ${states} matrix`, variables),
  };
  return made;
};
