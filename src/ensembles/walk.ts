import { breathing } from "../breath.js";
import { whole } from "../checks.js";
import { PhysicsError } from "../errors.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import type { Box } from "../linalg/quadrature/cubature.js";
import type { Potential } from "../potentials/potential.js";
import { reporting } from "../progress.js";
import { type Stream, stream } from "../random/stream.js";
import { cited } from "../references.js";
import { overChains } from "./chains.js";
import { propose, tune, type Walkers, walkersAt } from "./hybrid.js";

/** What a walk needs to know. */
export interface Walk {
  readonly seed: string;
  readonly samples?: number | undefined;
  readonly start?: ArrayLike<number> | undefined;
  readonly walls?: Box | undefined;
  readonly signal?: AbortSignal | undefined;
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
const checkRays = (potential: Potential, { q, energy }: Walkers, kT: number): void => {
  const { dim } = potential;
  const least = energy.reduce((low, value) => Math.min(low, value)) - 100 * kT;
  for (const far of [30, 1000])
    for (let i = 0; i < q.length; i += dim) {
      const point = q.subarray(i, i + dim).map((x) => far * x);
      if (potential.energy(point) < least)
        unbounded(`V falls towards (${Array.from(point, (x) => x.toPrecision(2)).join(", ")})`);
    }
};

const wrongStart = (found: number, dim: number): never => {
  throw new PhysicsError("dimension", {
    what: `The start has ${found} numbers`,
    expected: `${dim}, one for each coordinate`,
    remedy: "List a number for every coordinate",
  });
};

/** All walkers close to one point: the start, or the middle between the walls, or the origin. */
const startOf = (dim: number, { start, walls }: Walk, rng: Stream): Float64Array => {
  if (start !== undefined && start.length !== dim) wrongStart(start.length, dim);
  const point = start ?? walls?.map(([from, to]) => 0.5 * (from + to)) ?? new Float64Array(dim);
  return Float64Array.from({ length: CHAINS * dim }, (_, i) => point[i % dim] + 1e-3 * rng.normal());
};

/** Spreads the walkers at a high temperature and cools them to kT, tuning widths and step on the way. */
const settle = async (
  potential: Potential,
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

/** The average of a property over exp(−V/kT) by 16 chains of hybrid Monte Carlo that start hot and cool down to kT, then take samples by turns, 48 000 in all
 *  unless told. @throws PhysicsError "too-short" that carries the estimate, "unbounded", "parameter", "dimension", "non-finite"; and the reason of an aborted
 *  `signal` [duane-1987, sokal-1997] */
export const alongChains = async (
  potential: Potential,
  kT: number,
  of: (q: Float64Array, rng: Stream) => number,
  walk: Walk,
): Promise<ShownEstimate> => {
  cited("duane-1987", "sokal-1997");
  const { dim } = potential;
  const { walls } = walk;
  const samples = whole("samples", walk.samples ?? 48_000, 100 * CHAINS);
  const rng = stream(walk.seed);
  const walkers = walkersAt(potential, startOf(dim, walk, rng), walls);
  const breath = breathing(walk.signal);
  const report = reporting("sampling");
  await settle(potential, kT, walkers, rng, walls, breath);
  if (walls === undefined) checkRays(potential, walkers, kT);
  const chains = Array.from({ length: CHAINS }, () => new Float64Array(Math.ceil(samples / CHAINS)));
  const length = chains[0].length;
  for (let k = 0; k < length; k++) {
    propose(potential, walkers, kT, rng, walls);
    for (const [c, chain] of chains.entries()) chain[k] = of(walkers.q.subarray(c * dim, (c + 1) * dim), rng);
    const pause = breath();
    if (pause === undefined) continue;
    report(k / length);
    await pause;
  }
  report(1);
  return overChains(chains);
};
