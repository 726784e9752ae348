/** What a step of a splitting word or of Brownian motion does to a lane. */

import type { Operand } from "../../expressions/code.js";
import { lower } from "../../expressions/lower.js";
import type { Formula } from "../../potentials/formula.js";
import { exactExp, exactExpm1 } from "../../random/elementary.js";
import type { Mass } from "../splitting/mass.js";
import { type Lane, named, plus, read, times } from "./lane.js";
import type { Recipe } from "./recipe.js";

export const feel = (lane: Lane, { names, force }: Formula): void => {
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
export const impulse = (
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

export const splittingStep = (
  lane: Lane,
  { moves, mass, bath }: Recipe & { kind: "splitting" },
  formula: Formula,
): void => {
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

export const brownianStep = (
  lane: Lane,
  { kind, mobility, width }: Recipe & { kind: "euler-maruyama" | "leimkuhler-matthews" },
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
