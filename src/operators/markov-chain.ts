import { finite, whole } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { solveAbsorbing, stationary } from "../linalg/sparse/elimination.js";
import { sparse } from "../linalg/sparse/sparse.js";
import { cited } from "../references.js";
import { type DetailedBalance, detailedBalance } from "./balance.js";
import { afterTime, type ChainMatrix, chainMatrix } from "./diffusion/chain-matrix.js";
import { once } from "./diffusion/once.js";

/** States by their numbers, from 0. */
export type States = number | readonly number[];

/** The reaction from A to B in a stationary chain. */
export interface ChainReaction extends Displayable {
  /** The probability to come to B before A, from each state. */
  readonly committor: Float64Array;
  /** The probability to have been in A later than in B, before each state. */
  readonly backward: Float64Array;
  /** How many paths go from A to B in a step, or a unit of time. */
  readonly flux: number;
  /** flux over the probability to have been in A last. */
  readonly rate: number;
  /** 1/rate. */
  readonly passage: number;
  /** Net flow of these paths from state i (row) to j (column). */
  readonly current: readonly Float64Array[];
}

/** A Markov chain on a few states. */
export interface MarkovChain extends Displayable {
  readonly states: number;
  /** Whether time goes in steps. */
  readonly isDiscrete: boolean;
  /** πP = π, or πQ = 0, with Σπ = 1. */
  equilibrium(): Float64Array;
  /** Probabilities after a time, or a whole number of steps. */
  propagate(start: ArrayLike<number>, t: number): Float64Array;
  /** The mean time to the first arrival in `to` from one state, or from several in their parts of the equilibrium. */
  firstPassage(from: States, to: States): number;
  /** That time from each state. */
  passageTimes(to: States): Float64Array;
  committor(A: States, B: States): Float64Array;
  reaction(A: States, B: States): ChainReaction;
  detailedBalance(): DetailedBalance;
}

const setOf = (states: States, n: number): ReadonlySet<number> => {
  const list = typeof states === "number" ? [states] : states;
  for (const state of list)
    if (whole("a state", state, 0) >= n)
      throw new PhysicsError("parameter", {
        what: `There is no state ${state}`,
        expected: `numbers from 0 to ${n - 1}`,
        remedy: "Count states from 0",
      });
  return new Set(list);
};

const pairOf = (A: States, B: States, n: number): readonly [ReadonlySet<number>, ReadonlySet<number>] => {
  const [a, b] = [setOf(A, n), setOf(B, n)];
  if (a.size > 0 && b.size > 0 && [...a].every((state) => !b.has(state))) return [a, b];
  throw new PhysicsError("parameter", {
    what: `The sets are ${[...a]} and ${[...b]}`,
    expected: "two sets of states without a common one",
    remedy: "List different states for A and B",
  });
};

/** x outside of some states, where it is given: Σⱼ kᵢⱼ (xᵢ − xⱼ) = bᵢ. */
const harmonic = (rates: readonly Float64Array[], held: ReadonlyMap<number, number>, b: number): Float64Array => {
  const free = rates.map((_, i) => i).filter((i) => !held.has(i));
  const inner = free.map((i) => Float64Array.from(free, (j) => (i === j ? 0 : rates[i][j])));
  const toHeld = (of: (j: number) => number) =>
    Float64Array.from(free, (i) => [...held.keys()].reduce((sum, j) => sum + rates[i][j] * of(j), 0));
  const x = solveAbsorbing(
    inner,
    toHeld(() => 1),
    toHeld((j) => held.get(j)!).map((value) => value + b),
  );
  return Float64Array.from(rates, (_, i) => held.get(i) ?? x[free.indexOf(i)]);
};

const held = (zero: ReadonlySet<number>, one: ReadonlySet<number> = new Set()): Map<number, number> =>
  new Map([...[...zero].map((i) => [i, 0] as const), ...[...one].map((i) => [i, 1] as const)]);

/** Transition-path theory on a chain: flow πᵢ q⁻ᵢ kᵢⱼ q⁺ⱼ. [metzner-schuette-vanden-eijnden-2009] */
const reactionOf = (
  rates: readonly Float64Array[],
  weight: Float64Array,
  A: ReadonlySet<number>,
  B: ReadonlySet<number>,
): ChainReaction => {
  cited("e-vanden-eijnden-2006", "metzner-schuette-vanden-eijnden-2009");
  const committor = harmonic(rates, held(A, B), 0);
  const reversed = rates.map((_, i) => Float64Array.from(rates, (row, j) => (weight[j] * row[i]) / weight[i]));
  const backward = harmonic(reversed, held(B, A), 0);
  const flow = (i: number, j: number) => (i === j ? 0 : weight[i] * backward[i] * rates[i][j] * committor[j]);
  const flux = [...A].reduce((sum, i) => rates.reduce((part, _, j) => part + flow(i, j), sum), 0);
  const rate = flux / weight.reduce((sum, share, i) => sum + share * backward[i], 0);
  return {
    committor,
    backward,
    flux,
    rate,
    passage: 1 / rate,
    current: rates.map((_, i) => Float64Array.from(rates, (__, j) => Math.max(0, flow(i, j) - flow(j, i)))),
    [display]: () => ({
      "text/plain": `k(A→B) = ${rate.toPrecision(9)}, flux = ${flux.toPrecision(9)}, 1/k = ${(1 / rate).toPrecision(9)}`,
    }),
  };
};

const propagated = (matrix: ChainMatrix, start: ArrayLike<number>, t: number): Float64Array => {
  const n = matrix.rows.length;
  if (matrix.isDiscrete) whole("the number of steps", t, 0);
  if (!(finite("the time", t) >= 0) || start.length !== n)
    throw new PhysicsError("parameter", {
      what: `The time is ${t}, and the start has ${start.length} probabilities`,
      expected: `a time from 0 on, and ${n} probabilities`,
      remedy: "Give one number for each state",
    });
  const after = afterTime(matrix, t);
  return Float64Array.from({ length: n }, (_, j) => after.reduce((sum, row, i) => sum + start[i] * row[j], 0));
};

/** Probabilities to four digits: all of a dozen, the first eight of more. */
const probabilities = (weight: Float64Array): string => {
  const text = Array.from(weight.length > 12 ? weight.subarray(0, 8) : weight, (w) => w.toPrecision(4)).join(", ");
  return weight.length > 12 ? `${text}, … (${weight.length - 8} more)` : text;
};

/** A Markov chain from its matrix by rows: probabilities of a step (rows sum to 1), or rates (rows sum to 0).
 *  @throws PhysicsError "parameter", "undefined-quantity" where the chain falls apart [grassmann-taksar-heyman-1985] */
export const markovChain = (P: readonly ArrayLike<number>[]): MarkovChain => {
  const matrix = chainMatrix(P);
  const { rows, isDiscrete } = matrix;
  const n = rows.length;
  cited("grassmann-taksar-heyman-1985");
  const weight = once(() => stationary(rows));
  const times = (to: States) => harmonic(rows, held(setOf(to, n)), 1);
  return {
    states: n,
    isDiscrete,
    equilibrium: () => weight().slice(),
    propagate: (start, t) => propagated(matrix, start, t),
    passageTimes: times,
    firstPassage: (from, to) => {
      const [of, start] = [times(to), [...setOf(from, n)]];
      const mass = start.reduce((sum, i) => sum + weight()[i], 0);
      return start.reduce((sum, i) => sum + weight()[i] * of[i], 0) / mass;
    },
    committor: (A, B) => harmonic(rows, held(...pairOf(A, B, n)), 0),
    reaction: (A, B) => reactionOf(rows, weight(), ...pairOf(A, B, n)),
    detailedBalance: () => {
      const entries = rows.flatMap((row, i) => Array.from(row, (value, j) => ({ i, j, value })));
      const of = (key: "i" | "j" | "value") => entries.map((entry) => entry[key]);
      return detailedBalance(sparse(n, n, { row: of("j"), column: of("i"), value: of("value") }), weight());
    },
    [display]: () => ({
      "text/plain": `Markov chain on ${n} states, in ${isDiscrete ? "steps" : "time"}, equilibrium ${probabilities(weight())}`,
    }),
  };
};
