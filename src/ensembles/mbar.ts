import { PhysicsError } from "../errors.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import { inverseOfRows } from "../linalg/dense/dense-cholesky.js";
import { cited } from "../references.js";
import { mbarCovariance } from "./mbar-covariance.js";

/** Samples of several states of one system, all in a row: state 0 first, then state 1 …. */
export interface MbarData {
  /** For each state, the energy over kT of every sample in that state, up to a number that the states share sample by sample. */
  readonly reduced: readonly Float64Array[];
  /** How many samples came from each state. */
  readonly counts: readonly number[];
  /** The statistical inefficiency of the samples of each state, 2τ in samples; 1 for independent ones, which is taken unless told. */
  readonly inefficiency?: readonly number[];
}

export interface Mbar {
  /** −ln Zₖ/Z₀ of each state, with its error. */
  readonly freeEnergies: readonly ShownEstimate[];
  /** How likely a sample of state i would be found in state j, given all samples: rows sum to 1. */
  readonly overlap: readonly (readonly number[])[];
  /** −ln of the weight ∫ a e^(−u₀)/∫ e^(−u₀) of each of some functions a ≥ 0 in a state of reduced energy u, with its error; and the effective number of
   *  samples, (Σw)²/Σw², for each. */
  weights(
    target: Float64Array,
    functions: readonly Float64Array[],
  ): { readonly logarithm: readonly ShownEstimate[]; readonly effective: readonly number[] };
}

/** Samples, or groups of samples with the same energies, and what each is worth in independent samples. */
export interface Weighted {
  readonly reduced: readonly Float64Array[];
  readonly worth: Float64Array;
  /** The sum of what the samples of each state are worth. */
  readonly N: readonly number[];
}

/** ln Σₗ Nₗ e^(fₗ − uₗ) for each sample. */
const logDenominators = ({ reduced, N }: Weighted, f: readonly number[]): Float64Array =>
  reduced[0].map((_, s) => {
    let top = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < N.length; l++) top = Math.max(top, f[l] - reduced[l][s]);
    let sum = 0;
    for (let l = 0; l < N.length; l++) sum += N[l] * Math.exp(f[l] - reduced[l][s] - top);
    return top + Math.log(sum);
  });

/** The weights e^(fₖ − uₖ)/Σₗ Nₗ e^(fₗ − uₗ) of all samples in each state. */
const columnsOf = (data: Weighted, f: readonly number[]): Float64Array[] => {
  const denominators = logDenominators(data, f);
  return data.reduced.map((u, k) => u.map((value, s) => Math.exp(f[k] - value - denominators[s])));
};

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** One step of Newton's method for the convex function whose gradient is Nₖ(Σ c wₖ − 1), state 0 held at 0; undefined where its curvature is lost. */
const newton = (
  columns: readonly Float64Array[],
  worth: Float64Array,
  N: readonly number[],
  sums: readonly number[],
) => {
  const free = N.map((_, k) => k).slice(1);
  const weighted = columns.map((column) => column.map((w, s) => w * worth[s]));
  const hessian = free.map((i) =>
    free.map((j) => (i === j ? N[i] * sums[i] : 0) - N[i] * N[j] * dot(weighted[i], columns[j])),
  );
  const inverse = inverseOfRows(hessian);
  const gradient = free.map((i) => N[i] * (sums[i] - 1));
  return inverse && [0, ...inverse.map((row) => -row.reduce((sum, value, j) => sum + value * gradient[j], 0))];
};

/** Rounds of fₖ ← fₖ − ln Σ c wₖ before Newton's method takes over near the solution, and rounds in all. */
const [SLOW, ROUNDS] = [30, 2000];

/** The fₖ at which every state has weight 1. @throws PhysicsError "not-converged" */
const solve = (data: Weighted): number[] => {
  const { worth, N } = data;
  let f = N.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const columns = columnsOf(data, f);
    const sums = columns.map((column) => dot(column, worth));
    const miss = Math.max(...sums.map((sum) => Math.abs(sum - 1)));
    if (miss < 1e-12 || (round > SLOW + 20 && miss < 1e-9)) return f;
    const fast = round >= SLOW && miss < 0.1 && N.length > 1;
    const step = (fast ? newton(columns, worth, N, sums) : undefined) ?? sums.map((sum) => -Math.log(sum));
    f = f.map((value, k) => value + step[k] - step[0]);
  }
  throw new PhysicsError("not-converged", {
    what: `The free energies of ${N.length} states still move after ${ROUNDS} rounds`,
    expected: "states whose samples overlap",
    remedy: "Put more windows between them, or weaken the biases",
  });
};

/** MBAR of samples that are worth more or less than one. @throws PhysicsError "not-converged" */
export const mbarOf = (data: Weighted): Mbar => {
  cited("shirts-chodera-2008");
  const { worth, N } = data;
  const f = solve(data);
  const columns = columnsOf(data, f);
  const variance = mbarCovariance(columns, worth, N);
  const weighted = columns.map((column) => column.map((w, s) => w * worth[s]));
  return {
    freeEnergies: f.map((value, k) => estimate(value, Math.sqrt(variance(k, 0)), Math.round(N[k]))),
    overlap: weighted.map((row) => columns.map((column, l) => N[l] * dot(row, column))),
    weights: (target, functions) => {
      const denominators = logDenominators(data, f);
      const raw = target.map((u, s) => Math.exp(-u - denominators[s]));
      const all = [raw, ...functions.map((a) => a.map((value, s) => value * raw[s]))];
      const sizes = all.map((column) => dot(column, worth));
      const normal = all.map((column, k) => column.map((value) => value / sizes[k]));
      const spread = mbarCovariance([...columns, ...normal], worth, [...N, ...all.map(() => 0)]);
      const K = N.length;
      return {
        logarithm: functions.map((_, i) =>
          estimate(-Math.log(sizes[i + 1] / sizes[0]), Math.sqrt(spread(K + i + 1, K)), worth.length),
        ),
        effective: normal.slice(1).map(
          (column) =>
            1 /
            dot(
              column,
              column.map((w, s) => w * worth[s]),
            ),
        ),
      };
    },
  };
};

/** The multistate Bennett acceptance ratio: ln Z of every state from the samples of all, by self-consistent iteration and then Newton's method, with the
 *  asymptotic covariance for errors. In the limit of narrow bins it is the weighted histogram method. @throws PhysicsError "not-converged" [shirts-chodera-2008] */
export const mbar = ({ reduced, counts, inefficiency }: MbarData): Mbar => {
  const g = (k: number) => inefficiency?.[k] ?? 1;
  return mbarOf({
    reduced,
    worth: Float64Array.from(counts.flatMap((n, k) => new Array<number>(n).fill(1 / g(k)))),
    N: counts.map((n, k) => n / g(k)),
  });
};
