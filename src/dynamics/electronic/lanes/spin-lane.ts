/** Two real states as the vector s = ⟨φ, σφ⟩ of length 1, its parts e_0, e_1, e_2, with V = v + b·σ and b = (V₁₂, 0, (V₁₁ − V₂₂)/2): at fixed nuclei s turns
 *  about b at the rate 2|b|/ħ. */

import { arithmetic, hold, type Operand } from "../../../expressions/code.js";
import { differentiate } from "../../../expressions/differentiate.js";
import { lower } from "../../../expressions/lower.js";
import { emptyFrame, framing } from "../../../potentials/fields/frame.js";
import type { ExpressionField } from "../../../potentials/fields/matrix.js";
import { type Lane, minus, plus, read, times } from "../../ensemble/lane.js";
import type { LaneElectrons } from "../../ensemble/recipe.js";
import { type Electrons, normalised } from "../electrons.js";

/** v and the parts of b. */
interface Parts {
  readonly mean: Operand;
  readonly x: Operand;
  readonly z: Operand;
}

/** V and its slopes at the lane's place. */
const fieldAt = (lane: Lane, { variables, parameters, entries }: ExpressionField) => {
  const operands = new Map<string, Operand>(Object.entries(parameters));
  for (const [i, name] of variables.entries()) operands.set(name, read(lane, "q", i));
  const [first, coupling, , second] = entries.re;
  const parts = (of: (part: typeof first) => Operand): Parts => {
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
const axisOf = (lane: Lane, { x, z }: Parts) => {
  const { code } = lane;
  const size = hold(code, "sqrt", plus(lane, times(lane, x, x), times(lane, z, z)));
  const some = hold(code, ">", size, 1e-150);
  const inverse = arithmetic(code, "/", 1, hold(code, "greater", size, 1e-150));
  const nz = hold(code, "pick", some, times(lane, z, inverse), 1);
  return { size, some, inverse, nx: times(lane, x, inverse), nz };
};

const spin = (lane: Lane): readonly Operand[] => [0, 1, 2].map((i) => read(lane, "e", i));

/** With u = n_z s_x − n_x s_z, the part of s across b in its plane, (u, s_y) turn by θ = 2|b|h/ħ, and p_k falls by ∫(v′ + b′·s) dt. */
const flow = (lane: Lane, field: ExpressionField, hbar: number, h: number): Operand => {
  const { code, now } = lane;
  const { here, slopes } = fieldAt(lane, field);
  const { size, some, inverse, nx, nz } = axisOf(lane, here);
  const [sx, sy, sz] = spin(lane);
  const half = times(lane, h / hbar, size);
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
    now.set(`p_${k}`, minus(lane, read(lane, "p", k), plus(lane, times(lane, h, steady), beating)));
  }
  const cos = minus(lane, 1, fall);
  const next = minus(lane, times(lane, u, cos), times(lane, sy, sin));
  now.set("e_1", plus(lane, times(lane, sy, cos), times(lane, u, sin)));
  now.set("e_0", plus(lane, times(lane, along, nx), times(lane, next, nz)));
  now.set("e_2", minus(lane, times(lane, along, nz), times(lane, next, nx)));
  return times(lane, 2 / hbar, size);
};

/** ⟨φ, Vφ⟩ = v + b·s, and the populations (1 ∓ n·s)/2. */
const account = (lane: Lane, field: ExpressionField): readonly Operand[] => {
  const { here } = fieldAt(lane, field);
  const { nx, nz } = axisOf(lane, here);
  const [sx, , sz] = spin(lane);
  const dot = (x: Operand, z: Operand) => plus(lane, times(lane, x, sx), times(lane, z, sz));
  const share = times(lane, 0.5, dot(nx, nz));
  return [plus(lane, here.mean, dot(here.x, here.z)), minus(lane, 0.5, share), plus(lane, 0.5, share)];
};

/** Electrons with two real states of formulas. */
export const spinLane = (field: ExpressionField, hbar: number, begin: Electrons): LaneElectrons => {
  const [look, frame] = [framing(field), emptyFrame(field)];
  return {
    count: 3,
    draw: (q, rng) => {
      look(q, frame);
      const c = normalised(begin(frame, rng));
      const w = frame.vectors.re;
      const part = (i: number, of: Float64Array) => w[i] * of[0] + w[2 + i] * of[1];
      const [a, b, x, y] = [part(0, c.re), part(0, c.im), part(1, c.re), part(1, c.im)];
      return [2 * (a * x + b * y), 2 * (a * y - b * x), a * a + b * b - x * x - y * y];
    },
    frequency: (q) => {
      look(q, frame);
      return (frame.values[1] - frame.values[0]) / hbar;
    },
    flow: (lane, h) => flow(lane, field, hbar, h),
    follow: () => {},
    account: (lane) => account(lane, field),
  };
};
