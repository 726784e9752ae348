import { written } from "./canonical.js";
import { constant, type Factor, factor, type Monomial, multiply, relabel, type Sum, single } from "./index-form.js";
import { running } from "./over-index.js";

const infinity: Sum = single(factor("∞"));
const index = (label: string): Sum => single(factor("#", [label]));

/** 1 where an argument made of indices is 0, and 0 elsewhere: it says which index the others fix. */
export const vanishing = (argument: Sum): Sum => single(factor("=0", [], [argument]));

/** n − k − a − b …, for indices a, b, …. */
export const remainder = (n: string, k: number, labels: readonly string[]): Sum => [
  ...single(factor(n)),
  ...constant(-k),
  ...labels.flatMap((label) => multiply(constant(-1), index(label))),
];

const isThis = (of: Factor, argument: Sum): boolean => of.name === "=0" && written(of.within[0]!) === written(argument);

const labelsOf = (of: Factor): readonly string[] =>
  of.within[0]!.flatMap(({ factors }) => factors.flatMap(({ name, labels }) => (name === "#" ? labels : [])));

/** Σ_{i=f}^n of what holds indices that add up to n, i + j = n, as the sum over all i ≥ f and j ≥ 0. */
export const opened = (sum: Sum): Sum =>
  sum.flatMap((monomial) => {
    const range = monomial.factors.find(({ name, within }) => name === "∈" && within[1]?.[0]?.factors[0]?.name !== "∞");
    const [from, to] = range?.within ?? [];
    const [end, ...more] = to?.[0]?.factors ?? [];
    const [i] = range?.labels ?? [];
    const equality = monomial.factors.find((each) => each.name === "=0" && labelsOf(each).includes(i ?? ""));
    const others = equality ? labelsOf(equality).filter((label) => label !== i) : [];
    const isSum =
      to?.length === 1 &&
      end &&
      more.length === 0 &&
      others.length === 1 &&
      isThis(equality!, remainder(end.name, 0, [i!, others[0]!]));
    if (!isSum) return [monomial];
    const rest = [{ ...monomial, factors: monomial.factors.filter((each) => each !== range) }];
    const runs = [
      running({ label: i!, from: from!, to: infinity }),
      running({ label: others[0]!, from: [], to: infinity }),
    ];
    return runs.reduce(multiply, rest);
  });

/** Whether a factor says that an index runs over all integers from a first one on. */
export const runsFrom = (of: Factor, label: string, first: number): boolean =>
  of.name === "∈" &&
  of.labels[0] === label &&
  written(of.within[0]!) === written(constant(first)) &&
  of.within[1]?.[0]?.factors[0]?.name === "∞";

/** A term in which b = n is the only index with that sum: ρ_b becomes ρ_n. */
export const settled = (monomial: Monomial, n: string): Monomial => {
  const equality = monomial.factors.find((each) => labelsOf(each).length === 1 && each.name === "=0");
  const [label] = equality ? labelsOf(equality) : [];
  const range = monomial.factors.find((each) => label !== undefined && runsFrom(each, label, 0));
  if (!range || !isThis(equality!, remainder(n, 0, [label!]))) return monomial;
  const rest = {
    ...monomial,
    bound: monomial.bound.filter((each) => each !== label),
    factors: monomial.factors.filter((each) => each !== equality && each !== range),
  };
  return relabel([rest], new Map([[label!, n]]))[0]!;
};
