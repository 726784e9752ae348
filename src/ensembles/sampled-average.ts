import { positive } from "../checks.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import type { Named } from "../potentials/names.js";
import { evaluated, massesOf, type Property } from "./property.js";
import { alongChains } from "./walk.js";
import { type Walls, wallsOf } from "./walls.js";

export interface SamplingOptions {
  /** A phrase. The same phrase gives the same samples. */
  readonly seed: string;
  /** How many samples are averaged, 48 000 unless told, over 16 chains. */
  readonly samples?: number;
  /** A place where V is finite, from which the chains spread out; the middle between walls, or the origin, unless told. */
  readonly start?: ArrayLike<number>;
  readonly between?: Walls;
  /** The mass of each coordinate, for averages that hold momenta. */
  readonly mass?: ArrayLike<number>;
  readonly signal?: AbortSignal;
}

/** Masses where they are asked for, none otherwise. */
const massesOfAny = (
  asked: boolean,
  property: Property,
  dim: number,
  mass: ArrayLike<number> | undefined,
): Float64Array => (asked ? massesOf(property, dim, mass) : new Float64Array(0));

/** ⟨a⟩ = ∫ a exp(−V/kT) dq/Z in any number of dimensions, by 16 chains of hybrid Monte Carlo that start hot and cool down to kT; momenta are drawn afresh for
 *  each sample. No step biases the wells that the chains reach, and the error holds the
 *  correlations between samples; a well that no chain has reached is missing from both.
 *  @throws PhysicsError "too-short" that carries the estimate, where a chain is shorter than 50 τ or chains disagree; "unbounded", "parameter", "expression",
 *  "dimension", "undefined-quantity", "non-finite"; and the reason of an aborted `signal` [duane-1987, sokal-1997] */
export const sampledAverage = async (
  potential: Named,
  kT: number,
  property: Property,
  options: SamplingOptions,
): Promise<ShownEstimate> => {
  positive("kT", kT);
  const { momenta, of } = evaluated(property, potential);
  const masses = massesOfAny(momenta.length > 0, property, potential.dim, options.mass);
  const width = masses.map((m) => Math.sqrt(m * kT));
  const walls = wallsOf(options.between, potential.dim);
  return alongChains(
    potential,
    kT,
    (q, rng) =>
      of(
        q,
        width.map((w) => w * rng.normal()),
      ),
    { ...options, walls },
  );
};
