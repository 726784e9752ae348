import { number, power, symbol, times } from "../terms/build.js";
import { rebuild, rebuildAt } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";
import { partAt } from "../terms/walk.js";
import type { Site } from "./sites.js";

const pi = symbol("π");
const twoPi = times(number(2), pi);
const inverse = power(twoPi, number(-1));

/** The numbers that a formula may be off by: 2, 3, π, 2π, √(2π) and their reciprocals. */
export const numbers: readonly Term[] = [
  ...[2, 3].map((n) => number(n)),
  pi,
  twoPi,
  ...["1/2", "-1/2"].map((half) => power(twoPi, number(half))),
  ...[2, 3].map((n) => number(`1/${n}`)),
  power(pi, number(-1)),
  inverse,
];

const isTwo = (of: Term): boolean => of.head === "number" && of.value!.equals(2);

const withoutTwoPi = (factors: readonly Term[]): readonly Term[] | undefined => {
  const two = factors.findIndex(isTwo);
  const circle = factors.findIndex(({ key }) => key === pi.key);
  return two < 0 || circle < 0 ? undefined : factors.filter((_, i) => i !== two && i !== circle);
};

const inverted = (of: Term): Term => {
  const parts = of.parts.map(inverted);
  const others = of.head === "times" ? withoutTwoPi(parts) : undefined;
  return others ? times(inverse, ...others) : rebuild(of, parts);
};

/** Every 2π turned into 1/(2π). */
export const invertedThroughout = ({ position }: Site, root: Term): readonly Term[] =>
  position.length === 0 ? [inverted(root)] : [];

const isInProduct = ({ position }: Site, root: Term): boolean =>
  position.some((_, depth) => partAt(root, position.slice(0, depth))?.head === "product");

/** A number in the base of a power under ∏. */
export const numberUnderProduct = (site: Site, root: Term): readonly Term[] => {
  const { part, parent, position } = site;
  const isBase = parent?.head === "power" && position[position.length - 1] === 0 && isInProduct(site, root);
  return isBase ? numbers.map((n) => rebuildAt(root, position, times(n, part))) : [];
};

/** A number in the base of a power under ∏, or every 2π inverted, and with it a number in front of all. */
export const twoNumbers = (site: Site, root: Term): readonly Term[] =>
  [...invertedThroughout(site, root), ...numberUnderProduct(site, root)].flatMap((changed) =>
    numbers.map((n) => times(n, changed)),
  );
