import { createHash } from "node:crypto";
import { stream } from "../../random/stream.js";
import { begin } from "../start.js";
import type { Plan } from "./plan.js";

const none = new Float64Array(0);
/** Trajectories of a trial, and steps of each. */
const [COPIES, STEPS] = [8, 64];

/** SHA-256 of the first steps of a few trajectories and of all that is observed there, so that functions too, and what they depend on, are told apart by
 *  what they do. Functions that differ only where no such trajectory comes pass for the same. */
export const trial = ({ integrator, rule, observables }: Plan, seed: string): string => {
  const rng = stream(seed);
  const state = begin(integrator, rule, COPIES, rng);
  const { q, p = none } = state;
  const digest = createHash("sha256");
  const add = (values: Float64Array) =>
    digest.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  const look = () => {
    const { account = none } = state;
    for (const values of [q, p, account]) add(values);
    for (const { value, cores } of observables) {
      add(value(q, p, new Float64Array(COPIES), account));
      if (cores) add(cores(q, p, new Float64Array(2 * COPIES), account));
    }
  };
  look();
  for (let step = 0; step < STEPS; step++) {
    integrator.step(state, rng);
    look();
  }
  return digest.digest("hex");
};
