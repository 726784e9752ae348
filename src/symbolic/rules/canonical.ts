import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import type { Factor, Monomial, Sum } from "./index-form.js";

type Names = ReadonlyMap<string, string>;

const permutations = (of: readonly string[]): readonly (readonly string[])[] =>
  of.length === 0
    ? [[]]
    : of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));

/** A factor without its power; the variable that an integral binds is named by how deep it stands. */
const base = ({ name, labels, within }: Factor, outside: Names): string => {
  const names = name === "∫" ? new Map([...outside, [labels[0]!, `$${outside.size}`]]) : outside;
  return `${name}[${labels.map((label) => names.get(label) ?? label)}]${within.map((sum) => `(${written(sum, names)})`).join("")}`;
};

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

/** Where one bound label stands, said without the names of the others. */
const surroundings = (label: string, { factors: of, bound }: Monomial, names: Names): string =>
  factors(of, new Map([...names, ...bound.map((each) => [each, each === label ? "#!" : "#?"] as const)]));

/** The bound labels in classes that stand alike, in an order that does not depend on how they were named. */
const classes = (of: Monomial, names: Names): readonly (readonly string[])[] => {
  const alike = new Map<string, string[]>();
  for (const label of of.bound) {
    const key = surroundings(label, of, names);
    alike.set(key, [...(alike.get(key) ?? []), label]);
  }
  return [...alike].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, labels]) => labels);
};

const orders = (of: Monomial, names: Names): readonly (readonly string[])[] => {
  if (of.bound.length < 2) return [of.bound];
  const groups = classes(of, names);
  if (groups.some(({ length }) => length > 5))
    throw new PhysicsError("expression", {
      what: `A term is summed over ${of.bound.length} labels that stand alike`,
      expected: "at most 5",
      remedy: "Compare smaller parts",
    });
  return groups.reduce<readonly (readonly string[])[]>(
    (before, group) => before.flatMap((head) => permutations(group).map((tail) => [...head, ...tail])),
    [[]],
  );
};

/** The least spelling over the namings of the bound labels: it does not depend on how they were named. */
const monomial = (of: Monomial, names: Names): string => {
  const depth = names.size;
  const spelled = orders(of, names).map((order) =>
    factors(of.factors, new Map([...names, ...order.map((label, i) => [label, `#${depth + i}`] as const)])),
  );
  return `Σ${of.bound.length} ${spelled.sort()[0]}`;
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
