/** Surface hopping: nuclei on one level at a time, electrons that decide by chance when to change it. */

import { notNegative, oneOf, positive } from "../../checks.js";
import { display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { emptyFrame, framing } from "../../potentials/fields/frame.js";
import type { Frame } from "../../potentials/fields/matrix-field.js";
import { surface } from "../../potentials/fields/surface.js";
import type { Stream } from "../../random/stream.js";
import { cited } from "../../references.js";
import { inFrame, outOfFrame, turnHalf } from "../electronic/electron-flow.js";
import { inLevel, normalised } from "../electronic/electrons.js";
import { type Molecule, weighed } from "../electronic/molecule.js";
import { hopping, motionShown } from "../motion-shown.js";
import { bathe } from "../splitting/letters.js";
import { decohere } from "./decoherence.js";
import { couplingDirection, reflect, rescale } from "./hop-momentum.js";
import { frustrations, type HoppingState, type SurfaceHopping, type SurfaceHoppingOptions } from "./hopping-state.js";
import { fluxesOf } from "./switches.js";

const tooFast = (angle: number, dt: number): never => {
  throw new PhysicsError("unstable", {
    what: `The electrons' fastest beat turns by ${angle.toPrecision(3)} in a step (dt = ${dt})`,
    expected: "less than π, beyond which it cannot be told from a slower one",
    remedy: `Try dt below ${Number(((dt * 0.5) / angle).toPrecision(2))}`,
  });
};

/** A level drawn with the probabilities |c_j|². */
const drawn = (re: Float64Array, im: Float64Array, rng: Stream): number => {
  let left = rng.uniform();
  for (let j = 0; j < re.length; j++) {
    left -= re[j] ** 2 + im[j] ** 2;
    if (left < 0) return j;
  }
  return re.length - 1;
};

/** Fewest-switches surface hopping: q̇ = p/m, ṗ = −λ_a′(q) on the level a, iħφ̇ = V(q)φ, and in each step a hop from a to j with the probability max(0, f_j)/|c_a|², f_j what the motion moves of
 *  |c_a|² to level j. A hop changes the momentum along ⟨Ψ_a, V′Ψ_j⟩ so that p²/2m + λ is what it was
 *  before the step; where it cannot, it is frustrated. Between hops the step is velocity Verlet on the level,
 *  second order, with the electrons carried exactly at the places where it begins and ends, in the basis of the matrix, so that crossings of any sharpness are followed. With `gamma`
 *  the bath acts between two half flights. Observables may name "potential", which is λ_a; P_0, P_1, …, 1 for the level a and 0 for others; rho_0, rho_1, …, the
 *  |c_j|²; and "hops" and "frustrated", how many there were so far.
 *  @throws PhysicsError "parameter", "dimension"; from a step "unstable" where the electrons turn too fast for it [tully-1990, granucci-persico-2007] */
export const surfaceHopping = (molecule: Molecule, dt: number, options: SurfaceHoppingOptions = {}): SurfaceHopping => {
  const { electrons = 0, frustrated = "ignore", decoherence: C, kT = 0, gamma = 0 } = options;
  const { field, mass, hbar } = weighed(molecule);
  const { dim, states: d } = field;
  positive("dt", dt);
  oneOf("way with frustrated hops", frustrated, frustrations, '"ignore"');
  if (C !== undefined) positive("decoherence", C);
  if (notNegative("gamma", gamma) > 0 || kT !== 0) positive("kT", kT);
  cited("tully-1990", ...(C === undefined ? [] : (["granucci-persico-2007"] as const)));
  const begin = typeof electrons === "number" ? inLevel(field, electrons) : electrons;
  const [look, fluxes, bath] = [framing(field), fluxesOf(d), bathe(dt, mass, { kT, gamma })];
  const amplitudes = () => ({ re: new Float64Array(d), im: new Float64Array(d) });
  const [c, later, old] = [amplitudes(), amplitudes(), emptyFrame(field).vectors];
  const width = 2 * d + 3;
  const slope = ({ slopes }: Frame, a: number, k: number) => slopes.re[(k * d + a) * d + a];

  const kinetic = (p: Float64Array, from: number): number => {
    let sum = 0;
    for (let k = 0; k < dim; k++) sum += p[from + k] ** 2 / (2 * mass[k]);
    return sum;
  };

  /** Force and account of a copy with amplitudes `later` in its frame. */
  const enter = ({ account, force, frames, level }: HoppingState, copy: number): void => {
    const [frame, a, at] = [frames[copy], level[copy], copy * width];
    account[at] = frame.values[a];
    for (let j = 0; j < d; j++) {
      account[at + 1 + j] = Number(j === a);
      account[at + 1 + d + j] = later.re[j] ** 2 + later.im[j] ** 2;
    }
    for (let k = 0; k < dim; k++) force[copy * dim + k] = -slope(frame, a, k);
  };

  /** Hops if chance will have it; `flux` is what left level a, of which there was `share`. */
  const hop = (state: HoppingState, copy: number, flux: Float64Array, share: number, chance: number): void => {
    const [frame, a] = [state.frames[copy], state.level[copy]];
    let left = chance * share;
    for (let j = 0; j < d; j++) {
      left -= Math.max(flux[j], 0);
      if (left >= 0) continue;
      const p = state.p.subarray(copy * dim, (copy + 1) * dim);
      const u = couplingDirection(frame, a, j, mass);
      const done = rescale(p, u, mass, kinetic(p, 0) + frame.values[j] - state.energy[copy]);
      if (done) state.level[copy] = j;
      else if (frustrated === "reverse") reflect(p, u, mass);
      state.account[copy * width + width - (done ? 2 : 1)] += 1;
      return;
    }
  };

  const kickAndFly = (state: HoppingState, rng: Stream): void => {
    const { q, p, force, energy, account } = state;
    const parts = gamma > 0 ? 2 : 1;
    for (let copy = 0; copy < energy.length; copy++) energy[copy] = kinetic(p, copy * dim) + account[copy * width];
    for (let i = 0; i < p.length; i++) p[i] += 0.5 * dt * force[i];
    for (let part = 0; part < parts; part++) {
      if (part === 1) warm(state, rng);
      for (let i = 0; i < q.length; i++) q[i] += ((dt / parts) * p[i]) / mass[i % dim];
    }
  };

  /** The bath for a time dt, and its heat. */
  const warm = (state: HoppingState, rng: Stream): void => {
    const { p, energy } = state;
    for (let copy = 0; copy < energy.length; copy++) energy[copy] -= kinetic(p, copy * dim);
    bath(state, rng);
    for (let copy = 0; copy < energy.length; copy++) energy[copy] += kinetic(p, copy * dim);
  };

  const arrive = (state: HoppingState, copy: number, chance: number): void => {
    const { q, p, re, im, level } = state;
    const [frame, from, at, a] = [state.frames[copy], copy * dim, copy * d, level[copy]];
    inFrame(frame, re, im, at, c);
    turnHalf(frame, c, dt, hbar);
    outOfFrame(frame, c, re, im, at);
    old.re.set(frame.vectors.re);
    old.im.set(frame.vectors.im);
    look(q.subarray(from, from + dim), frame);
    const angle = ((frame.values[d - 1] - frame.values[0]) * dt) / hbar;
    if (angle > Math.PI) tooFast(angle, dt);
    inFrame(frame, re, im, at, later);
    for (let k = 0; k < dim; k++) p[from + k] -= 0.5 * dt * slope(frame, a, k);
    const share = c.re[a] ** 2 + c.im[a] ** 2;
    hop(state, copy, fluxes(a, { vectors: old, c }, { vectors: frame.vectors, c: later }), share, chance);
    turnHalf(frame, later, dt, hbar);
    if (C !== undefined) decohere(later, frame.values, level[copy], { h: dt, hbar, C, kinetic: kinetic(p, from) });
    outOfFrame(frame, later, re, im, at);
    enter(state, copy);
  };

  const init = (q: Float64Array, rng: Stream): HoppingState => {
    const copies = q.length / dim;
    const state: HoppingState = {
      q,
      p: new Float64Array(q.length),
      force: new Float64Array(q.length),
      re: new Float64Array(copies * d),
      im: new Float64Array(copies * d),
      level: new Int32Array(copies),
      energy: new Float64Array(copies),
      account: new Float64Array(copies * width),
      frames: Array.from({ length: copies }, () => emptyFrame(field)),
    };
    for (const [copy, frame] of state.frames.entries()) {
      look(q.subarray(copy * dim, (copy + 1) * dim), frame);
      const { re, im } = normalised(begin(frame, rng));
      later.re.set(re);
      later.im.set(im);
      outOfFrame(frame, later, state.re, state.im, copy * d);
      state.level[copy] = typeof electrons === "number" ? electrons : drawn(re, im, rng);
      enter(state, copy);
    }
    if (kT > 0) bathe(1, mass, { kT, gamma: Number.POSITIVE_INFINITY })(state, rng);
    return state;
  };

  return {
    name: "surface hopping",
    dt,
    kT,
    potential: surface(field, typeof electrons === "number" ? electrons : 0),
    molecule: { field, mass, hbar },
    account: [
      "potential",
      ...["P", "rho"].flatMap((name) => Array.from({ length: d }, (_, j) => `${name}_${j}`)),
      "hops",
      "frustrated",
    ],
    draws: gamma > 0 ? 1 : 0,
    init,
    step: (state, rng) => {
      kickAndFly(state, rng);
      for (let copy = 0; copy < state.frames.length; copy++) arrive(state, copy, rng.uniform());
      return state;
    },
    withStep: (other) => surfaceHopping(molecule, other, options),
    [display]: () =>
      motionShown("surface hopping", hopping, {
        dt,
        kT: kT || undefined,
        gamma: gamma || undefined,
        hbar,
        frustrated,
        decoherence: C,
      }),
  };
};
