/** Overdamped dynamics, dq = (D/kT) F dt + √(2D) dW. */

import { oneOf, positive } from "../checks.js";
import type { Potential } from "../potentials/potential.js";
import { cited } from "../references.js";
import type { Configuration, Flow, Integrator } from "./integrator.js";
import { stiffness } from "./stiffness.js";

/** kT is an energy, D a length² over a time. */
export interface BrownianBath {
  readonly kT: number;
  readonly D: number;
}

/** Positions, forces, and the noise of the step before. */
export interface BrownianState extends Configuration {
  readonly noise: Float64Array;
}

/** q ← q + (D/kT) F dt + √(2D dt) ξ. The stationary density is off by O(dt). [maruyama-1955] */
const eulerMaruyama =
  (mobility: number, width: number): Flow<BrownianState> =>
  ({ q, force }, rng) => {
    for (let i = 0; i < q.length; i++) q[i] += mobility * force[i] + width * rng.normal();
  };

/** q ← q + (D/kT) F dt + √(2D dt) (ξ + ξ′)/2, ξ′ from the step before. The stationary density is off by O(dt²). [leimkuhler-matthews-2013] */
const leimkuhlerMatthews =
  (mobility: number, width: number): Flow<BrownianState> =>
  ({ q, force, noise }, rng) => {
    const half = 0.5 * width;
    for (let i = 0; i < q.length; i++) {
      const before = noise[i];
      const now = rng.normal();
      noise[i] = now;
      q[i] += mobility * force[i] + half * (before + now);
    }
  };

/** The longest dt at which a chain q ← q − μ dt H q stays bounded: 2/μλ, with the stiffest λ of H. */
const longestOverdamped =
  (potential: Potential, mobility: number) =>
  (q: Float64Array): number => {
    const lambda = stiffness(potential, q, (v, out) => {
      for (let i = 0; i < v.length; i++) out[i] = mobility * v[i];
      return out;
    });
    return lambda > 0 ? 2 / lambda : Number.POSITIVE_INFINITY;
  };

const methods = { "euler-maruyama": eulerMaruyama, "leimkuhler-matthews": leimkuhlerMatthews } as const;

export type BrownianMethod = keyof typeof methods;

/** Brownian dynamics in a potential: the trajectories of which `operators.smoluchowski` moves the density.
 *  @throws PhysicsError "parameter" [maruyama-1955, leimkuhler-matthews-2013] */
export const brownian = (
  { potential }: { readonly potential: Potential },
  { kT, D }: BrownianBath,
  dt: number,
  method: BrownianMethod = "leimkuhler-matthews",
): Integrator<BrownianState> => {
  oneOf("method", method, methods, "leimkuhler-matthews");
  cited(method === "euler-maruyama" ? "maruyama-1955" : "leimkuhler-matthews-2013");
  positive("kT", kT);
  positive("D", D);
  positive("dt", dt);
  const move = methods[method]((D / kT) * dt, Math.sqrt(2 * D * dt));
  return {
    name: `Brownian ${method}`,
    dt,
    kT,
    potential,
    draws: 1,
    longest: longestOverdamped(potential, D / kT),
    init: (q, rng) => ({
      q,
      force: potential.force(q, new Float64Array(q.length)),
      noise: q.map(() => rng.normal()),
    }),
    step: (state, rng) => {
      move(state, rng);
      potential.force(state.q, state.force);
      return state;
    },
  };
};
