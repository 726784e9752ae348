import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import type { Factor, Monomial, Sum } from "./index-form.js";

type Names = ReadonlyMap<string, string>;

const permutations = (of: readonly string[]): readonly (readonly string[])[] =>
  of.length === 0
    ? [[]]
    : of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));

const base = ({ name, labels, within }: Factor, names: Names): string =>
  `${name}[${labels.map((label) => names.get(label) ?? label)}]${within.map((sum) => `(${written(sum, names)})`).join("")}`;

const factors = (of: readonly Factor[], names: Names): string => {
  const powers = new Map<string, Fraction>();
  for (const each of of) {
    const key = base(each, names);
    powers.set(key, (powers.get(key) ?? new Fraction(0)).add(each.exponent));
  }
  return [...powers]
    .filter(([, exponent]) => !exponent.equals(0))
    .map(([key, exponent]) => `${key}^${exponent.toFraction()}`)
    .sort()
    .join(" ");
};

/** The least spelling over all namings of the bound labels: it does not depend on how they were named. */
const monomial = ({ factors: of, bound }: Monomial, names: Names): string => {
  if (bound.length > 6)
    throw new PhysicsError("expression", {
      what: `A term is summed over ${bound.length} labels`,
      expected: "at most 6",
      remedy: "Compare smaller parts",
    });
  const depth = names.size;
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
