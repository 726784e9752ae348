import type { Equation } from "../statements/equation.js";
import { symbol } from "../terms/build.js";
import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { type Element, shifted, variable } from "./element.js";
import { evaluate } from "./evaluate.js";
import { type Evolution, evolved } from "./evolution.js";
import { orders } from "./orders.js";
import type { Setting } from "./setting.js";
import type { Value } from "./value.js";

/** The small parameter of an expansion, which is a variable; the ε in the definitions of scaled quantities stays a number. */
const parameter = symbol("ϵ");

const inParameter = (of: Term): Term =>
  of.head === "symbol" && of.name === "ε" ? parameter : rebuild(of, of.parts.map(inParameter));

/** u = Σ uₙεⁿ, and the equation that u obeys as a whole. */
export interface Expansion {
  readonly of: Term;
  readonly series: Term;
  readonly motion: Evolution;
}

/** The expansion among the rules of a function that obeys an equation of motion. */
export const expansionOf = (rules: readonly Equation[], moving: readonly Evolution[]): Expansion | undefined => {
  for (const motion of moving) {
    const series = rules.find(({ left, right }) => left.key === motion.of.key && right.head === "series")?.right;
    if (series && motion.of.subscripts === 0)
      return {
        of: motion.of,
        series: inParameter(series),
        motion: { ...motion, operator: inParameter(motion.operator), rate: inParameter(motion.rate) },
      };
  }
  return undefined;
};

/** The coefficient of zₖ^order. */
const coefficient = (of: Element, k: number, order: number): Element => ({
  n: of.n,
  pieces: of.pieces.flatMap((piece) => {
    const polynomial = new Map(
      [...piece.polynomial]
        .filter(([key]) => key.charCodeAt(k) === order)
        .map(([key, c]) => [shifted(key, k, -order), c] as const),
    );
    return polynomial.size > 0 ? [{ ...piece, polynomial }] : [];
  }),
});

/**
 * The orders uₙ of a function that obeys its equation of motion for every ε: at one moment they are drawn, the series of them moves
 * as the equation says, and the powers of ε in it are collected.
 */
export const ordersOf = (
  { of, series, motion }: Expansion,
  drawnOrder: (n: number) => Value,
  setting: Setting,
): readonly Value[] => {
  const { n, parameter: at } = setting.system;
  if (at === undefined) return beyond("An expansion in a number");
  const starts = Array.from({ length: orders + 1 }, (_, k) => [`${of.name}_${k}`, drawnOrder(k)] as const);
  const small: Value = { rank: 0, parts: [variable(n, at)] };
  const within = { ...setting, given: new Map([...setting.given, [parameter.name, small], ...starts]) };
  const whole = evolved(evaluate(series, within), of.name, [motion], within);
  return starts.map((_, k) => ({ ...whole, parts: whole.parts.map((part) => coefficient(part, at, k)) }));
};
