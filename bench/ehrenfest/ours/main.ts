/** Our side, through the public face of the built library. */

import { dynamics, potentials } from "liouville";
import { type Prepare, serve } from "../../core/ours/serve.js";

interface Parameters {
  readonly trajectories: number;
  readonly steps: number;
  readonly dt: number;
  readonly mass: number;
  readonly q: number;
  readonly p: number;
  /** Momenta of the starts lie evenly on [p, p + spread]. */
  readonly spread: number;
}

/** The means of p, of the upper population and of the change of energy at the end, and the number of trajectories. */
const ensemble: Prepare<Parameters> = ({ trajectories, steps, dt, mass, q, p, spread }) => {
  const integrator = dynamics.ehrenfest({ field: potentials.tully(1), mass: [mass] }, dt);
  const observe = { p: "p", up: "P_1", energy: `p^2/${2 * mass} + potential` };
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return async () => {
    let next = 0;
    // Some starts are tried before the run: those of the trajectories follow one another, and each k comes once.
    const start = () => ({ q: [q], p: [p + (spread * ((next++ % trajectories) + 0.5)) / trajectories] });
    const run = await dynamics.ensemble(integrator, {
      ...{ trajectories, steps, every: steps, threads: 1, seed: "bench", progress: () => undefined },
      ...{ observe, start },
    });
    const [before, after] = run.energy.course.mean;
    return [mean(run.p.values), mean(run.up.values), after! - before!, trajectories];
  };
};

await serve({ ensemble });
