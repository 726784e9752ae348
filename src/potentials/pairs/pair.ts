import { positive } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { scalar } from "../../expressions/compile.js";
import { differentiate } from "../../expressions/differentiate.js";
import { freeNames, parse } from "../../expressions/parse.js";
import { spaceDimension } from "../dimensions.js";
import { equationsOf, negative } from "../show/equations.js";
import { showPair } from "../show/show-pair.js";
import { checkUsed } from "../used.js";
import { type Tail, tailOf } from "./tail.js";

/** Where a pair potential ends. */
export interface Cut {
  /** A distance, beyond which V and F are 0; none unless told. */
  readonly cutoff?: number;
  /** Whether V is shifted to be 0 at the cutoff. */
  readonly shifted?: boolean;
}

/** The energy of two particles at a distance r. */
export interface PairPotential extends Displayable {
  readonly text: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly cutoff: number;
  readonly shifted: boolean;
  energy(r: number): number;
  /** F = −dV/dr, positive where the particles repel each other. */
  force(r: number): number;
  /** The long-range correction at a number density, per particle, in 3 dimensions unless told. @throws PhysicsError "undefined-quantity" of what is shifted */
  tail(density: number, dim?: number): Tail;
}

const checkFormula = (text: string, free: readonly string[], parameters: Readonly<Record<string, number>>): void => {
  checkUsed(text, free, parameters, ["r"]);
  const unknown = free.find((name) => name !== "r" && !Object.hasOwn(parameters, name));
  if (unknown === undefined && free.includes("r")) return;
  throw new PhysicsError("expression", {
    what: unknown ? `"${text}" holds the name "${unknown}", which has no value` : `"${text}" does not depend on r`,
    expected: "a formula in the distance r and the parameters",
    remedy: unknown ? `Give it a value, { ${unknown}: 1.5 }` : "Call the distance r",
  });
};

const noTail = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "A shifted potential has no long-range correction: the shift moves near pairs as well",
    expected: "a potential that is cut alone",
    remedy: "Leave out shifted: true",
  });
};

/** V(r) from a formula such as "q^2*exp(-r/lambda)/r" in the distance r. @throws PhysicsError "expression", "parameter" */
export const pair = (
  text: string,
  parameters: Readonly<Record<string, number>> = {},
  { cutoff = Number.POSITIVE_INFINITY, shifted = false }: Cut = {},
): PairPotential => {
  const tree = parse(text);
  checkFormula(text, freeNames(tree), parameters);
  if (cutoff !== Number.POSITIVE_INFINITY || shifted) positive("cutoff", cutoff);
  const slope = differentiate(tree, "r");
  const energy = scalar(tree, "r", parameters);
  const force = scalar(negative(slope), "r", parameters);
  const shift = shifted ? energy(cutoff) : 0;
  const made: PairPotential = {
    text,
    parameters,
    cutoff,
    shifted,
    energy: (r) => (r >= cutoff ? 0 : energy(r) - shift),
    force: (r) => (r >= cutoff ? 0 : force(r)),
    tail: (density, dim = 3) => (shifted ? noTail() : tailOf(energy, force, cutoff, density, spaceDimension(dim))),
    [display]: () => showPair(made, equationsOf(tree, [slope], ["r"]).slice(0, 2)),
  };
  return made;
};
