import { canonical } from "../ensembles/canonical.js";
import { PhysicsError } from "../errors.js";
import type { Stream } from "../random/stream.js";
import type { Configuration, Integrator } from "./integrator.js";

/** Where trajectories begin: one point for all, or a rule that draws one. */
export type StartPoint = ArrayLike<number> | ((rng: Stream) => ArrayLike<number>);

const wrongLength = (found: number, dim: number): never => {
  throw new PhysicsError("dimension", {
    what: `The start has ${found} numbers`,
    expected: `${dim}, one for each coordinate`,
    remedy: "List a number for every coordinate, such as start: [-1]",
  });
};

/** The rule that a start stands for. Without one, trajectories on a line begin in the canonical ensemble; in more dimensions it must be given.
 *  @throws PhysicsError "dimension", and what `canonical` throws */
export const starter = (
  integrator: Integrator<Configuration>,
  start: StartPoint | undefined,
): ((rng: Stream) => ArrayLike<number>) => {
  const { potential, kT } = integrator;
  if (typeof start === "function") return start;
  if (start !== undefined)
    return start.length === potential.dim ? () => start : wrongLength(start.length, potential.dim);
  const { sample } = potential.dim === 1 ? canonical(potential, kT) : wrongLength(0, potential.dim);
  return (rng) => [sample(rng)];
};

/** Positions of `copies` trajectories, one after the other. */
export const scatter = (
  rule: (rng: Stream) => ArrayLike<number>,
  copies: number,
  dim: number,
  rng: Stream,
): Float64Array => {
  const q = new Float64Array(copies * dim);
  for (let i = 0; i < copies; i++) q.set(Array.from(rule(rng)), i * dim);
  return q;
};
