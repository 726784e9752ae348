/** States of a rotating frame as amplitudes c_j of its eigenvectors, real parts e_0 … e_{d−1} and imaginary parts behind them, up to a common phase. At fixed
 *  nuclei each turns at its own frequency; where nuclei move, c_0 and the part c_w along the weights turn into each other by |w| Δs. */

import type { MathNode } from "mathjs";
import { arithmetic, type Operand } from "../../../expressions/code.js";
import { differentiate } from "../../../expressions/differentiate.js";
import { lower } from "../../../expressions/lower.js";
import { gaussLegendre } from "../../../linalg/quadrature/gauss-legendre.js";
import { emptyFrame } from "../../../potentials/fields/frame.js";
import type { RotatingFrame } from "../../../systems/rotating-frame.js";
import { type Lane, minus, plus, read, times } from "../../ensemble/lane.js";
import type { LaneElectrons } from "../../ensemble/recipe.js";
import { type Electrons, normalised } from "../electrons.js";

type Place = readonly Operand[];

const placeNow = (lane: Lane, { dim }: RotatingFrame): Place =>
  Array.from({ length: dim }, (_, k) => read(lane, "q", k));

/** A formula at a place. */
const at = (lane: Lane, tree: MathNode, { variables, formulas }: RotatingFrame, place: Place): Operand => {
  const operands = new Map<string, Operand>(Object.entries(formulas.parameters));
  for (const [k, name] of variables.entries()) operands.set(name, place[k]);
  return lower(lane.code, tree, operands);
};

const sum = (lane: Lane, terms: readonly Operand[]): Operand => terms.reduce((a, b) => plus(lane, a, b), 0);

/** A function of an operand, at once where it is a number. */
const applied = ({ code }: Lane, name: "sin" | "cos", x: Operand): Operand =>
  typeof x === "number" ? Math[name](x) : code.call(code, name, x);

/** sin x/x, from its series where that is what is left of it. */
const sincOf = (lane: Lane, sine: Operand, x: Operand): Operand =>
  typeof x === "number" ? (x === 0 ? 1 : Math.sin(x) / x) : arithmetic(lane.code, "/", sine, x);

/** ∂s/∂q_k. */
const slopesOfAngle = (lane: Lane, frame: RotatingFrame): Operand[] => {
  const { turn, isSlope } = frame.formulas;
  const place = placeNow(lane, frame);
  if (isSlope) return [at(lane, turn, frame, place)];
  return frame.variables.map((name) => at(lane, differentiate(turn, name), frame, place));
};

/** p_k falls by h(∂λ_0 + Σ_j |c_j|² ∂λ̃_j) − 2h ∂s Σ_j w_j λ̃_j sinc(α_j) Re(c̄_0 c_j e^{−iα_j}) with α_j = λ̃_j h/2ħ, and c_j turns by −2α_j. */
const flow = (lane: Lane, frame: RotatingFrame, hbar: number, h: number): Operand => {
  const { now } = lane;
  const { states: d, weights, formulas, variables } = frame;
  const place = placeNow(lane, frame);
  const levels = formulas.levels.map((tree) => at(lane, tree, frame, place));
  const amplitude = (j: number) => [read(lane, "e", j), read(lane, "e", d + j)] as const;
  const slopes = (j: number) =>
    variables.map((name) => at(lane, differentiate(formulas.levels[j], name), frame, place));
  const steady = slopes(0);
  const [alongs, acrosses]: Operand[][] = [[], []];
  for (let j = 1; j < d; j++) {
    const [re, im] = amplitude(j);
    const half = times(lane, (0.5 * h) / hbar, levels[j]);
    const [cos, sin] = [applied(lane, "cos", half), applied(lane, "sin", half)];
    const x = plus(lane, times(lane, cos, re), times(lane, sin, im));
    const y = minus(lane, times(lane, cos, im), times(lane, sin, re));
    const factor = times(lane, 2 * h * weights[j - 1], times(lane, levels[j], sincOf(lane, sin, half)));
    alongs.push(times(lane, factor, x));
    acrosses.push(times(lane, factor, y));
    const population = plus(lane, times(lane, re, re), times(lane, im, im));
    for (const [k, slope] of slopes(j).entries()) steady[k] = plus(lane, steady[k], times(lane, population, slope));
    now.set(`e_${j}`, plus(lane, times(lane, cos, x), times(lane, sin, y)));
    now.set(`e_${d + j}`, minus(lane, times(lane, cos, y), times(lane, sin, x)));
  }
  const [re, im] = amplitude(0);
  const beating = plus(lane, times(lane, re, sum(lane, alongs)), times(lane, im, sum(lane, acrosses)));
  for (const [k, slope] of slopesOfAngle(lane, frame).entries()) {
    const kick = minus(lane, times(lane, slope, beating), times(lane, h, steady[k]));
    now.set(`p_${k}`, plus(lane, read(lane, "p", k), kick));
  }
  return times(lane, 1 / hbar, levels[d - 1]);
};

const rule = gaussLegendre(4);

/** s at the lane's place, less s at another one: by four points of Gauss and Legendre where its slope is given, to the ninth order of the way. */
const turnSince = (lane: Lane, frame: RotatingFrame, before: Place): Operand => {
  const { turn, isSlope } = frame.formulas;
  const place = placeNow(lane, frame);
  if (!isSlope) return minus(lane, at(lane, turn, frame, place), at(lane, turn, frame, before));
  const way = minus(lane, place[0], before[0]);
  const terms = Array.from(rule.nodes, (node, i) => {
    const between = plus(lane, before[0], times(lane, 0.5 * (1 + node), way));
    return times(lane, 0.5 * rule.weights[i], at(lane, turn, frame, [between]));
  });
  return times(lane, way, sum(lane, terms));
};

/** c_0 ← cos Δ c_0 + sin Δ c_w and c_w ← cos Δ c_w − sin Δ c_0 with Δ = |w| Δs. */
const follow = (lane: Lane, frame: RotatingFrame, before: Place): void => {
  const { states: d, weights } = frame;
  const size = Math.hypot(...weights);
  if (size === 0) return;
  const angle = times(lane, size, turnSince(lane, frame, before));
  const [cos, sin] = [applied(lane, "cos", angle), applied(lane, "sin", angle)];
  for (const first of [0, d]) {
    const ground = read(lane, "e", first);
    const parts = Array.from(weights, (w, j) => times(lane, w / size, read(lane, "e", first + 1 + j)));
    const along = sum(lane, parts);
    const turned = minus(lane, times(lane, cos, along), times(lane, sin, ground));
    lane.now.set(`e_${first}`, plus(lane, times(lane, cos, ground), times(lane, sin, along)));
    const gain = minus(lane, turned, along);
    for (const [j, w] of weights.entries()) {
      const name = `e_${first + 1 + j}`;
      lane.now.set(name, plus(lane, read(lane, "e", first + 1 + j), times(lane, w / size, gain)));
    }
  }
};

/** λ_0 + Σ_j λ̃_j |c_j|², and the populations. */
const account = (lane: Lane, frame: RotatingFrame): readonly Operand[] => {
  const { states: d, formulas } = frame;
  const levels = formulas.levels.map((tree) => at(lane, tree, frame, placeNow(lane, frame)));
  const populations = levels.map((_, j) => {
    const [re, im] = [read(lane, "e", j), read(lane, "e", d + j)];
    return plus(lane, times(lane, re, re), times(lane, im, im));
  });
  const above = levels.slice(1).map((level, j) => times(lane, level, populations[j + 1]));
  return [plus(lane, levels[0], sum(lane, above)), ...populations];
};

/** Electrons in a rotating frame. */
export const turningLane = (field: RotatingFrame, hbar: number, begin: Electrons): LaneElectrons => {
  const frame = emptyFrame(field);
  const { states: d } = field;
  return {
    count: 2 * d,
    draw: (q, rng) => {
      field.frame(q, frame);
      const { re, im } = normalised(begin(frame, rng));
      return [...re, ...im];
    },
    frequency: (q) => {
      field.frame(q, frame);
      return (frame.values[d - 1] - frame.values[0]) / hbar;
    },
    flow: (lane, h) => flow(lane, field, hbar, h),
    follow: (lane, before) => follow(lane, field, before),
    account: (lane) => account(lane, field),
  };
};
