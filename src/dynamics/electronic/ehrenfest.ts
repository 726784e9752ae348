/** Ehrenfest dynamics: nuclei q, p in the mean field of electrons φ, which move in the matrix field of the nuclei. */

import { oneOf, positive, whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { emptyFrame, framing } from "../../potentials/fields/frame.js";
import type { Frame } from "../../potentials/fields/matrix-field.js";
import { type Surface, surface } from "../../potentials/fields/surface.js";
import type { Stream } from "../../random/stream.js";
import { cited } from "../../references.js";
import { hasRecipe, type Schedule } from "../ensemble/recipe.js";
import type { Integrator, PhaseState } from "../integrator.js";
import { meanField, motionShown } from "../motion-shown.js";
import { fourth } from "../splitting/fourth-order.js";
import { checkBeat, piecesFor, scheduleOf } from "./beats.js";
import { ehrenfestRecipe } from "./ehrenfest-recipe.js";
import { electronFlow, inFrame, meanSlope, outOfFrame } from "./electron-flow.js";
import { type Electrons, inLevel, normalised } from "./electrons.js";
import { type Molecule, type Weighed, weighed } from "./molecule.js";

const orders = { 2: [1], 4: fourth } as const;

export interface EhrenfestOptions {
  /** 2 unless told. At 4 a step is five steps of order 2, the middle one backwards. */
  readonly order?: keyof typeof orders;
  /** The level in which electrons begin, 0 (the lowest) unless told; or a rule for their amplitudes, such as dynamics.gibbsElectrons(…). */
  readonly electrons?: number | Electrons;
  /** Pieces into which a step is cut. Unless told, as many as keep the fastest beat (λ_max − λ_min)/ħ at the start to half a radian for each. */
  readonly substeps?: number;
  /** The temperature of thermal starts of the nuclei, an energy. Without it trajectories begin at rest, unless `start` has momenta. */
  readonly kT?: number;
}

/** Nuclei and electrons of one or many copies. */
export interface EhrenfestState extends PhaseState {
  /** Real and imaginary parts of φ, d numbers for each copy, in the basis in which the matrix is written. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly account: Float64Array;
  readonly frames: readonly Frame[];
  readonly substeps: Int32Array;
}

export interface Ehrenfest extends Integrator<EhrenfestState>, Displayable {
  readonly potential: Surface;
  readonly account: readonly string[];
  readonly molecule: Weighed;
  /** The same dynamics with steps of another length. */
  withStep(dt: number): Ehrenfest;
}

/** Ehrenfest dynamics, q̇ = p/m, ṗ = −⟨φ, V′(q)φ⟩, iħφ̇ = V(q)φ with |φ| = 1. Each step is made of free flights and of flows at fixed nuclei that are
 *  exact, so that it is symplectic, reversible, and unitary for the electrons; the energy p²/2m + ⟨φ, Vφ⟩ stays within O(dt²), or O(dt⁴), of its first
 *  value. Observables may name "potential", which is ⟨φ, Vφ⟩, and the populations P_0, P_1, … of the levels.
 *  @throws PhysicsError "parameter", "dimension"; from a step "unstable" where the electrons turn too fast for it [strang-1968, suzuki-1990] */
export const ehrenfest = (molecule: Molecule, dt: number, options: EhrenfestOptions = {}): Ehrenfest => {
  const { order = 2, electrons = 0, substeps, kT = 0 } = options;
  const { field, mass, hbar } = weighed(molecule);
  const { dim, states: d } = field;
  positive("dt", dt);
  oneOf("order", String(order), orders, "2");
  if (substeps !== undefined) whole("substeps", substeps);
  if (kT !== 0) positive("kT", kT);
  cited(order === 4 ? "suzuki-1990" : "strang-1968");
  const begin = typeof electrons === "number" ? inLevel(field, electrons) : electrons;
  const look = framing(field);
  const c = { re: new Float64Array(d), im: new Float64Array(d) };
  const schedules = new Map<number, Schedule>();
  const schedule = (pieces: number) => {
    const found = schedules.get(pieces) ?? scheduleOf(orders[order], pieces);
    schedules.set(pieces, found);
    return found;
  };
  const spread = ({ values }: Frame) => (values[d - 1] - values[0]) / hbar;
  /** Force, mean potential and populations of a copy whose amplitudes are in c. */
  const enter = ({ account, force, frames }: EhrenfestState, copy: number) => {
    const frame = frames[copy];
    let mean = 0;
    for (let j = 0; j < d; j++) {
      const population = c.re[j] * c.re[j] + c.im[j] * c.im[j];
      account[copy * (d + 1) + 1 + j] = population;
      mean += population * frame.values[j];
    }
    account[copy * (d + 1)] = mean;
    for (let k = 0; k < dim; k++) force[copy * dim + k] = -meanSlope(frame, c, k, 0, hbar);
  };
  const advance = (state: EhrenfestState, copy: number): void => {
    const { q, p, re, im } = state;
    const [frame, pieces] = [state.frames[copy], state.substeps[copy]];
    const [from, at] = [copy * dim, copy * d];
    const point = q.subarray(from, from + dim);
    const { electrons: flows, drifts } = schedule(pieces);
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
    const angle = (spread(frame) * dt) / pieces;
    if (substeps === undefined) checkBeat(angle, dt, pieces);
    enter(state, copy);
  };
  const init = (q: Float64Array, rng: Stream): EhrenfestState => {
    const copies = q.length / dim;
    const state: EhrenfestState = {
      q,
      p: new Float64Array(q.length),
      force: new Float64Array(q.length),
      re: new Float64Array(copies * d),
      im: new Float64Array(copies * d),
      account: new Float64Array(copies * (d + 1)),
      frames: Array.from({ length: copies }, () => emptyFrame(field)),
      substeps: new Int32Array(copies),
    };
    for (const [copy, frame] of state.frames.entries()) {
      look(q.subarray(copy * dim, (copy + 1) * dim), frame);
      const drawn = normalised(begin(frame, rng));
      c.re.set(drawn.re);
      c.im.set(drawn.im);
      outOfFrame(frame, c, state.re, state.im, copy * d);
      state.substeps[copy] = substeps ?? piecesFor(spread(frame), dt);
      enter(state, copy);
      if (kT > 0) for (let k = 0; k < dim; k++) state.p[copy * dim + k] = Math.sqrt(mass[k] * kT) * rng.normal();
    }
    return state;
  };
  const name = order === 4 ? "Ehrenfest, Suzuki's fourth order" : "Ehrenfest";
  const integrator: Ehrenfest = {
    name,
    dt,
    kT,
    potential: surface(field, typeof electrons === "number" ? electrons : 0),
    molecule: { field, mass, hbar },
    account: ["potential", ...Array.from({ length: d }, (_, j) => `P_${j}`)],
    draws: 0,
    init,
    step: (state) => {
      for (let copy = 0; copy < state.frames.length; copy++) advance(state, copy);
      return state;
    },
    withStep: (other) => ehrenfest(molecule, other, options),
    [display]: () => motionShown(name, meanField, { dt, kT: kT || undefined, hbar }),
  };
  const recipe = ehrenfestRecipe({ field, mass, hbar }, { dt, kT, stages: orders[order], substeps, begin });
  return recipe ? hasRecipe(integrator, recipe) : integrator;
};
