import type { Stream } from "../../random/stream.js";
import type { PhaseState } from "../integrator.js";
import { bathe, feel } from "../splitting/letters.js";
import type { Bathed } from "./bathed-system.js";
import type { Amplitudes } from "./rotation.js";

/** A heavy particle, the amplitudes of a bath, and what passes between them. */
export interface BathedState extends PhaseState, Amplitudes {
  /** s where the bath felt it last, for each copy. */
  readonly felt: Float64Array;
  /** How far s has moved since, and the impulses of the last step that belong to it. */
  readonly jumps: Float64Array;
  readonly impulses: Float64Array;
}

/** Momenta from N(0, M kT) at given positions, then the amplitudes of the bath from its Gibbs measure, copy by copy: two kinds of dynamics that begin with the
 *  same stream begin with the same data. */
export const thermalStart = (
  { potential, mass, bath, displacement }: Bathed,
  kT: number,
  q: Float64Array,
  rng: Stream,
): BathedState => {
  const state = { q, p: new Float64Array(q.length), force: new Float64Array(q.length) };
  feel(potential)(state, rng);
  if (kT > 0) bathe(1, mass, { kT, gamma: Number.POSITIVE_INFINITY })(state, rng);
  const copies = q.length / potential.dim;
  const [re, im] = [new Float64Array(copies * bath.modes), new Float64Array(copies * bath.modes)];
  for (let copy = 0; copy < copies; copy++) bath.sample(kT, rng, re, im, copy * bath.modes);
  const felt = displacement.values(q, new Float64Array(copies * displacement.count));
  return { ...state, re, im, felt, jumps: new Float64Array(felt.length), impulses: new Float64Array(felt.length) };
};
