import { finite, positive, whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import type { Configuration, Integrator } from "../dynamics/integrator.js";
import type { StartPoint } from "../dynamics/start.js";
import { overChains } from "../ensembles/chains.js";
import { type FreeEnergy, freeEnergyOf } from "../ensembles/free-energy.js";
import { type Mbar, mbarOf } from "../ensembles/mbar.js";
import { PhysicsError } from "../errors.js";
import { scale } from "../estimate/arithmetic.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import { expression } from "../potentials/expression.js";
import { type Named, namesOf } from "../potentials/names.js";
import { sum } from "../potentials/sum.js";
import { cited } from "../references.js";
import { table } from "../table.js";
import { grouped } from "./grouped.js";
import { checkOverlap } from "./overlap.js";
import { record } from "./record.js";

export interface UmbrellaOptions {
  /** The coordinate ξ, a formula in the coordinates of the potential such as "x" or "x - y". */
  readonly along: string;
  readonly from: number;
  readonly to: number;
  /** Windows, their centres equally spaced from `from` to `to`. */
  readonly windows: number;
  /** κ of the bias κ(ξ − ξₖ)²/2, an energy over the square of ξ. */
  readonly stiffness: number;
  /** Steps of each trajectory of a window that count. */
  readonly steps: number;
  readonly seed: string;
  /** Steps before, a tenth of `steps` unless told. */
  readonly burn?: number;
  /** Steps from one sample to the next, 10 unless told. */
  readonly every?: number;
  /** Bins of the free energy, 50 unless told. */
  readonly bins?: number;
  /** Where the trajectories of a window begin, by its centre; in the canonical ensemble of the biased potential unless told. */
  readonly start?: (centre: number) => StartPoint;
  readonly signal?: AbortSignal;
}

/** What was sampled in one window. */
export interface Window {
  readonly centre: number;
  /** ⟨ξ⟩ in the window. */
  readonly average: ShownEstimate;
  /** −kT ln Zₖ/Z₀, the free energy of the window against the first. */
  readonly freeEnergy: ShownEstimate;
  /** The part of its samples that would be as likely in one of the others. */
  readonly overlap: number;
}

export interface Umbrella extends Displayable {
  /** F(ξ) without the biases, normalised over the bins. */
  readonly freeEnergy: FreeEnergy;
  readonly windows: readonly Window[];
  /** How likely a sample of window i would be found in window j: rows sum to 1. */
  readonly overlap: readonly (readonly number[])[];
  /** Samples that the free energy of each bin rests on. */
  readonly effective: readonly number[];
}

/** Independent trajectories of a window. */
const REPLICAS = 4;
/** Places of the fine lattice in a bin. */
const FINE = 32;

/** −kT ln ρ on bins, from the weights of samples without the bias. Bins that no sample fell into are left out. */
const profileOf = (solved: Mbar, xi: Float64Array, kT: number, options: UmbrellaOptions) => {
  const { along, from, to, bins = 50 } = options;
  const width = (to - from) / bins;
  const binOf = xi.map((x) => Math.floor((x - from) / width));
  const full = Array.from({ length: bins }, (_, i) => i).filter((i) => binOf.includes(i));
  const inside = binOf.map((i) => Number(i >= 0 && i < bins));
  const { logarithm, effective } = solved.weights(
    xi.map((_, s) => (inside[s] === 1 ? 0 : Number.POSITIVE_INFINITY)),
    full.map((i) => binOf.map((bin) => Number(bin === i))),
  );
  const freeEnergy = freeEnergyOf({
    symbol: along,
    kT,
    width,
    centres: Float64Array.from(full, (i) => from + (i + 0.5) * width),
    mean: Float64Array.from(logarithm, ({ mean }) => kT * (mean + Math.log(width))),
    error: Float64Array.from(logarithm, ({ error }) => kT * error),
  });
  return { freeEnergy, effective };
};

const checked = (options: UmbrellaOptions): number[] => {
  const { from, to, windows, stiffness, steps, every = 10, bins = 50 } = options;
  whole("windows", windows, 2);
  positive("stiffness", stiffness);
  whole("bins", bins, 2);
  whole("every", every);
  whole("steps", steps, 50 * every);
  if (!(finite("from", from) < finite("to", to)))
    throw new PhysicsError("parameter", {
      what: `The windows go from ${from} to ${to}`,
      expected: "the lower end first",
      remedy: `Write from: ${Math.min(from, to)}, to: ${Math.max(from, to)}`,
    });
  return Array.from({ length: windows }, (_, k) => from + (k / (windows - 1)) * (to - from));
};

/** Free energy along a coordinate by umbrella sampling: trajectories in the potential with a bias κ(ξ − ξₖ)²/2 for each window k, joined by the multistate
 *  Bennett acceptance ratio on a lattice much finer than the bins, which is the weighted histogram method without its bins. `dynamics` makes an integrator of a biased potential: (V) => langevin({ potential: V, mass }, bath, dt). Errors hold the correlations
 *  in time, and the bias of the integrator is not among them.
 *  @throws PhysicsError "not-converged" where neighbouring windows do not overlap, "too-short" where a window is too short for its ⟨ξ⟩, "parameter",
 *  "expression", and what the dynamics throws [torrie-valleau-1977, shirts-chodera-2008] */
export const umbrella = async <S extends Configuration>(
  potential: Named,
  dynamics: (biased: Named) => Integrator<S>,
  options: UmbrellaOptions,
): Promise<Umbrella> => {
  cited("torrie-valleau-1977");
  const { along, stiffness, steps, seed, burn = Math.floor(steps / 10), every = 10, start, signal } = options;
  const centres = checked(options);
  const variables = namesOf(potential).coordinates;
  const bias = (centre: number) =>
    expression(`k_bias*((${along}) - c_bias)^2/2`, { k_bias: stiffness, c_bias: centre }, { variables });
  const integrators = centres.map((centre) => dynamics(sum(potential, bias(centre))));
  const { kT } = integrators[0];
  const runs: Float64Array[][] = [];
  for (const [k, integrator] of integrators.entries()) {
    const run = {
      steps,
      seed: `${seed}, window ${k}`,
      burn,
      every,
      ...(start && { start: start(centres[k]) }),
      ...(signal && { signal }),
    };
    runs.push((await record(integrator, [along], REPLICAS, run))[0]);
  }
  const averages = runs.map((chains) => overChains(chains));
  const samples = runs.map((chains) => Float64Array.from(chains.flatMap((chain) => Array.from(chain))));
  checkOverlap(centres, samples);
  const worth = averages.map(({ tau }) => 0.5 / tau);
  const { xi, weights } = grouped(samples, worth, (options.to - options.from) / (options.bins ?? 50) / FINE);
  const solved = mbarOf({
    reduced: centres.map((centre) => xi.map((x) => (0.5 * stiffness * (x - centre) ** 2) / kT)),
    worth: weights,
    N: samples.map(({ length }, k) => length * worth[k]),
  });
  const { overlap } = solved;
  const windows = centres.map((centre, k) => ({
    centre,
    average: averages[k],
    freeEnergy: scale(solved.freeEnergies[k], kT),
    overlap: 1 - overlap[k][k],
  }));
  return {
    ...profileOf(solved, xi, kT, options),
    windows,
    overlap,
    [display]: () => table(windows.map((window) => ({ ...window })))[display](),
  };
};
