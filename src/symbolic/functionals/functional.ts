import { whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { inspected } from "../../estimate/estimate.js";
import { declare } from "../notation/declare.js";
import { parse, tex, text } from "../notation/index.js";
import { labelOf } from "../notation/names.js";
import { signsOf } from "../notation/signs.js";
import { named } from "../operators/names.js";
import { letterOf, namesOf } from "../scalars/names.js";
import { replaced } from "../scalars/substitute.js";
import { symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { evaluator } from "./evaluate.js";
import { fieldAt, jetsOf } from "./field.js";
import { boundIn, explicit, type Frame, implicit, unfolded } from "./frame.js";
import { concreteOf, type Given, type Range } from "./given.js";
import { residualOf } from "./residual.js";
import { composed, taylorOf } from "./series.js";
import { gathered } from "./tidy.js";
import { variation } from "./variation.js";

/** A functional of a field, or its functional derivative at a place; it shows itself. */
export interface Functional extends Displayable {
  readonly term: Term;
  /** F = …, δF/δφ(x) = … */
  readonly text: string;
  readonly tex: string;
  toString(): string;
  /**
   * δF/δφ(z): the derivative of Euler and Lagrange for each integral over φ and its gradients. `at` is the place, the first one unless told; it
   * must not be integrated over where integrals remain.
   */
  derivative(at?: string): Functional;
  /** F[φ + η] to an order in η: Σ 1/n! ∫ … ∫ δⁿF/δφ … η …. */
  taylor(variation: string, order: number): Functional;
  /** The functional of ψ that comes from φ = g(ψ), `of("ψ", "ψ^2")`. */
  of(field: string, formula: string): Functional;
  /** The number for given fields and functions; `at` is the place of a functional derivative. @throws PhysicsError "parameter" */
  value(given: Given, at?: number | readonly number[]): number;
  /**
   * How far ∫ δF/δφ(z) η(z) dz lies from dF[φ + λη]/dλ by differences, relative to ∫ |δF/δφ η| dz: `along` is η. Fields must be periodic on the range, or
   * η vanish at its ends.
   */
  residual(given: Given, along: string): number;
}

const placeNamed = (label: string, { places }: Frame): Term =>
  places.find((place) => labelOf(place) === label) ?? { ...named(label), ...symbol(label, places[0]!.rank) };

const refuseBound = (of: Term, at: string): void => {
  if (!boundIn(of).includes(at)) return;
  throw new PhysicsError("parameter", {
    what: `The derivative at ${at} holds an integral over ${at}`,
    expected: "a letter of its own for the place",
    remedy: 'Name another, derivative("z")',
  });
};

const symbolOf = (name: string): string => tex(symbol(name), signsOf([symbol(name)]));

const shown = (
  term: Term,
  frame: Frame,
  left: { readonly text: string; readonly tex: string },
  depth = 0,
): Functional => {
  const { field, places, declarations } = frame;
  const printed = implicit(term, frame);
  const [plain, latex] = [`${left.text} = ${text(printed)}`, `${left.tex} = ${tex(printed, signsOf([printed]))}`];
  const show = () => plain;
  return {
    term,
    text: plain,
    tex: latex,
    toString: show,
    derivative: (at) => {
      const free =
        boundIn(term).length > 1 || depth > 0
          ? ["z", "u", "w"].find((each) => !text(term).includes(each))!
          : labelOf(places[0]!);
      const label = letterOf(at ?? free);
      const z = placeNamed(label, frame);
      const slope = gathered(variation(term, field, z, places));
      refuseBound(slope, label);
      const order = depth === 0 ? "" : String(depth + 1);
      const below = depth === 0 ? "" : left.text.slice(left.text.indexOf("/") + 1);
      const belowTex = depth === 0 ? "" : /\}\{(.*)\}$/u.exec(left.tex)![1]!;
      const names = new Map([
        ...declarations,
        [label, { ...declarations.get(labelOf(places[0]!))!, role: "place" as const }],
      ]);
      const all = places.some(({ key }) => key === z.key) ? places : [...places, z];
      return shown(
        slope,
        { ...frame, declarations: names, places: all },
        {
          text: `δ${order && `^${order}`}F/${below}δ${field}(${label})`,
          tex: `\\frac{\\delta${order && `^{${order}}`} F}{${belowTex}\\delta ${symbolOf(field)}(${label})}`,
        },
        depth + 1,
      );
    },
    taylor: (name, order) => {
      const η = letterOf(name);
      const names = new Map([...declarations, [η, declarations.get(field)!]]);
      const sides = {
        text: `F[${field} + ${η}] + O(${η}^${order + 1})`,
        tex: `F[${symbolOf(field)} + ${symbolOf(η)}] + O(${symbolOf(η)}^{${order + 1}})`,
      };
      return shown(taylorOf(term, field, η, whole("the order", order)), { ...frame, declarations: names }, sides);
    },
    of: (name, formula) => {
      const ψ = letterOf(name);
      const own = declare({
        ...Object.fromEntries(
          [...namesOf(formula, { calls: true })].map(([label]) => [label, { role: "constant" as const }]),
        ),
      });
      const names = new Map([...own, ...declarations, [ψ, declarations.get(field)!]]);
      const inner = replaced(parse(formula, own), ({ key }) =>
        key === symbol(ψ).key ? fieldAt(ψ, named("·")) : undefined,
      );
      return shown(composed(term, field, ψ, inner), { ...frame, declarations: names, field: ψ }, left, depth);
    },
    value: (given, at) => {
      const point = [at ?? []].flat() as readonly number[];
      const names =
        places.at(-1)!.rank > 0 ? point.map((_, i) => `${labelOf(places.at(-1)!)}${i + 1}`) : [labelOf(places.at(-1)!)];
      return evaluator(declarations, places, concreteOf(given))(term, new Map(point.map((x, i) => [names[i]!, x])));
    },
    residual: (given, along) => residualOf(term, frame, given, along),
    ...{ [inspected]: show },
    [display]: () => ({ "text/latex": `$$${latex}$$`, "text/plain": plain }),
  };
};

/**
 * A functional of a field from the notation: `functional("∫ [1/2 (∂φ/∂x)^2 + φ^4/4] dx")`, `functional("1/2 ∫∫ φ(x) K(x, y) φ(y) dx dy")`. The
 * field is φ unless told; `vectors` lists places in space, for which ∂φ/∂r is the gradient. K(x − y) is a function of one argument.
 * @throws PhysicsError "expression" that points at what is not understood, "parameter" where the field does not occur under an integral
 */
export const functional = (
  given: string,
  { field: name = "φ", vectors = [] }: { readonly field?: string; readonly vectors?: readonly string[] } = {},
): Functional => {
  const field = letterOf(name);
  const declarations = namesOf(given, { fields: [field], vectors, calls: true });
  const parsed = parse(given, declarations);
  const places = boundIn(parsed).map((label) => symbol(label, declarations.get(label)?.rank ?? 0));
  const term = unfolded(explicit(parsed, declarations), field);
  if (!places[0] || jetsOf(term, field).length === 0)
    throw new PhysicsError("parameter", {
      what: `${text(parsed)} is no functional of ${field}`,
      expected: `an integral over ${field}`,
      remedy: 'Write ∫ … dx, or name the field: { field: "ρ" }',
    });
  const ordered = [...places].sort(
    (a, b) =>
      Number(labelOf(b) === declarations.get(field)!.of[0]) - Number(labelOf(a) === declarations.get(field)!.of[0]),
  );
  const label = { text: "F", tex: "F" };
  return shown(term, { declarations, field, places: ordered }, label);
};

export type { Given, Range };
