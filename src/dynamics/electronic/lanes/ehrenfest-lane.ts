/** Steps of Ehrenfest dynamics as straight-line code. Flows at fixed nuclei that meet between two steps are one: a lane runs half a flow ahead, which is
 *  taken back where it is looked at. */

import { hold, type Operand } from "../../../expressions/code.js";
import { stream } from "../../../random/stream.js";
import { type Lane, plus, read, times } from "../../ensemble/lane.js";
import type { EhrenfestRecipe } from "../../ensemble/recipe.js";
import { placeOf, type Rule } from "../../start.js";
import { piecesFor, scheduleOf } from "../beats.js";

/** Starts that are drawn to count the pieces of a step. */
const TRIED = 16;

/** The pieces of a step: as many as were asked for, or as the starts that a rule draws demand. */
export const piecesOf = ({ substeps, electrons, dt }: EhrenfestRecipe, rule: Rule): number => {
  if (substeps !== undefined) return substeps;
  const rng = stream("places where beats are counted");
  const found = Array.from({ length: TRIED }, () => electrons.frequency(Float64Array.from(placeOf(rule(rng)))));
  return piecesFor(Math.max(...found), dt);
};

/** Keeps the largest angle of a beat in one piece, or the first beyond π. */
const watch = (lane: Lane, frequency: Operand, dt: number): void => {
  const { code, now } = lane;
  const before = read(lane, "beat", 0);
  const over = hold(code, ">", before, Math.PI);
  const most = hold(code, "greater", before, times(lane, dt, frequency));
  now.set("beat_0", hold(code, "pick", over, before, most));
};

/** The first half of a flow. `recipe` is that of one piece of a step, as in what follows. */
export const beginEhrenfest = (lane: Lane, recipe: EhrenfestRecipe): void => {
  const { electrons, dt, substeps, stages } = recipe;
  electrons.flow(lane, scheduleOf(stages, 1).electrons[0] * dt);
  if (substeps === undefined) lane.now.set("beat_0", 0);
};

/** One piece of a step. */
export const ehrenfestPiece = (lane: Lane, { dt, mass, substeps, stages, electrons }: EhrenfestRecipe): void => {
  const { drifts, electrons: flows } = scheduleOf(stages, 1);
  for (const [i, drift] of drifts.entries()) {
    const before = Array.from(mass, (_, k) => read(lane, "q", k));
    for (const [k, m] of mass.entries())
      lane.now.set(`q_${k}`, plus(lane, before[k], times(lane, (drift * dt) / m, read(lane, "p", k))));
    electrons.follow(lane, before);
    const ahead = i === drifts.length - 1 ? flows[0] : 0;
    const frequency = electrons.flow(lane, (flows[i + 1] + ahead) * dt);
    if (substeps === undefined) watch(lane, frequency, dt);
  }
};

/** Takes back the half of a flow, and says what the dynamics keeps account of. */
export const lookAtEhrenfest = (lane: Lane, { electrons, dt, stages }: EhrenfestRecipe): void => {
  electrons.flow(lane, -scheduleOf(stages, 1).electrons[0] * dt);
  for (const [i, value] of electrons.account(lane).entries()) lane.now.set(`a_${i}`, value);
};
