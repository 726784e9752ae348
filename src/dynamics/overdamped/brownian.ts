/** Overdamped dynamics, dq = (D/kT) F dt + √(2D) dW. */

import { oneOf, positive } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Potential } from "../../potentials/potential.js";
import { cited } from "../../references.js";
import { hasRecipe } from "../ensemble/recipe.js";
import type { Flow, Integrator } from "../integrator.js";
import { motionShown, withField, withoutMass } from "../motion-shown.js";
import { stiffness } from "../stiffness.js";
import { type Diffusion, fieldOf, type Interpretation, interpretations } from "./diffusion.js";
import { type BrownianState, brownianState, eulerMaruyama, type Overdamped, stochasticHeun } from "./overdamped.js";

/** kT is an energy, D a length² over a time. */
export interface BrownianBath {
  readonly kT: number;
  readonly D: Diffusion;
  /** How the noise is read; needed where D depends on the place. "klimontovich" keeps exp(−V/kT). */
  readonly interpretation?: Interpretation;
}

/** q ← q + (D/kT) F dt + √(2D dt) (ξ + ξ′)/2, ξ′ from the step before, for a constant D. [leimkuhler-matthews-2013] */
const leimkuhlerMatthews = ({ potential, kT, field }: Overdamped, dt: number): Flow<BrownianState> => {
  const { constant: D = 0 } = field;
  const mobility = (D / kT) * dt;
  const half = 0.5 * Math.sqrt(2 * D * dt);
  return ({ q, force, noise }, rng) => {
    for (let i = 0; i < q.length; i++) {
      const before = noise[i];
      const now = rng.normal();
      noise[i] = now;
      q[i] += mobility * force[i] + half * (before + now);
    }
    potential.force(q, force);
  };
};

/** q ← q + (D/kT) F dt + √(2D dt) ξ for a constant D. */
const eulerMaruyamaConstant = ({ potential, kT, field }: Overdamped, dt: number): Flow<BrownianState> => {
  const { constant: D = 0 } = field;
  const [mobility, width] = [(D / kT) * dt, Math.sqrt(2 * D * dt)];
  return ({ q, force }, rng) => {
    for (let i = 0; i < q.length; i++) q[i] += mobility * force[i] + width * rng.normal();
    potential.force(q, force);
  };
};

const methods = {
  "euler-maruyama": {
    of: (motion: Overdamped, dt: number) =>
      (motion.field.constant === undefined ? eulerMaruyama : eulerMaruyamaConstant)(motion, dt),
    key: "maruyama-1955",
  },
  "leimkuhler-matthews": { of: leimkuhlerMatthews, key: "leimkuhler-matthews-2013" },
  "stochastic-heun": { of: stochasticHeun, key: "kloeden-platen-1992" },
} as const;

export type BrownianMethod = keyof typeof methods;

/** Brownian dynamics as an integrator, with what decides its motion. */
export interface Brownian extends Integrator<BrownianState>, Displayable {
  readonly method: BrownianMethod;
  readonly motion: Overdamped;
}

/** The longest dt at which a chain q ← q − (D/kT) H q dt stays bounded: 2 kT/Dλ, with the stiffest λ of H. */
const longestAt = ({ potential, field, kT }: Overdamped, q: Float64Array): number => {
  const [D] = field.value(q, new Float64Array(1));
  const lambda = stiffness(potential, q, (v, out) => {
    for (let i = 0; i < v.length; i++) out[i] = (D / kT) * v[i];
    return out;
  });
  return lambda > 0 ? 2 / lambda : Number.POSITIVE_INFINITY;
};

const needInterpretation = (): never => {
  throw new PhysicsError("parameter", {
    what: "D depends on the place, where √(2D) dW can be read in several ways",
    expected: `an interpretation, ${Object.keys(interpretations).join(" or ")}`,
    remedy: 'Write interpretation: "klimontovich" for the one that keeps exp(−V/kT)',
  });
};

const needConstant = (): never => {
  throw new PhysicsError("parameter", {
    what: "The method leimkuhler-matthews is right for a constant D alone, and D depends on the place",
    expected: "a number for D",
    remedy: 'Choose "stochastic-heun" or "euler-maruyama"',
  });
};

/** Brownian dynamics in a potential: the trajectories of which `operators.smoluchowski` moves the density. The stationary density is off by O(dt) with
 *  "euler-maruyama", by O(dt²) with "leimkuhler-matthews", which is the method unless told where D is constant; where it is not, that is
 *  "stochastic-heun", whose paths are those of the noise to O(dt).
 *  @throws PhysicsError "parameter", "expression" [maruyama-1955, leimkuhler-matthews-2013, kloeden-platen-1992] */
export const brownian = (
  { potential }: { readonly potential: Potential },
  { kT, D, interpretation }: BrownianBath,
  dt: number,
  chosen?: BrownianMethod,
): Brownian => {
  positive("kT", kT);
  positive("dt", dt);
  const field = fieldOf(D, potential);
  const method = chosen ?? (field.constant === undefined ? "stochastic-heun" : "leimkuhler-matthews");
  oneOf("method", method, methods, "leimkuhler-matthews");
  if (interpretation !== undefined) oneOf("interpretation", interpretation, interpretations, "a constant D");
  else if (field.constant === undefined) needInterpretation();
  if (method === "leimkuhler-matthews" && field.constant === undefined) needConstant();
  cited(methods[method].key);
  const motion = { potential, kT, field, alpha: interpretations[interpretation ?? "klimontovich"] };
  const move = methods[method].of(motion, dt);
  const name = `Brownian ${method}`;
  const integrator: Brownian = {
    name,
    dt,
    kT,
    potential,
    method,
    motion,
    draws: 1,
    longest: (q) => longestAt(motion, q),
    init: (q, rng) =>
      brownianState(
        motion,
        q,
        q.map(() => rng.normal()),
      ),
    step: (state, rng) => {
      move(state, rng);
      return state;
    },
    [display]: () =>
      field.constant === undefined
        ? motionShown(name, withField, { dt, kT, D: typeof D === "string" ? D : undefined, alpha: motion.alpha })
        : motionShown(name, withoutMass, { dt, kT, D: field.constant }),
  };
  const { constant } = field;
  if (constant === undefined || method === "stochastic-heun") return integrator;
  return hasRecipe(integrator, {
    kind: method,
    mobility: (constant / kT) * dt,
    width: Math.sqrt(2 * constant * dt),
  });
};
