import { PhysicsError } from "../../errors.js";
import { baseOf } from "../notation/declare.js";
import { declarationOf } from "../notation/names.js";
import { dot, minus, number, outer, plus, power, atoms as sumOver, symbol, times } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import { rebuild, rebuildAt } from "../terms/rebuild.js";
import { type Term, term } from "../terms/term.js";
import { type Position, partAt } from "../terms/walk.js";
import { invertedThroughout, numbers, numberUnderProduct, twoNumbers } from "./number-edits.js";
import { isSummand, type Site, sites } from "./sites.js";

/** A term with one thing changed. */
export interface Edit {
  /** In words: "the sign of a term". */
  readonly what: string;
  /** How small it is: 1 a sign, 2 a product or an index, 3 a number, 4 a symbol, 5 two numbers. */
  readonly size: 1 | 2 | 3 | 4 | 5;
  readonly term: Term;
  /** Where the change was made. */
  readonly position: Position;
}

/** What an edit puts in place of a part, or of the parts around it. */
type Change = (site: Site, root: Term, declarations: Declarations) => readonly Term[];

const isNumber = (of: Term | undefined, value?: number): boolean =>
  of?.head === "number" && (value === undefined || of.value!.equals(value));

/** −a, without a second sign in front of the first. */
const opposite = (of: Term): Term => {
  if (of.head === "number") return number(of.value!.neg());
  return of.head === "times" && isNumber(of.parts[0], -1) ? times(...of.parts.slice(1)) : minus(of);
};

const at = ({ position }: Site, root: Term, by: Term): Term => rebuildAt(root, position, by);

const sign: Change = (site, root) => (isSummand(site) ? [at(site, root, opposite(site.part))] : []);

const holdsExponent = (parent: Term | undefined, i: number): boolean =>
  (parent?.head === "exp" && i === 0) || ((parent?.head === "power" || parent?.head === "semigroup") && i === 1);

const exponentSign: Change = (site, root) =>
  holdsExponent(site.parent, site.position[site.position.length - 1] ?? 0) ? [at(site, root, opposite(site.part))] : [];

/** A scalar product turned into an outer one also turns the product with the vector beside it into a dot. */
const dotAsOuter: Change = ({ part, position, parent }, root) => {
  if (part.head !== "dot" || part.sort === "operator") return [];
  const tensor = outer(part.parts[0]!, part.parts[1]!);
  const ways = [...position.keys(), position.length].map((depth) => position.slice(0, position.length - depth));
  const holder = ways.find((way) => partAt(root, way)?.head === "times");
  if (holder === undefined || (parent?.head === "plus" && holder.length < position.length - 2))
    return [rebuildAt(root, position, tensor)];
  const product = partAt(root, holder)!;
  const inner = position[holder.length];
  const vector = product.parts.findIndex(({ rank, sort }, i) => rank === 1 && sort === "function" && i !== inner);
  if (vector < 0 || inner === undefined) return [rebuildAt(root, position, tensor)];
  const widened = rebuildAt(product.parts[inner]!, position.slice(holder.length + 1), tensor);
  const others = product.parts.filter((_, i) => i !== inner && i !== vector);
  return [rebuildAt(root, holder, times(...others, dot(widened, product.parts[vector]!)))];
};

const tensors = (of: Term): Term => {
  const parts = of.parts.map(tensors);
  const isScalarProduct = of.head === "dot" && of.sort === "function" && parts.every(({ rank }) => rank === 1);
  return isScalarProduct ? outer(parts[0]!, parts[1]!) : rebuild(of, parts);
};

/** Every scalar product turned into an outer one. */
const dotsAsOuter: Change = ({ position }, root) => (position.length === 0 ? [tensors(root)] : []);

const outerAsDot: Change = (site, root) =>
  site.part.head === "outer" ? [at(site, root, dot(site.part.parts[0]!, site.part.parts[1]!))] : [];

const transposed: Change = (site, root) => {
  const { head, parts, sort } = site.part;
  const [a, b] = parts;
  return (head === "dot" || head === "outer") && sort === "function" && a!.rank + b!.rank > (head === "dot" ? 2 : 1)
    ? [at(site, root, head === "dot" ? dot(b!, a!) : outer(b!, a!))]
    : [];
};

const subscriptOf = (of: Term): Term | undefined =>
  of.head === "symbol" && of.subscripts === 1 ? of.parts[0] : undefined;

const otherIndex: Change = (site, root) => {
  const index = subscriptOf(site.part);
  if (index?.head !== "symbol") return [];
  return site.bound
    .filter((name) => name !== index.name)
    .map((name) => at(site, root, term({ ...site.part, parts: [symbol(name), ...site.part.parts.slice(1)] })));
};

const mentions = (of: Term, name: string): boolean =>
  (of.head === "symbol" && of.name === name) || of.parts.some((part) => mentions(part, name));

/** Σᵢ(aᵢ + b) → Σᵢaᵢ + b. */
const outOfSum: Change = (site, root) => {
  const { head, name, parts } = site.part;
  if (head !== "atoms" || parts[0]!.head !== "plus") return [];
  return parts[0]!.parts
    .filter((summand) => !mentions(summand, name))
    .map((free) => {
      const rest = parts[0]!.parts.filter((summand) => summand !== free);
      return at(site, root, plus(sumOver(name, plus(...rest)), free));
    });
};

const numberFactor: Change = (site, root) =>
  isSummand(site) ? numbers.map((factor) => at(site, root, times(factor, site.part))) : [];

const exponents: Change = (site, root) =>
  site.part.head === "power" && isNumber(site.part.parts[1])
    ? [1, -1, "1/2", "-1/2"].map((by) =>
        at(site, root, power(site.part.parts[0]!, number(site.part.parts[1]!.value!.add(by)))),
      )
    : [];

const isBare = (of: Term): boolean =>
  of.head === "symbol" && of.rank === 0 && of.sort === "function" && !/[∞π]/.test(of.name);

const isFactor = (of: Term, declarations: Declarations): boolean => {
  const role = declarationOf(declarations, of)?.role;
  return role === "constant" || role === "function" || role === "phase" || role === "atom";
};

/** The scalar symbols of a term that can be factors, the functions that are declared, and the quantities of atoms with each bound index. */
const factorsFor = ({ bound }: Site, root: Term, declarations: Declarations): readonly Term[] => {
  const found = [...sites(root)].map(({ part }) => part).filter((part) => isBare(part) && isFactor(part, declarations));
  const free = found.filter((part) => declarationOf(declarations, part)?.role !== "atom");
  const ofAtoms = [...declarations]
    .filter(([, { role, rank }]) => role === "atom" && rank === 0)
    .flatMap(([name]) => bound.map((index) => symbol(baseOf(name), 0, { subscript: symbol(index) })));
  const named = [...declarations]
    .filter(([name, { role, rank }]) => role === "function" && rank === 0 && !name.includes("_"))
    .map(([name]) => symbol(name));
  return [...new Map([...free, ...named, ...ofAtoms].map((factor) => [factor.key, factor])).values()];
};

const isBodyOfSum = ({ part, parent }: Site): boolean => parent?.head === "atoms" && part.head !== "plus";

const symbolFactor =
  (of: (site: Site, root: Term, declarations: Declarations) => readonly Term[]): Change =>
  (site, root, declarations) =>
    (isSummand(site) || isBodyOfSum(site) || site.position.length === 0) && site.part.sort === "function"
      ? of(site, root, declarations).flatMap((factor) => [
          at(site, root, times(factor, site.part)),
          at(site, root, times(power(factor, number(-1)), site.part)),
        ])
      : [];

const dropped: Change = (site, root) =>
  site.part.head === "times" && site.part.parts.length > 1
    ? site.part.parts.flatMap((factor, i) =>
        isBare(factor) ? [at(site, root, times(...site.part.parts.filter((_, k) => k !== i)))] : [],
      )
    : [];

const changes: readonly (readonly [string, Edit["size"], Change])[] = [
  ["the sign of a term", 1, sign],
  ["the sign of an exponent", 1, exponentSign],
  ["an outer product for a dot", 2, dotAsOuter],
  ["outer products for all dots", 2, dotsAsOuter],
  ["a dot for an outer product", 2, outerAsDot],
  ["a tensor transposed", 2, transposed],
  ["another index", 2, otherIndex],
  ["a term outside of the sum over atoms", 2, outOfSum],
  ["a number as a factor", 3, numberFactor],
  ["a number under ∏", 3, numberUnderProduct],
  ["every 2π inverted", 3, invertedThroughout],
  ["another power", 3, exponents],
  ["a factor less", 4, dropped],
  ["a factor more", 4, symbolFactor(factorsFor)],
  ["two numbers as factors", 5, twoNumbers],
];

const attempt = (change: Change, site: Site, root: Term, declarations: Declarations): readonly Term[] => {
  try {
    return change(site, root, declarations);
  } catch (error) {
    if (error instanceof PhysicsError) return [];
    throw error;
  }
};

/**
 * Every term that differs from a term in one small thing, the smallest things first: a sign, a dot or an outer product, an index,
 * a number, a power, a factor. Those whose ranks do not agree are left out.
 */
export function* edits(root: Term, declarations: Declarations): Generator<Edit> {
  const seen = new Set([root.key]);
  for (const [what, size, change] of changes)
    for (const site of sites(root))
      for (const changed of attempt(change, site, root, declarations)) {
        if (seen.has(changed.key)) continue;
        seen.add(changed.key);
        yield { what, size, term: changed, position: site.position };
      }
}
