import { breathing } from "../breath.js";
import { whole } from "../checks.js";
import { reporting } from "../progress.js";
import { stream } from "../random/stream.js";
import type { Configuration, Integrator } from "./integrator.js";
import { type Noise, recorder, replayed } from "./noise.js";
import { keep, type Path, pathOf, roomFor } from "./path.js";
import { checkBounds, checkStep } from "./stability.js";
import { begin, type StartPoint, starter } from "./start.js";

export interface TrajectoryOptions {
  readonly steps: number;
  readonly seed: string;
  /** Steps from one kept point to the next, 1 unless told. */
  readonly every?: number;
  readonly start?: StartPoint;
  /** Noise for the steps in place of what the seed would draw: a random.brownianPath, or the `noise` of a recorded trajectory. The start remains with the seed. */
  readonly noise?: Noise;
  /** Whether the random numbers of the steps are kept as `noise` of the path. */
  readonly record?: boolean;
}

/** Steps between two looks at the clock. */
const PAUSE = 4096;

/** Makes the trajectory, and pauses every few thousand steps to yield the part that is done. */
function* made<S extends Configuration>(
  integrator: Integrator<S>,
  { steps, seed, every = 1, start, noise, record = false }: TrajectoryOptions,
): Generator<number, Path> {
  whole("steps", steps);
  whole("every", every);
  const { dim } = integrator.potential;
  const general = integrator as unknown as Integrator<Configuration>;
  const root = stream(seed);
  const state = begin(integrator, starter(general, start), 1, root);
  checkStep(general, state.q);
  const h = integrator.dt / Math.max(integrator.draws, 1);
  const source = noise ? replayed(noise, dim, h, steps * integrator.draws * dim, root) : root;
  const ear = record ? recorder(source, dim, h) : undefined;
  const rng = ear?.stream ?? source;
  const kept = roomFor(state, Math.floor(steps / every) + 1);
  keep(kept, state, 0);
  for (let step = 1; step <= steps; step++) {
    integrator.step(state, rng);
    if (step % PAUSE === 0) yield step / steps;
    if (step % every !== 0) continue;
    checkBounds(state.q, step, integrator.dt);
    keep(kept, state, step / every);
  }
  return pathOf(general, kept, every * integrator.dt, ear?.recording());
}

/** One trajectory with the points in between: 1 + steps/every of them.
 *  @throws PhysicsError "parameter", "dimension", "unstable", "non-finite" */
export const trajectory = <S extends Configuration>(integrator: Integrator<S>, options: TrajectoryOptions): Path => {
  const running = made(integrator, options);
  for (let turn = running.next(); ; turn = running.next()) if (turn.done) return turn.value;
};

export interface LongTrajectoryOptions extends TrajectoryOptions {
  /** Called with the share of the steps that is done. */
  readonly progress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** The same trajectory, to the bit, for runs that take long: it gives way to the event loop every 10 ms, reports its progress and can be stopped.
 *  @throws as `trajectory`, and the reason of an aborted `signal` */
export const longTrajectory = async <S extends Configuration>(
  integrator: Integrator<S>,
  options: LongTrajectoryOptions,
): Promise<Path> => {
  const running = made(integrator, options);
  const breath = breathing(options.signal);
  const report = options.progress ?? reporting(`${options.steps} steps`);
  for (;;) {
    const turn = running.next();
    if (turn.done) {
      report(1);
      return turn.value;
    }
    const pause = breath();
    if (pause === undefined) continue;
    report(turn.value);
    await pause;
  }
};
