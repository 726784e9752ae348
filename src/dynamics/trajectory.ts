import { whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { stream } from "../random/stream.js";
import type { Configuration, Integrator } from "./integrator.js";
import { namesOf } from "./observable.js";
import { checkBounds, checkStep } from "./stability.js";
import { begin, placeOf, type StartPoint, starter } from "./start.js";

/** One trajectory, at equal times. */
export interface Path extends Displayable {
  readonly name: string;
  readonly t: Float64Array;
  /** Coordinates and, where there are any, momenta, by name: x, p. */
  readonly columns: Readonly<Record<string, Float64Array>>;
}

export interface TrajectoryOptions {
  readonly steps: number;
  readonly seed: string;
  /** Steps from one kept point to the next, 1 unless told. */
  readonly every?: number;
  readonly start?: StartPoint;
}

/** One trajectory with the points in between: 1 + steps/every of them. @throws PhysicsError "parameter", "dimension", "unstable" */
export const trajectory = <S extends Configuration>(integrator: Integrator<S>, options: TrajectoryOptions): Path => {
  const { steps, seed, every = 1, start } = options;
  whole("steps", steps);
  whole("every", every);
  const rng = stream(seed);
  const { dim } = integrator.potential;
  const rule = starter(integrator as unknown as Integrator<Configuration>, start);
  checkStep(integrator as unknown as Integrator<Configuration>, placeOf(rule(stream(seed))));
  const state = begin(integrator, rule, 1, rng);
  const { coordinates, momenta = [] } = namesOf(integrator);
  const points = Math.floor(steps / every) + 1;
  const kept = [...coordinates, ...(state.p ? momenta : [])].map((name) => [name, new Float64Array(points)] as const);
  const keep = (k: number) => {
    for (const [i, [, values]] of kept.entries()) values[k] = i < dim ? state.q[i] : (state.p?.[i - dim] ?? Number.NaN);
  };
  keep(0);
  for (let step = 1; step <= steps; step++) {
    integrator.step(state, rng);
    if (step % every !== 0) continue;
    checkBounds(state.q, step, integrator.dt);
    keep(step / every);
  }
  const t = Float64Array.from({ length: points }, (_, i) => i * every * integrator.dt);
  return {
    name: integrator.name,
    t,
    columns: Object.fromEntries(kept),
    [display]: () => ({
      "text/plain": `${integrator.name}: ${points} points to t = ${t[points - 1].toPrecision(4)}, of ${kept.map(([name]) => name).join(", ")}`,
    }),
  };
};
