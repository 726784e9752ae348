import { labelOf } from "../notation/names.js";
import { replaced } from "../scalars/substitute.js";
import { integral, number, plus, power, symbol, times } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { evaluator } from "./evaluate.js";
import { fieldAt, jet, jetOf } from "./field.js";
import type { Frame } from "./frame.js";
import { concreteOf, type Given } from "./given.js";
import { gathered } from "./tidy.js";
import { variation } from "./variation.js";

const STEP = 1e-2;

/** How far ∫ δF/δφ(z) η(z) dz lies from dF[φ + λη]/dλ by differences of fourth order, relative to ∫ |δF/δφ η| dz. */
export const residualOf = (of: Term, frame: Frame, given: Given, along: string): number => {
  const { field, places, declarations } = frame;
  const η = `${field}η`;
  const names = new Map([...declarations, [η, { ...declarations.get(field)!, of: declarations.get(field)!.of }]]);
  const concrete = concreteOf({ ...given, [η]: along });
  const value = evaluator(names, places, concrete);
  const shifted = (step: number): number => {
    const moved = replaced(of, (part) => {
      const found = jetOf(part, field);
      return found && plus(part, times(number(step), jet(η, found)));
    });
    return value(moved, new Map());
  };
  const [h, H] = [shifted(STEP) - shifted(-STEP), shifted(2 * STEP) - shifted(-2 * STEP)];
  const quotient = (8 * h - H) / (12 * STEP);
  const z = { ...symbol("ζ", places[0]!.rank) };
  const slope = gathered(variation(of, field, z, places));
  const extended: Declarations = new Map([
    ...names,
    ["ζ", { ...declarations.get(labelOf(places[0]!))!, role: "place" as const }],
  ]);
  const pairing = evaluator(extended, [...places, z], concrete);
  const product = times(slope, fieldAt(η, z));
  const [paired, size] = [product, power(power(product, number(2)), number("1/2"))].map((of) =>
    pairing(integral("ζ", of), new Map()),
  ) as [number, number];
  return Math.abs(paired - quotient) / Math.max(size, Math.abs(quotient), Number.MIN_VALUE);
};
