/** What the letters of a step do to the energy of each copy. A bath can only give or take heat; drifts and kicks, which would keep the energy if their
 *  times were short, do the rest. [sivak-chodera-crooks-2013] */

import type { Stream } from "../../random/stream.js";
import type { PhaseState } from "../integrator.js";
import { kineticEnergies, potentialEnergies } from "./energies.js";
import type { Move, Splitting } from "./splitting.js";

/** One number for each copy: V where it is now, and what its energy gained by the O and by the A and B of the moves so far; and room for K. */
export interface Meter {
  readonly energy: Float64Array;
  readonly heat: Float64Array;
  readonly shadow: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** A meter at zero for the copies at `q`. */
export const meterAt = ({ potential }: Splitting, q: Float64Array): Meter => {
  const copies = q.length / potential.dim;
  const [energy, heat, shadow, before, after] = Array.from({ length: 5 }, () => new Float64Array(copies));
  potentialEnergies(potential)(q, energy);
  return { energy, heat, shadow, before, after };
};

/** Runs moves in turn, and adds to each copy's heat its gain ΔK in every O, and to its shadow work ΔK in every B and ΔV over all of them. */
export const metered = (
  { potential, mass }: Splitting,
  moves: readonly Move[],
): ((state: PhaseState, rng: Stream, meter: Meter) => void) => {
  const kinetic = kineticEnergies(mass);
  const energies = potentialEnergies(potential);
  return (state, rng, { energy, heat, shadow, before, after }) => {
    kinetic(state.p, before);
    for (const { letter, flow } of moves) {
      flow(state, rng);
      if (letter === "A" || letter === "F") continue;
      kinetic(state.p, after);
      const book = letter === "O" ? heat : shadow;
      for (let k = 0; k < book.length; k++) book[k] += after[k] - before[k];
      before.set(after);
    }
    for (let k = 0; k < shadow.length; k++) shadow[k] -= energy[k];
    energies(state.q, energy);
    for (let k = 0; k < shadow.length; k++) shadow[k] += energy[k];
  };
};
