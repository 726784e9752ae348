/** Elimination in Markov chains without a subtraction, so that every result keeps its relative accuracy. [grassmann-taksar-heyman-1985] */

import { PhysicsError } from "../../errors.js";

/** Square, by rows; what stands on the diagonal is not looked at. */
export type Rates = readonly Float64Array[];

const stranded = (state: number): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `From state ${state} there is no way on`,
    expected: "a chain in which every state can be reached from every other",
    remedy: "Leave out states that are never left, or name them among the targets",
  });
};

/** Takes out the states from the last to the first, `last` left: what goes through state k is added to the direct ways. Returns the rates with, for each state,
 *  its outflow to the earlier states and `exit`. */
const reduced = (rates: Rates, exit: Float64Array, last: number, sources: Float64Array) => {
  const k = rates.map((row) => row.slice());
  const [out, b, gone] = [new Float64Array(exit.length), sources.slice(), exit.slice()];
  for (let state = exit.length - 1; state >= last; state--) {
    let sum = gone[state];
    for (let j = 0; j < state; j++) sum += k[state][j];
    if (!(sum > 0)) stranded(state);
    out[state] = sum;
    for (let i = 0; i < state; i++) {
      const share = k[i][state] / sum;
      if (share === 0) continue;
      for (let j = 0; j < state; j++) k[i][j] += share * k[state][j];
      gone[i] += share * gone[state];
      b[i] += share * b[state];
    }
  }
  return { k, out, b };
};

/** x with Σⱼ kᵢⱼ (xᵢ − xⱼ) + exitᵢ xᵢ = bᵢ. @throws PhysicsError "undefined-quantity" where some states never get out */
export const solveAbsorbing = (rates: Rates, exit: Float64Array, b: Float64Array): Float64Array => {
  const { k, out, b: sources } = reduced(rates, exit, 0, b);
  const x = new Float64Array(b.length);
  for (let i = 0; i < x.length; i++) {
    let sum = sources[i];
    for (let j = 0; j < i; j++) sum += k[i][j] * x[j];
    x[i] = sum / out[i];
  }
  return x;
};

/** The probabilities π with Σᵢ πᵢ kᵢⱼ = πⱼ Σᵢ kⱼᵢ. @throws PhysicsError "undefined-quantity" where the chain falls apart */
export const stationary = (rates: Rates): Float64Array => {
  const n = rates.length;
  const { k, out } = reduced(rates, new Float64Array(n), 1, new Float64Array(n));
  const weight = new Float64Array(n).fill(1, 0, 1);
  for (let state = 1; state < n; state++) {
    let sum = 0;
    for (let i = 0; i < state; i++) sum += weight[i] * k[i][state];
    weight[state] = sum / out[state];
  }
  const total = weight.reduce((sum, value) => sum + value, 0);
  return weight.map((value) => value / total);
};
