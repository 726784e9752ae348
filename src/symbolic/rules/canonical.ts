import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { binds } from "./bound.js";
import { exponentOf } from "./exponential.js";
import { type Factor, factor, type Monomial, type Sum } from "./index-form.js";

type Names = ReadonlyMap<string, string>;

const permutations = (of: readonly string[]): readonly (readonly string[])[] =>
  of.length === 0
    ? [[]]
    : of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));

const depthOf = (names: Names): number => Math.max(-1, ...[...names.values()].map((name) => Number(name.slice(1)))) + 1;

/** A factor that binds a label: the label is renamed within, and neither it nor how it was written is spelled. */
const base = (of: Factor, names: Names): string => {
  const inner = binds(of) ? new Map([...names, [of.labels[0]!, `#${depthOf(names)}`]]) : names;
  const labels = binds(of) ? [] : of.labels.map((label) => names.get(label) ?? label);
  return `${of.name}[${labels}]${of.within.map((sum) => `(${written(sum, inner)})`).join("")}`;
};

/** The exponentials of a term as one. */
const joined = (of: Monomial): readonly Factor[] => [
  ...of.factors.filter(({ name }) => name !== "exp"),
  factor("exp", [], [exponentOf(of)]),
];

/** e⁰ as it is spelled. */
const one = "exp[]()";

const factors = (of: Monomial, names: Names): string => {
  const powers = new Map<string, Fraction>();
  for (const each of joined(of)) {
    const key = base(each, names);
    const isIndicator = each.name === "∈";
    powers.set(key, isIndicator ? new Fraction(1) : (powers.get(key) ?? new Fraction(0)).add(each.exponent));
  }
  return [...powers]
    .filter(([key, exponent]) => key !== one && !exponent.equals(0))
    .map(([key, exponent]) => `${key}^${exponent.toFraction()}`)
    .sort()
    .join(" ");
};

/** The least spelling over all namings of the bound labels: it does not depend on how they were named. */
const monomial = (of: Monomial, names: Names): string => {
  const { bound } = of;
  if (bound.length > 6)
    throw new PhysicsError("expression", {
      what: `A term is summed over ${bound.length} labels`,
      expected: "at most 6",
      remedy: "Compare smaller parts",
    });
  const depth = depthOf(names);
  const spelled = permutations(bound).map((order) =>
    factors(of, new Map([...names, ...order.map((label, i) => [label, `#${depth + i}`] as const)])),
  );
  return `Σ${bound.length} ${spelled.sort()[0]}`;
};

/** A sum spelled so that equal sums are spelled alike: like terms collected, factors sorted, bound labels renamed. */
export const written = (sum: Sum, names: Names = new Map()): string => {
  const terms = new Map<string, Fraction>();
  for (const each of sum) {
    const key = monomial(each, names);
    terms.set(key, (terms.get(key) ?? new Fraction(0)).add(each.coefficient));
  }
  return [...terms]
    .filter(([, coefficient]) => !coefficient.equals(0))
    .map(([key, coefficient]) => `${coefficient.toFraction()} ${key}`)
    .sort()
    .join(" + ");
};
