import { counted } from "../counted.js";
import { canonical } from "../ensembles/canonical.js";
import { PhysicsError } from "../errors.js";
import type { Stream } from "../random/stream.js";
import type { Configuration, Integrator } from "./integrator.js";
import { checkForce } from "./stability.js";

/** A point of phase space. */
export interface PhasePoint {
  readonly q: ArrayLike<number>;
  readonly p: ArrayLike<number>;
}

/** Where one trajectory begins: its coordinates, to which momenta are drawn, or both. */
export type Point = ArrayLike<number> | PhasePoint;

/** Where trajectories begin: one point for all, or a rule that draws one. */
export type StartPoint = Point | ((rng: Stream) => Point);

/** The rule for the start of each trajectory. */
export type Rule = (rng: Stream) => Point;

const wrongLength = (found: number, dim: number): never => {
  throw new PhysicsError("dimension", {
    what: `The start has ${found} numbers`,
    expected: `${dim}, one for each coordinate`,
    remedy: "List a number for every coordinate, such as start: [-1]",
  });
};

/** The coordinates of a point. */
export const placeOf = (point: Point): ArrayLike<number> => ("q" in point ? point.q : point);

/** The momenta of a point, if it has any. */
export const momentaOf = (point: Point): ArrayLike<number> | undefined => ("q" in point ? point.p : undefined);

/** A point with `dim` finite coordinates, and as many momenta if it has any. @throws PhysicsError "dimension", "non-finite" */
const checked = (point: Point, dim: number): Point => {
  for (const part of [placeOf(point), momentaOf(point)]) {
    if (part === undefined) continue;
    if (part.length !== dim) wrongLength(part.length, dim);
    if (!Array.from(part).every(Number.isFinite))
      throw new PhysicsError("non-finite", {
        what: `The start is (${Array.from(part).join(", ")})`,
        expected: "finite numbers",
        remedy: "Give every coordinate a number, such as start: [-1]",
      });
  }
  return point;
};

/** Independent draws from exp(−V/kT). @throws PhysicsError "unbounded" where it has no integral, and what `canonical` throws */
const drawn = ({ potential, kT }: Integrator<Configuration>): Rule => {
  try {
    return canonical(potential, kT).sample;
  } catch (error) {
    if (!(error instanceof PhysicsError && error.fault === "unbounded")) throw error;
    throw new PhysicsError("unbounded", {
      what: "There is no start, and exp(−V/kT) has no integral, so that none can be drawn from it",
      expected: `a start of ${potential.dim} numbers, or a potential that confines`,
      remedy: "Give start: [-1], with a number for every coordinate",
    });
  }
};

/** The rule that a start stands for. Without one, trajectories begin in the canonical ensemble; in more than three dimensions it must be given.
 *  @throws PhysicsError "dimension", "non-finite", and what `canonical` throws */
export const starter = (integrator: Integrator<Configuration>, start: StartPoint | undefined): Rule => {
  const { potential, kT } = integrator;
  if (typeof start === "function") return (rng) => checked(start(rng), potential.dim);
  if (start !== undefined) {
    checked(start, potential.dim);
    return () => start;
  }
  if (potential.dim > 3 || kT === 0)
    throw new PhysicsError("parameter", {
      what:
        kT === 0
          ? `${integrator.name} has neither a start nor a temperature to draw one at`
          : `There is no start, and none is drawn from a density in ${counted(potential.dim, "coordinate")}`,
      expected: `a start of ${potential.dim} numbers`,
      remedy: "Give start: [-1], with a number for every coordinate, or start: { q: [-1], p: [0.5] }",
    });
  return drawn(integrator);
};

/** The state of `copies` trajectories, one after the other, at the points that a rule gives. @throws PhysicsError "undefined-quantity" for momenta where
 *  there are none, "non-finite" at a point where the potential is singular */
export const begin = <S extends Configuration>(
  integrator: Integrator<S>,
  rule: Rule,
  copies: number,
  rng: Stream,
): S => {
  const { dim } = integrator.potential;
  const points = Array.from({ length: copies }, () => rule(rng));
  const q = new Float64Array(copies * dim);
  for (const [i, point] of points.entries()) q.set(Array.from(placeOf(point)), i * dim);
  const state = integrator.init(q, rng);
  checkForce(integrator.potential, state);
  for (const [i, point] of points.entries()) {
    const p = momentaOf(point);
    if (p && !state.p)
      throw new PhysicsError("undefined-quantity", {
        what: `The start has momenta, and ${integrator.name} has none`,
        expected: "coordinates alone",
        remedy: "Write start: [-1], or run dynamics.langevin, which has momenta",
      });
    if (p) state.p?.set(Array.from(p), i * dim);
  }
  return state;
};
