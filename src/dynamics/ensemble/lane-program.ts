/** An integrator and its observables as straight-line code for one trajectory, a lane. It does what the flows of `letters` and `brownian` do, in the
 *  same order. The numbers that a lane keeps have the names q0, p0, f0 (force), n0 (noise), b0 (noise before) for each coordinate, and v0 (value)
 *  with u0 w0 (whether the last core was the first, the second), s0 t0 (steps since), x0 y0 (hops forth, back) for each observable. */

import type { Programs } from "../../assembly/module.js";
import type { Program } from "../../assembly/program.js";
import { arithmetic, type Code, hold, type Operand } from "../../expressions/code.js";
import { exactCode } from "../../expressions/exact.js";
import { lower } from "../../expressions/lower.js";
import { type Formula, formulaOf } from "../../potentials/formula.js";
import { exactExp, exactExpm1 } from "../../random/elementary.js";
import type { Mass } from "../splitting/mass.js";
import { namesOf } from "./observable.js";
import type { Plan } from "./plan.js";
import { type Recipe, recipeOf } from "./recipe.js";

const named = (letter: string, dim: number): string[] => Array.from({ length: dim }, (_, i) => `${letter}_${i}`);

/** A lane under way: its code, and where its numbers are now. */
interface Lane {
  readonly code: Code;
  readonly now: Map<string, Operand>;
}

const laneWith = (names: readonly string[]): Lane => ({
  code: exactCode(),
  now: new Map(names.map((name) => [name, name])),
});

const read = ({ now }: Lane, letter: string, i: number): Operand => now.get(`${letter}_${i}`) ?? `${letter}_${i}`;
const plus = ({ code }: Lane, a: Operand, b: Operand): Operand => arithmetic(code, "+", a, b);
const times = ({ code }: Lane, a: Operand, b: Operand): Operand => arithmetic(code, "*", a, b);

const feel = (lane: Lane, { names, force }: Formula): void => {
  const operands = new Map<string, Operand>(Object.entries(names.parameters));
  for (const [i, name] of names.coordinates.entries()) operands.set(name, read(lane, "q", i));
  for (const [i, tree] of force.entries()) lane.now.set(`f_${i}`, lower(lane.code, tree, operands));
};

/** (M⁻¹p)ᵢ, times h where the masses are a list. */
const displacement = (lane: Lane, mass: Mass, h: number, i: number): Operand => {
  if (mass instanceof Float64Array) return times(lane, h / mass[i], read(lane, "p", i));
  const terms = Array.from({ length: mass.dim }, (_, j) =>
    times(lane, mass.inverse[i * mass.dim + j], read(lane, "p", j)),
  );
  return times(
    lane,
    h,
    terms.reduce((a, b) => plus(lane, a, b)),
  );
};

/** √(kT · fresh) (M^½ξ)ᵢ. */
const impulse = (
  lane: Lane,
  mass: Mass,
  [kT, fresh]: readonly [number, number],
  i: number,
  noise: (j: number) => Operand,
): Operand => {
  if (mass instanceof Float64Array) return times(lane, Math.sqrt(mass[i] * kT * fresh), noise(i));
  const terms = Array.from({ length: i + 1 }, (_, j) => times(lane, mass.factor[i * mass.dim + j], noise(j)));
  return times(
    lane,
    Math.sqrt(kT * fresh),
    terms.reduce((a, b) => plus(lane, a, b)),
  );
};

const moveBy = (lane: Lane, letter: string, steps: readonly Operand[]): void => {
  for (const [i, step] of steps.entries()) lane.now.set(`${letter}_${i}`, plus(lane, read(lane, letter, i), step));
};

const splittingStep = (lane: Lane, { moves, mass, bath }: Recipe & { kind: "splitting" }, formula: Formula): void => {
  const each = named("q", formula.force.length).map((_, i) => i);
  let drawn = 0;
  for (const { letter, h } of moves) {
    if (letter === "F") feel(lane, formula);
    if (letter === "A")
      moveBy(
        lane,
        "q",
        each.map((i) => displacement(lane, mass, h, i)),
      );
    if (letter === "B")
      moveBy(
        lane,
        "p",
        each.map((i) => times(lane, h, read(lane, "f", i))),
      );
    if (letter !== "O") continue;
    const [c, fresh] = [exactExp(-bath.gamma * h), -exactExpm1(-2 * bath.gamma * h)];
    const first = each.length * drawn++;
    for (const i of each) {
      const kept = times(lane, c, read(lane, "p", i));
      lane.now.set(
        `p_${i}`,
        plus(
          lane,
          kept,
          impulse(lane, mass, [bath.kT, fresh], i, (j) => `n_${first + j}`),
        ),
      );
    }
  }
};

const brownianStep = (
  lane: Lane,
  { kind, mobility, width }: Exclude<Recipe, { kind: "splitting" }>,
  formula: Formula,
): void => {
  for (const i of formula.force.keys()) {
    const pulled = times(lane, mobility, read(lane, "f", i));
    const pushed =
      kind === "euler-maruyama"
        ? times(lane, width, `n_${i}`)
        : times(lane, 0.5 * width, plus(lane, `b_${i}`, `n_${i}`));
    lane.now.set(`q_${i}`, plus(lane, read(lane, "q", i), plus(lane, pulled, pushed)));
    if (kind === "leimkuhler-matthews") lane.now.set(`b_${i}`, `n_${i}`);
  }
  feel(lane, formula);
};

const begun = (lane: Lane, recipe: Recipe, formula: Formula): void => {
  for (const i of formula.force.keys()) {
    if (recipe.kind === "splitting")
      lane.now.set(
        `p_${i}`,
        impulse(lane, recipe.mass, [recipe.bath.kT, 1], i, (j) => `n_${j}`),
      );
    if (recipe.kind === "leimkuhler-matthews") lane.now.set(`b_${i}`, `n_${i}`);
  }
  feel(lane, formula);
};

/** What the names in observables stand for. */
const operandsOf = (lane: Lane, plan: Plan): Map<string, Operand> => {
  const { coordinates, momenta = [] } = namesOf(plan.integrator);
  return new Map([
    ...momenta.map((name, i) => [name, read(lane, "p", i)] as const),
    ...coordinates.map((name, i) => [name, read(lane, "q", i)] as const),
  ]);
};

/** The memory of the last core moves on, and arrivals and waiting steps are counted, or nothing yet at the beginning. */
const watchHops = (lane: Lane, plan: Plan, beginning: boolean): void => {
  const { code, now } = lane;
  const pick = (condition: Operand, yes: Operand, no: Operand) => hold(code, "pick", condition, yes, no);
  for (const [k, { trees }] of plan.observables.entries()) {
    if (!trees?.cores) continue;
    const [first, second] = trees.cores.map((tree) => lower(code, tree, operandsOf(lane, plan)));
    const [u, w] = beginning ? [0, 0] : [`u_${k}`, `w_${k}`];
    const count = (letter: string, more: Operand) =>
      now.set(`${letter}_${k}`, beginning ? 0 : plus(lane, `${letter}_${k}`, more));
    count("s", u);
    count("t", w);
    count("x", pick(first, 0, pick(second, u, 0)));
    count("y", pick(first, w, 0));
    now.set(`u_${k}`, pick(first, 1, pick(second, 0, u)));
    now.set(`w_${k}`, pick(first, 0, pick(second, 1, w)));
  }
};

const kept = ({ code, now }: Lane): Program => ({
  code,
  keep: new Map([...now].filter(([name, operand]) => name !== operand)),
});

/** The numbers that lanes keep, in the order of their rows. */
const rowNames = (recipe: Recipe, draws: number, { observables }: Plan, dim: number): string[] => [
  ...named("q", dim),
  ...(recipe.kind === "splitting" ? named("p", dim) : []),
  ...(recipe.kind === "leimkuhler-matthews" ? named("b", dim) : []),
  ...named("f", dim),
  ...named("n", dim * draws),
  ...observables.flatMap(({ trees }, k) =>
    (trees?.cores ? ["v", "u", "w", "s", "t", "x", "y"] : ["v"]).map((letter) => `${letter}_${k}`),
  ),
];

/** The programs of a plan, and the names of its rows; undefined where potential, integrator or an observable is not made of formulas. */
export const laneProgram = (
  plan: Plan,
): { readonly programs: Programs; readonly names: readonly string[] } | undefined => {
  const { integrator, observables } = plan;
  const [recipe, formula] = [recipeOf(integrator), formulaOf(integrator.potential)];
  if (!recipe || !formula || !observables.every(({ trees }) => trees)) return undefined;
  if (recipe.kind !== "splitting" && observables.some(({ momenta }) => momenta.length > 0)) return undefined;
  const draws = Math.max(integrator.draws, 1);
  const names = rowNames(recipe, draws, plan, formula.force.length);
  const [begin, step, look] = [laneWith(names), laneWith(names), laneWith(names)];
  begun(begin, recipe, formula);
  if (recipe.kind === "splitting") splittingStep(step, recipe, formula);
  else brownianStep(step, recipe, formula);
  watchHops(begin, plan, true);
  watchHops(step, plan, false);
  for (const [k, { trees }] of observables.entries())
    if (trees) look.now.set(`v_${k}`, lower(look.code, trees.value, operandsOf(look, plan)));
  const noise = names.filter((name) => name.startsWith("n_"));
  return { programs: { begin: kept(begin), step: kept(step), look: kept(look), noise }, names };
};
