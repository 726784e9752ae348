/** An integrator and its observables as straight-line code for one trajectory, a lane. It does what the flows of `letters` and `brownian` do, in the
 *  same order. The numbers that a lane keeps have the names q0, p0, f0 (force), n0 (noise), b0 (noise before) for each coordinate, and v0 (value)
 *  with u0 w0 (whether the last core was the first, the second), s0 t0 (steps since), x0 y0 (hops forth, back) for each observable. */

import type { Programs } from "../../assembly/module.js";
import type { Program } from "../../assembly/program.js";
import { hold, type Operand } from "../../expressions/code.js";
import { lower } from "../../expressions/lower.js";
import { freeNames } from "../../expressions/parse.js";
import { type Formula, formulaOf } from "../../potentials/formula.js";
import { beginEhrenfest, ehrenfestPiece, lookAtEhrenfest, piecesOf } from "../electronic/lanes/ehrenfest-lane.js";
import type { Mass } from "../splitting/mass.js";
import { type Lane, laneWith, named, plus, read } from "./lane.js";
import { brownianStep, feel, impulse, splittingStep } from "./lane-steps.js";
import { namesOf } from "./observable.js";
import type { Plan } from "./plan.js";
import { type Recipe, recipeOf } from "./recipe.js";

/** Momenta as they are given, or thermal ones from the noise of the beginning where they are NaN. */
const momenta = (lane: Lane, mass: Mass, kT: number, dim: number): void => {
  for (let i = 0; i < dim; i++) {
    const given = hold(lane.code, ">=", `p_${i}`, `p_${i}`);
    const drawn = impulse(lane, mass, [kT, 1], i, (j) => `n_${j}`);
    lane.now.set(`p_${i}`, hold(lane.code, "pick", given, `p_${i}`, drawn));
  }
};

/** What lanes of a kind keep, and what is done to them at the beginning, in a step, and before a look. */
interface Kind {
  readonly dim: number;
  readonly rows: readonly string[];
  /** Pieces of a step, each of which the program makes at a time, and whether a beat is to be watched in them. */
  readonly pieces?: number;
  readonly watched?: boolean;
  begin(lane: Lane): void;
  step(lane: Lane): void;
  look(lane: Lane): void;
}

const splittingKind = (recipe: Recipe & { kind: "splitting" }, formula: Formula): Kind => {
  const dim = formula.force.length;
  return {
    dim,
    rows: [...named("q", dim), ...named("p", dim), ...named("f", dim)],
    begin: (lane) => {
      momenta(lane, recipe.mass, recipe.bath.kT, dim);
      feel(lane, formula);
    },
    step: (lane) => splittingStep(lane, recipe, formula),
    look: () => {},
  };
};

const brownianKind = (recipe: Recipe & { kind: "euler-maruyama" | "leimkuhler-matthews" }, formula: Formula): Kind => {
  const dim = formula.force.length;
  const before = recipe.kind === "leimkuhler-matthews" ? named("b", dim) : [];
  return {
    dim,
    rows: [...named("q", dim), ...before, ...named("f", dim)],
    begin: (lane) => {
      for (const [i, name] of before.entries()) lane.now.set(name, `n_${i}`);
      feel(lane, formula);
    },
    step: (lane) => brownianStep(lane, recipe, formula),
    look: () => {},
  };
};

const ehrenfestKind = (recipe: Recipe & { kind: "ehrenfest" }, { rule }: Plan): Kind => {
  const dim = recipe.mass.length;
  const pieces = piecesOf(recipe, rule);
  const piece = { ...recipe, dt: recipe.dt / pieces };
  const watched = recipe.substeps === undefined;
  const electrons = named("e", recipe.electrons.count);
  return {
    dim,
    rows: [...named("q", dim), ...named("p", dim), ...electrons, ...(watched ? ["beat_0"] : [])],
    pieces,
    watched,
    begin: (lane) => {
      momenta(lane, recipe.mass, recipe.kT, dim);
      beginEhrenfest(lane, piece);
    },
    step: (lane) => ehrenfestPiece(lane, piece),
    look: (lane) => lookAtEhrenfest(lane, piece),
  };
};

/** The kind of a plan's integrator; undefined where it is not made of formulas. */
const kindOf = (plan: Plan): Kind | undefined => {
  const { integrator, observables } = plan;
  const [recipe, formula] = [recipeOf(integrator), formulaOf(integrator.potential)];
  if (recipe?.kind === "ehrenfest") return ehrenfestKind(recipe, plan);
  if (!recipe || !formula) return undefined;
  if (recipe.kind === "splitting") return splittingKind(recipe, formula);
  return observables.some(({ momenta }) => momenta.length > 0) ? undefined : brownianKind(recipe, formula);
};

/** What the names in observables stand for. */
const operandsOf = (lane: Lane, plan: Plan): Map<string, Operand> => {
  const { coordinates, momenta = [], account = [] } = namesOf(plan.integrator);
  return new Map([
    ...account.map((name, i) => [name, read(lane, "a", i)] as const),
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

/** Numbers of the observables. */
const observableRows = ({ observables }: Plan): string[] =>
  observables.flatMap(({ trees }, k) =>
    (trees?.cores ? ["v", "u", "w", "s", "t", "x", "y"] : ["v"]).map((letter) => `${letter}_${k}`),
  );

/** Whether hops can be looked for at every step: those of Ehrenfest dynamics by the coordinates alone, which are all that a step ends with. */
const countable = (plan: Plan): boolean => {
  if (recipeOf(plan.integrator)?.kind !== "ehrenfest") return true;
  const { coordinates } = namesOf(plan.integrator);
  const names = plan.observables.flatMap(({ trees }) => trees?.cores?.flatMap(freeNames) ?? []);
  return names.every((name) => coordinates.includes(name));
};

/** The programs of a plan. */
export interface LaneProgram {
  readonly programs: Programs;
  /** Names of the rows. */
  readonly names: readonly string[];
  /** How often the program of a step is run for one step. */
  readonly pieces: number;
  readonly watched: boolean;
}

/** The programs of a plan; undefined where potential, integrator or an observable is not made of formulas. */
export const laneProgram = (plan: Plan): LaneProgram | undefined => {
  const { integrator, observables } = plan;
  if (!observables.every(({ trees }) => trees) || !countable(plan)) return undefined;
  const kind = kindOf(plan);
  if (!kind) return undefined;
  const draws = Math.max(integrator.draws, 1);
  const noise = named("n", kind.dim * draws);
  const names = [...kind.rows, ...noise, ...observableRows(plan)];
  const [begin, step, look] = [laneWith(names), laneWith(names), laneWith(names)];
  kind.begin(begin);
  kind.step(step);
  kind.look(look);
  watchHops(begin, plan, true);
  watchHops(step, plan, false);
  const seen = operandsOf(look, plan);
  const values = observables.map(({ trees }) => (trees ? lower(look.code, trees.value, seen) : 0));
  look.now.clear();
  for (const [k, value] of values.entries()) look.now.set(`v_${k}`, value);
  const stepNoise = integrator.draws > 0 ? noise : [];
  const programs = { begin: kept(begin), step: kept(step), look: kept(look), noise, stepNoise };
  return { programs, names, pieces: kind.pieces ?? 1, watched: kind.watched ?? false };
};
