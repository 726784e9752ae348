import type { Equation } from "../statements/equation.js";
import type { Grounds } from "../statements/interpreters.js";
import type { Declarations } from "../terms/declarations.js";
import { atIndex } from "./at-index.js";
import { written } from "./canonical.js";
import { constant, type Factor, type Monomial, multiply, type Sum } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import { replacement } from "./replacement.js";
import { type Rule, rewritten } from "./rule.js";
import { remainder, runsFrom, settled, vanishing } from "./sum-of-indices.js";

interface Power {
  /** The whole number k of εᵏ. */
  readonly number: number;
  /** The indices a of εᵃ. */
  readonly labels: readonly string[];
}

const symbolic = (of: Factor, small: string): string | undefined => {
  const [base, exponent] = of.name === "^" && of.within.length === 2 ? of.within : [];
  const [index, ...more] = exponent?.[0]?.factors ?? [];
  const isIndex =
    exponent?.length === 1 && exponent[0]!.coefficient.equals(1) && index?.name === "#" && more.length === 0;
  const isSmall = base?.length === 1 && base[0]!.factors.length === 1 && base[0]!.factors[0]!.name === small;
  return isIndex && isSmall && of.exponent.equals(1) ? index.labels[0] : undefined;
};

const powerOf = ({ factors }: Monomial, small: string): { readonly power: Power; readonly rest: readonly Factor[] } => {
  let [number, labels, rest]: [number, string[], Factor[]] = [0, [], []];
  for (const each of factors) {
    const label = symbolic(each, small);
    if (label) labels = [...labels, label];
    else if (each.name === small) number += each.exponent.valueOf();
    else rest = [...rest, each];
  }
  return { power: { number, labels }, rest };
};

/** All ways to write a whole number as a sum of so many that are not negative. */
const compositions = (sum: number, terms: number): readonly (readonly number[])[] => {
  if (terms === 0) return sum === 0 ? [[]] : [];
  return Array.from({ length: Math.max(0, sum + 1) }, (_, first) =>
    compositions(sum - first, terms - 1).map((rest) => [first, ...rest]),
  ).flat();
};

type Order = number | string;

/** The coefficient of εⁿ in a term: of a number n by every way to reach it, of a letter n by indices that add up to it. */
const ofOrder = (rest: Monomial, { number, labels }: Power, n: Order, declarations: Declarations): Sum => {
  if (typeof n === "string")
    return multiply([rest], vanishing(remainder(n, number, labels))).map((each) => settled(each, n));
  return compositions(n - number, labels.length).flatMap((values) => {
    const factors = rest.factors.filter(({ name, labels: [label] }) => name !== "∈" || !labels.includes(label!));
    return atIndex([{ ...rest, factors }], new Map(labels.map((label, i) => [label, values[i]!])), declarations);
  });
};

/** The coefficient of εⁿ in a sum of powers of ε, whose indices run from 0 to ∞. */
const coefficient = (sum: Sum, small: string, n: Order, declarations: Declarations): Sum | undefined => {
  const terms = sum.map((monomial) => {
    const { power, rest } = powerOf(monomial, small);
    const isWhole = power.labels.every((label) => rest.some((each) => runsFrom(each, label, 0)));
    const isReached = power.labels.length > 0 || typeof n === "number";
    return isWhole && isReached ? ofOrder({ ...monomial, factors: rest }, power, n, declarations) : undefined;
  });
  return terms.every((each) => each !== undefined) ? terms.flat() : undefined;
};

/** Whether an equation says what ε is: it holds for one ε alone, and its orders say nothing. */
const defines = ({ left, right }: Equation, small: string): boolean =>
  [left, right].some(({ head, name }) => head === "symbol" && name.normalize("NFD") === small);

/** (b − a) of an equation a = b with series inserted, each of which must be there to be inserted. */
const inserted = (
  number: string,
  { by, small }: { readonly by: readonly string[]; readonly small: string },
  from: Grounds,
  fresh: () => string,
): Sum | undefined => {
  const given = from.equations.get(number);
  if (!given || defines(given, small)) return undefined;
  const [left, right] = [given.left, given.right].map((side) => inComponents(side, from.declarations, fresh));
  let sum: Sum = [...right!, ...multiply(constant(-1), left!)];
  for (const other of by) {
    const equation = from.equations.get(other);
    const rewrite = equation && replacement(equation, other, from, fresh);
    if (!rewrite || "missing" in rewrite) return undefined;
    const before = written(sum);
    sum = rewritten(sum, rewrite, from.declarations);
    if (written(sum) === before) return undefined;
  }
  return sum;
};

/**
 * u = u + (b − a)ₙ of an equation a = b, where the index says the coefficient of εⁿ once series in ε are inserted, of a number or of a
 * letter n: what holds for all ε holds in every order. Asks that the equation and the series be among the premises.
 */
export const orderOfEquation: Rule = {
  name: "collect the order of an equation",
  prepare({ equation = "", order = "0", series = "", of = "ε" }, from, fresh) {
    const small = of.normalize("NFD");
    const ids = series.split(" ");
    const sum = inserted(equation, { by: ids, small }, from, fresh);
    const n = /^\d+$/u.test(order) ? Number(order) : order;
    const found = sum && coefficient(sum, small, n, from.declarations);
    if (!found) return { missing: `equation (${equation}) and series in ${of} of its functions among the premises` };
    return { uses: [equation, ...ids], whole: (side) => [...side, ...found] };
  },
};
