import { number, one, times } from "../terms/build.js";
import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";

const densities = new Set(["W", "W̃", "ρ"].map((name) => name.normalize("NFD")));

const isConstant = ({ head, rank, parts, sort, name }: Term): boolean =>
  sort === "function" &&
  rank === 0 &&
  (head === "symbol"
    ? parts.length === 0 && !densities.has(name)
    : head === "power" && isConstant(parts[0]!) && parts[1]!.head === "number");
const isBelow = ({ head, parts }: Term): boolean => head === "power" && parts[1]!.value!.compare(0) < 0;

/** a (b c) is a b c; numbers, scalars and their inverses stand in front. */
const product = (parts: readonly Term[]): Term => {
  const all = parts.flatMap((part) => (part.head === "times" && part.sort === "function" ? part.parts : [part]));
  const numbers = all.filter(({ head }) => head === "number");
  const factor = number(numbers.reduce((before, { value }) => before.mul(value!), one.value!));
  const scalars = all.filter(isConstant);
  const others = all.filter((each) => each.head !== "number" && !isConstant(each));
  const above = scalars.filter((each) => !isBelow(each));
  return times(...(factor.key === one.key ? [] : [factor]), ...above, ...scalars.filter(isBelow), ...others);
};

/** The same term with products of products as one: (−1)(ε (P/m̂)) as −ε P/m̂. */
export const flat = (of: Term): Term => {
  const parts = of.parts.map(flat);
  return of.head === "times" && of.sort === "function" ? product(parts) : rebuild(of, parts);
};
