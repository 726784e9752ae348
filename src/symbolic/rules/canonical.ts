import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { exponentOf } from "./exponential.js";
import { binds, type Factor, factor, type Monomial, type Sum } from "./index-form.js";

type Names = ReadonlyMap<string, string>;

const permutations = (of: readonly string[]): readonly (readonly string[])[] =>
  of.length === 0
    ? [[]]
    : of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));

const depthOf = (names: Names): number =>
  Math.max(-1, ...[...names.values()].map((name) => Number(name.slice(1))).filter(Number.isInteger)) + 1;

/** A factor without its power; what it binds is named by how deep it stands. */
const base = (of: Factor, outside: Names): string => {
  const names = binds(of) ? new Map([...outside, [of.labels[0]!, `$${depthOf(outside)}`]]) : outside;
  const within = of.within.map((sum) => `(${written(sum, names)})`).join("");
  const named = of.labels.map((label) => names.get(label) ?? label);
  return `${of.name}[${of.name === "𝟏" ? named.sort() : named}]${within}`;
};

/** The exponentials of a term as one. */
const joined = (of: Monomial): readonly Factor[] => {
  const exponent = exponentOf(of);
  return exponent.length === 0
    ? of.factors
    : [...of.factors.filter(({ name }) => name !== "exp"), factor("exp", [], [exponent])];
};

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

/** Where one bound label stands, said without the names of the others. */
const surroundings = (label: string, of: Monomial, names: Names): string =>
  factors(of, new Map([...names, ...of.bound.map((each) => [each, each === label ? "#!" : "#?"] as const)]));

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
  const depth = depthOf(names);
  const spelled = orders(of, names).map((order) =>
    factors(of, new Map([...names, ...order.map((label, i) => [label, `#${depth + i}`] as const)])),
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
