/** The step of Ehrenfest dynamics with two real states as straight-line code. Electrons are the vector s = ⟨φ, σφ⟩, of length 1, and V = v + b·σ with
 *  b = (V₁₂, 0, (V₁₁ − V₂₂)/2): at fixed nuclei s turns about b at the rate 2|b|/ħ. A step ends with the flight of the nuclei; the half of a flow that is
 *  then due is joined to the first of the next step, of which k_0 is the part that is to be done: ½ in the first step, 1 later. */

import { arithmetic, hold, type Operand } from "../../expressions/code.js";
import { differentiate } from "../../expressions/differentiate.js";
import { lower } from "../../expressions/lower.js";
import { type Lane, plus, read, times } from "../ensemble/lane.js";
import type { EhrenfestRecipe, Schedule } from "../ensemble/recipe.js";

/** The numbers that a lane keeps for its electrons: s, the part of the next flow, and the largest angle of a beat in one piece, or the first
 *  beyond π. */
export const electronRows = ["e_0", "e_1", "e_2", "k_0", "beat_0"] as const;

const minus = ({ code }: Lane, a: Operand, b: Operand): Operand => arithmetic(code, "-", a, b);

/** V and its slopes at the lane's place: v, b, and the same of ∂V/∂q_k. */
const fieldAt = (lane: Lane, { field }: EhrenfestRecipe) => {
  const { variables, parameters, entries } = field;
  const operands = new Map<string, Operand>(Object.entries(parameters));
  for (const [i, name] of variables.entries()) operands.set(name, read(lane, "q", i));
  const [first, coupling, , second] = entries.re;
  const parts = (of: (part: typeof first) => Operand) => {
    const [a, c, d] = [first, coupling, second].map(of);
    const half = (x: Operand) => times(lane, 0.5, x);
    return { mean: half(plus(lane, a, d)), x: c, z: half(minus(lane, a, d)) };
  };
  return {
    here: parts(({ tree }) => lower(lane.code, tree, operands)),
    slopes: variables.map((name, k) =>
      parts(({ tree, slopes }) => lower(lane.code, slopes?.[k] ?? differentiate(tree, name), operands)),
    ),
  };
};

/** |b| and n = b/|b|, (0, 0, 1) where b = 0. */
const axisOf = (lane: Lane, { x, z }: { readonly x: Operand; readonly z: Operand }) => {
  const { code } = lane;
  const size = hold(code, "sqrt", plus(lane, times(lane, x, x), times(lane, z, z)));
  const some = hold(code, ">", size, 1e-150);
  const inverse = arithmetic(code, "/", 1, hold(code, "greater", size, 1e-150));
  const nz = hold(code, "pick", some, times(lane, z, inverse), 1);
  return { size, some, inverse, nx: times(lane, x, inverse), nz };
};

/** The flow at fixed nuclei for a time h: with u = n_z s_x − n_x s_z, the part of s across b in its plane, (u, s_y) turn by θ = 2|b|h/ħ, and
 *  p_k falls by ∫(v′ + b′·s) dt. */
const flow = (lane: Lane, recipe: EhrenfestRecipe, h: Operand): Operand => {
  const { code, now } = lane;
  const { hbar } = recipe;
  const { here, slopes } = fieldAt(lane, recipe);
  const { size, some, inverse, nx, nz } = axisOf(lane, here);
  const [sx, sy, sz] = [0, 1, 2].map((i) => read(lane, "e", i));
  const half = times(lane, times(lane, 1 / hbar, h), size);
  const [sine, cosine] = ["sin", "cos"].map((name) => code.call(code, name, half));
  const [sin, fall] = [times(lane, 2, times(lane, sine, cosine)), times(lane, 2, times(lane, sine, sine))];
  const along = plus(lane, times(lane, nx, sx), times(lane, nz, sz));
  const u = minus(lane, times(lane, nz, sx), times(lane, nx, sz));
  const rate = times(lane, 0.5 * hbar, inverse);
  const turned = hold(code, "pick", some, times(lane, sin, rate), h);
  const across = minus(lane, times(lane, u, turned), times(lane, sy, times(lane, fall, rate)));
  for (const [k, { mean, x, z }] of slopes.entries()) {
    const steady = plus(lane, mean, times(lane, along, plus(lane, times(lane, nx, x), times(lane, nz, z))));
    const beating = times(lane, across, minus(lane, times(lane, nz, x), times(lane, nx, z)));
    const kick = plus(lane, times(lane, h, steady), beating);
    now.set(`p_${k}`, minus(lane, read(lane, "p", k), kick));
  }
  const cos = minus(lane, 1, fall);
  const next = minus(lane, times(lane, u, cos), times(lane, sy, sin));
  now.set("e_1", plus(lane, times(lane, sy, cos), times(lane, u, sin)));
  now.set("e_0", plus(lane, times(lane, along, nx), times(lane, next, nz)));
  now.set("e_2", minus(lane, times(lane, along, nz), times(lane, next, nx)));
  return size;
};

/** What is kept of a lane at its beginning beside what it was given. */
export const beginElectrons = ({ now }: Lane): void => {
  now.set("k_0", 0.5);
  now.set("beat_0", 0);
};

/** One step. */
export const ehrenfestStep = (lane: Lane, recipe: EhrenfestRecipe, { electrons, drifts, pieces }: Schedule): void => {
  const { dt, mass, hbar, watched } = recipe;
  const { now, code } = lane;
  for (const [i, drift] of drifts.entries()) {
    const h = i === 0 ? times(lane, 2 * electrons[0] * dt, read(lane, "k", 0)) : electrons[i] * dt;
    const size = flow(lane, recipe, h);
    if (watched) {
      const angle = times(lane, (2 * dt) / (hbar * pieces), size);
      const before = read(lane, "beat", 0);
      const over = hold(code, ">", before, Math.PI);
      now.set("beat_0", hold(code, "pick", over, before, hold(code, "greater", before, angle)));
    }
    for (const [k, m] of mass.entries())
      now.set(`q_${k}`, plus(lane, read(lane, "q", k), times(lane, (drift * dt) / m, read(lane, "p", k))));
  }
  now.set("k_0", 1);
};

/** Does what is due of the flow, and says what the dynamics keeps account of: ⟨φ, Vφ⟩ = v + b·s, and the populations (1 ∓ n·s)/2. */
export const lookAtElectrons = (lane: Lane, recipe: EhrenfestRecipe, { electrons }: Schedule): void => {
  const { now } = lane;
  const due = plus(lane, read(lane, "k", 0), -0.5);
  flow(lane, recipe, times(lane, 2 * electrons[0] * recipe.dt, due));
  const { here } = fieldAt(lane, recipe);
  const { nx, nz } = axisOf(lane, here);
  const [sx, , sz] = [0, 1, 2].map((i) => read(lane, "e", i));
  const dot = (x: Operand, z: Operand) => plus(lane, times(lane, x, sx), times(lane, z, sz));
  const share = times(lane, 0.5, dot(nx, nz));
  now.set("a_0", plus(lane, here.mean, dot(here.x, here.z)));
  now.set("a_1", minus(lane, 0.5, share));
  now.set("a_2", plus(lane, 0.5, share));
};
