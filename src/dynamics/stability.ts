import { PhysicsError } from "../errors.js";
import { checkFinite } from "../potentials/checked.js";
import type { Potential } from "../potentials/potential.js";
import type { Configuration, Integrator } from "./integrator.js";
import { minimumBelow } from "./stiffness.js";

const allFinite = (q: Float64Array): boolean => {
  let sum = 0;
  for (let i = 0; i < q.length; i++) sum += Math.abs(q[i]);
  return Number.isFinite(sum);
};

/** Refuses positions that have left all bounds before a step of length dt. @throws PhysicsError "unstable" */
export const checkBounds = (q: Float64Array, step: number, dt: number): void => {
  if (allFinite(q)) return;
  throw new PhysicsError("unstable", {
    what: `A trajectory left all bounds before step ${step} (dt = ${dt})`,
    expected: "finite positions",
    remedy: `Try dt below ${Number((dt / 4).toPrecision(2))}, and a potential that confines`,
  });
};

/** Refuses a force that is not finite at places that are: the potential is singular there, and no shorter step would help.
 *  @throws PhysicsError "non-finite" that names the point */
export const checkForce = (potential: Potential, { q, force }: Configuration): void => {
  if (!allFinite(force) && allFinite(q)) checkFinite(potential, q);
};

/** Two digits, rounded down. */
const below = (x: number): number => {
  const unit = 10 ** (Math.floor(Math.log10(x)) - 1);
  return Number((Math.floor(x / unit) * unit).toPrecision(2));
};

/** What a search finds; undefined where the potential refuses the places that it tries. */
const ifDefined = <T>(search: () => T): T | undefined => {
  try {
    return search();
  } catch (error) {
    if (error instanceof PhysicsError) return undefined;
    throw error;
  }
};

/** Refuses, before any long work, a step that is too long for the well into which a start falls: small oscillations about its minimum would grow without
 *  bound, as they do for velocity Verlet where dt ω ≥ 2. Without a minimum there is nothing to say.
 *  @throws PhysicsError "unstable", "non-finite" where the potential is singular at the start */
export const checkStep = (integrator: Integrator<Configuration>, start: ArrayLike<number>): void => {
  const { dt, name, potential } = integrator;
  checkFinite(potential, Float64Array.from(start));
  const minimum = integrator.longest && ifDefined(() => minimumBelow(potential, Float64Array.from(start)));
  const limit = minimum && ifDefined(() => integrator.longest?.(minimum));
  if (limit === undefined || dt < limit) return;
  throw new PhysicsError("unstable", {
    what: `dt = ${dt} is beyond the stability of ${name} in the well at (${Array.from(minimum ?? [], (x) => Number(x.toPrecision(3))).join(", ")})`,
    expected: `dt below ${Number(limit.toPrecision(3))}, where its stiffest oscillation begins to grow without bound`,
    remedy: `Try dt below ${below(limit)}; a tenth of it is accurate`,
  });
};
