import { breathing } from "../breath.js";
import { positive, whole } from "../checks.js";
import { PhysicsError } from "../errors.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import type { Box } from "../linalg/cubature.js";
import type { Named } from "../potentials/names.js";
import { reporting } from "../progress.js";
import { type Stream, stream } from "../random/stream.js";
import { cited } from "../references.js";
import { overChains } from "./chains.js";
import { propose, tune, type Walkers, walkersAt } from "./hybrid.js";
import { evaluated, massesOf, type Property } from "./property.js";
import { type Walls, wallsOf } from "./walls.js";

export interface SamplingOptions {
  /** A phrase. The same phrase gives the same samples. */
  readonly seed: string;
  /** How many samples are averaged, 48 000 unless told, over 16 chains. */
  readonly samples?: number;
  /** A place where V is finite, from which the chains spread out; the origin unless told. */
  readonly start?: ArrayLike<number>;
  readonly between?: Walls;
  /** The mass of each coordinate, for averages that hold momenta. */
  readonly mass?: ArrayLike<number>;
  readonly signal?: AbortSignal;
}

const CHAINS = 16;
/** Proposals while the temperature falls from the highest to kT, and at kT before the first sample. */
const [COOLING, SETTLING, HOTTEST] = [400, 400, 30];

/** Temperatures before the first sample: falling by equal ratios, then kT. */
const temperature = (kT: number, turn: number): number => kT * HOTTEST ** Math.max(1 - turn / COOLING, 0);

const unbounded = (what: string): never => {
  throw new PhysicsError("unbounded", {
    what,
    expected: "a potential that rises on all sides, so that exp(−V/kT) can be normalised",
    remedy: "Add a confining term such as k*x^2, or walls: { between: [-3, 3] }",
  });
};

const lost = (q: Float64Array): void => {
  if (!q.every((x) => Math.abs(x) < 1e6)) unbounded("A chain went farther than 10⁶ from the origin");
};

/** Looks 30 and 1000 times as far out as the walkers are: there V must not be much lower than here. */
const checkRays = (potential: Named, { q, energy }: Walkers, kT: number): void => {
  const { dim } = potential;
  const least = energy.reduce((low, value) => Math.min(low, value)) - 100 * kT;
  for (const far of [30, 1000])
    for (let i = 0; i < q.length; i += dim) {
      const point = q.subarray(i, i + dim).map((x) => far * x);
      if (potential.energy(point) < least)
        unbounded(`V falls towards (${Array.from(point, (x) => x.toPrecision(2)).join(", ")})`);
    }
};

const startOf = (dim: number, start: ArrayLike<number> | undefined, rng: Stream): Float64Array => {
  if (start !== undefined && start.length !== dim)
    throw new PhysicsError("dimension", {
      what: `The start has ${start.length} numbers`,
      expected: `${dim}, one for each coordinate`,
      remedy: "List a number for every coordinate",
    });
  return Float64Array.from({ length: CHAINS * dim }, (_, i) => (start?.[i % dim] ?? 0) + 1e-3 * rng.normal());
};

/** Masses where they are asked for, none otherwise. */
const massesOfAny = (
  asked: boolean,
  property: Property,
  dim: number,
  mass: ArrayLike<number> | undefined,
): Float64Array => (asked ? massesOf(property, dim, mass) : new Float64Array(0));

/** Spreads the walkers at a high temperature and cools them to kT, tuning widths and step on the way. */
const settle = async (
  potential: Named,
  kT: number,
  walkers: Walkers,
  rng: Stream,
  walls: Box | undefined,
  breath: () => Promise<void> | undefined,
): Promise<void> => {
  for (let turn = 0; turn < COOLING + SETTLING; turn++) {
    const acceptance = propose(potential, walkers, temperature(kT, turn), rng, walls);
    if (turn < COOLING + SETTLING / 2) tune(walkers, acceptance, turn % 10 === 9);
    lost(walkers.q);
    await breath();
  }
};

/** ⟨a⟩ = ∫ a exp(−V/kT) dq/Z in any number of dimensions, by 16 chains of hybrid Monte Carlo that start hot and cool down to kT; momenta are drawn afresh for
 *  each sample. There is no bias, and the error holds the correlations between samples.
 *  @throws PhysicsError "too-short" that carries the estimate, where a chain is shorter than 50 τ or chains disagree; "unbounded", "parameter", "expression",
 *  "dimension", "undefined-quantity", "non-finite"; and the reason of an aborted `signal` [duane-1987, sokal-1997] */
export const sampledAverage = async (
  potential: Named,
  kT: number,
  property: Property,
  options: SamplingOptions,
): Promise<ShownEstimate> => {
  cited("duane-1987", "sokal-1997");
  positive("kT", kT);
  const { dim } = potential;
  const samples = whole("samples", options.samples ?? 48_000, 100 * CHAINS);
  const walls = wallsOf(options.between, dim);
  const { momenta, of } = evaluated(property, potential);
  const width = massesOfAny(momenta.length > 0, property, dim, options.mass).map((m) => Math.sqrt(m * kT));
  const rng = stream(options.seed);
  const walkers = walkersAt(potential, startOf(dim, options.start, rng), walls);
  const breath = breathing(options.signal);
  const report = reporting("Gibbs average");
  await settle(potential, kT, walkers, rng, walls, breath);
  if (walls === undefined) checkRays(potential, walkers, kT);
  const chains = Array.from({ length: CHAINS }, () => new Float64Array(Math.ceil(samples / CHAINS)));
  const length = chains[0].length;
  for (let k = 0; k < length; k++) {
    propose(potential, walkers, kT, rng, walls);
    for (const [c, chain] of chains.entries())
      chain[k] = of(
        walkers.q.subarray(c * dim, (c + 1) * dim),
        width.map((w) => w * rng.normal()),
      );
    const pause = breath();
    if (pause === undefined) continue;
    report(k / length);
    await pause;
  }
  report(1);
  return overChains(chains);
};
