/** Beginning and step of Ehrenfest dynamics, in the eigenvectors of V at the place of the nuclei. */

import type { Complexes } from "../../linalg/dense/complexes.js";
import { emptyFrame, framing } from "../../potentials/fields/frame.js";
import type { Frame } from "../../potentials/fields/matrix-field.js";
import type { Stream } from "../../random/stream.js";
import type { Schedule } from "../ensemble/recipe.js";
import type { PhaseState } from "../integrator.js";
import { checkBeat, piecesFor, scheduleOf } from "./beats.js";
import { electronFlow, inFrame, meanSlope, outOfFrame } from "./electron-flow.js";
import { type Electrons, normalised } from "./electrons.js";
import type { Weighed } from "./molecule.js";

/** Nuclei and electrons of one or many copies. */
export interface EhrenfestState extends PhaseState {
  /** Real and imaginary parts of φ, d numbers for each copy, in the basis in which the matrix is written. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly account: Float64Array;
  readonly frames: readonly Frame[];
  readonly substeps: Int32Array;
}

/** What decides the steps beside the molecule. */
export interface Steps {
  readonly dt: number;
  readonly kT: number;
  readonly stages: readonly number[];
  readonly substeps: number | undefined;
  readonly begin: Electrons;
}

const emptyState = ({ field }: Weighed, q: Float64Array): EhrenfestState => {
  const [copies, d] = [q.length / field.dim, field.states];
  return {
    q,
    p: new Float64Array(q.length),
    force: new Float64Array(q.length),
    re: new Float64Array(copies * d),
    im: new Float64Array(copies * d),
    account: new Float64Array(copies * (d + 1)),
    frames: Array.from({ length: copies }, () => emptyFrame(field)),
    substeps: new Int32Array(copies),
  };
};

/** Enters force, mean potential and populations of a copy with the amplitudes c. */
const enter = ({ account, force, frames }: EhrenfestState, copy: number, c: Complexes, dim: number): void => {
  const frame = frames[copy];
  const d = frame.values.length;
  let mean = 0;
  for (let j = 0; j < d; j++) {
    const population = c.re[j] * c.re[j] + c.im[j] * c.im[j];
    account[copy * (d + 1) + 1 + j] = population;
    mean += population * frame.values[j];
  }
  account[copy * (d + 1)] = mean;
  for (let k = 0; k < dim; k++) force[copy * dim + k] = -meanSlope(frame, c, k, 0, 1);
};

/** (λ_max − λ_min)/ħ. */
const beat = ({ values }: Frame, hbar: number): number => (values[values.length - 1] - values[0]) / hbar;

/** The beginning of all copies, and the step of one. */
export const ehrenfestStep = (molecule: Weighed, { dt, kT, stages, substeps, begin }: Steps) => {
  const { field, mass, hbar } = molecule;
  const { dim, states: d } = field;
  const look = framing(field);
  const c = { re: new Float64Array(d), im: new Float64Array(d) };
  const schedules = new Map<number, Schedule>();
  const scheduleIn = (pieces: number): Schedule => {
    const found = schedules.get(pieces) ?? scheduleOf(stages, pieces);
    schedules.set(pieces, found);
    return found;
  };
  const init = (q: Float64Array, rng: Stream): EhrenfestState => {
    const state = emptyState(molecule, q);
    for (const [copy, frame] of state.frames.entries()) {
      look(q.subarray(copy * dim, (copy + 1) * dim), frame);
      const drawn = normalised(begin(frame, rng));
      c.re.set(drawn.re);
      c.im.set(drawn.im);
      outOfFrame(frame, c, state.re, state.im, copy * d);
      state.substeps[copy] = substeps ?? piecesFor(beat(frame, hbar), dt);
      enter(state, copy, c, dim);
      if (kT > 0) for (let k = 0; k < dim; k++) state.p[copy * dim + k] = Math.sqrt(mass[k] * kT) * rng.normal();
    }
    return state;
  };
  const advance = (state: EhrenfestState, copy: number): void => {
    const { q, p, re, im } = state;
    const [frame, pieces] = [state.frames[copy], state.substeps[copy]];
    const [from, at] = [copy * dim, copy * d];
    const point = q.subarray(from, from + dim);
    const { electrons: flows, drifts } = scheduleIn(pieces);
    inFrame(frame, re, im, at, c);
    electronFlow(frame, c, p, from, dim, flows[0] * dt, hbar);
    for (let i = 0; i < drifts.length; i++) {
      outOfFrame(frame, c, re, im, at);
      for (let k = 0; k < dim; k++) point[k] += (drifts[i] * dt * p[from + k]) / mass[k];
      look(point, frame);
      inFrame(frame, re, im, at, c);
      electronFlow(frame, c, p, from, dim, flows[i + 1] * dt, hbar);
    }
    outOfFrame(frame, c, re, im, at);
    if (substeps === undefined) checkBeat((beat(frame, hbar) * dt) / pieces, dt, pieces);
    enter(state, copy, c, dim);
  };
  return { init, advance };
};
