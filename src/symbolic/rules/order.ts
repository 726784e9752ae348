import Fraction from "fraction.js";
import type { Grounds } from "../statements/interpreters.js";
import { written } from "./canonical.js";
import { constant, type Factor, type Monomial, multiply, type Sum } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import { replacement } from "./replacement.js";
import { type Rule, rewritten } from "./rule.js";

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

const isAllFromZero = (of: Factor): boolean =>
  written(of.within[0]!) === "" && of.within[1]![0]?.factors[0]?.name === "∞";

/** All ways to write a whole number as a sum of so many that are not negative. */
const compositions = (sum: number, terms: number): readonly (readonly number[])[] => {
  if (terms === 0) return sum === 0 ? [[]] : [];
  return Array.from({ length: Math.max(0, sum + 1) }, (_, first) =>
    compositions(sum - first, terms - 1).map((rest) => [first, ...rest]),
  ).flat();
};

/** A term with an index set to a number: ρₐ becomes ρ₂. */
const atIndex = (of: Sum, values: ReadonlyMap<string, number>): Sum =>
  of.map((monomial) => ({
    ...monomial,
    bound: monomial.bound.filter((label) => !values.has(label)),
    factors: monomial.factors.map((each): Factor => {
      const within = each.within.map((sum) => atIndex(sum, values));
      const value = each.labels.map((label) => values.get(label)).find((one) => one !== undefined);
      if (value === undefined) return { ...each, within };
      const labels = each.labels.filter((label) => !values.has(label));
      return { ...each, name: `${each.name.replace(/_$/u, "")}_${value}`, labels, within };
    }),
  }));

/** The coefficient of εⁿ in a sum of powers of ε, whose indices run from 0 to ∞. */
const coefficient = (sum: Sum, small: string, n: number): Sum =>
  sum.flatMap((monomial) => {
    const { power, rest } = powerOf(monomial, small);
    const { number, labels } = power;
    const ranges = rest.filter((each) => each.name === "∈" && labels.includes(each.labels[0]!));
    if (ranges.length !== labels.length || !ranges.every(isAllFromZero)) return [];
    const others = rest.filter((each) => !ranges.includes(each));
    return compositions(n - number, labels.length).flatMap((values) =>
      atIndex([{ ...monomial, factors: others }], new Map(labels.map((label, i) => [label, values[i]!]))),
    );
  });

const inserted = (number: string, by: readonly string[], from: Grounds, fresh: () => string): Sum | undefined => {
  const given = from.equations.get(number);
  if (!given) return undefined;
  const [left, right] = [given.left, given.right].map((side) => inComponents(side, from.declarations, fresh));
  let sum: Sum = [...right!, ...multiply(constant(-1), left!)];
  for (const other of by) {
    const equation = from.equations.get(other);
    const rewrite = equation && replacement(equation, other, from, fresh);
    if (!rewrite || "missing" in rewrite) return undefined;
    sum = rewritten(sum, rewrite, from.declarations);
  }
  return sum;
};

/**
 * u = u + (b − a)ₙ of an equation a = b, where the index says the coefficient of εⁿ once series in ε are inserted: what holds for all
 * ε holds in every order. Asks that the equation and the series be among the premises.
 */
export const orderOfEquation: Rule = {
  name: "collect the order of an equation",
  prepare({ equation = "", order = "0", series = "", of = "ε" }, from, fresh) {
    const small = of.normalize("NFD");
    const ids = series.split(" ");
    const sum = inserted(equation, ids, from, fresh);
    const n = new Fraction(order).valueOf();
    if (!sum || !Number.isInteger(n) || n < 0)
      return { missing: `equation (${equation}), series of its functions and a whole order among the premises` };
    return { uses: [equation, ...ids], whole: (side) => [...side, ...coefficient(sum, small, n)] };
  },
};
