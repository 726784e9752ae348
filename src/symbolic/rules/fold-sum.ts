import type { Grounds } from "../statements/interpreters.js";
import { written } from "./canonical.js";
import { type Factor, type Monomial, mentions, multiply, relabel, type Sum } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import { numberAtoms } from "./number-atoms.js";
import { type Rule, rewritten } from "./rule.js";

type Labels = ReadonlyMap<string, string>;

const paired = (pattern: Factor, of: Factor, known: Labels): Labels | undefined => {
  if (pattern.name !== of.name || !pattern.exponent.equals(of.exponent)) return undefined;
  if (pattern.labels.length !== of.labels.length) return undefined;
  const labels = new Map(known);
  for (const [i, label] of pattern.labels.entries()) {
    const there = labels.get(label);
    if (there !== undefined && there !== of.labels[i]) return undefined;
    labels.set(label, of.labels[i]!);
  }
  const isSame = pattern.within.every((sum, i) => written(relabel(sum, labels)) === written(of.within[i] ?? []));
  return isSame ? labels : undefined;
};

interface Found {
  readonly labels: Labels;
  readonly factors: readonly Factor[];
}

/** Every way in which the factors of a pattern stand among those of a term. */
const ways = ([first, ...others]: readonly Factor[], among: readonly Factor[], known: Labels): readonly Found[] => {
  if (!first) return [{ labels: known, factors: [] }];
  return among.flatMap((each) => {
    const labels = paired(first, each, known);
    if (!labels) return [];
    const rest = among.filter((other) => other !== each);
    return ways(others, rest, labels).map((found) => ({ ...found, factors: [each, ...found.factors] }));
  });
};

/** Σ of the pattern in a term, where what it sums over stands nowhere else; with the rest of the term. */
const foundIn = (
  term: Monomial,
  pattern: Monomial,
): { readonly labels: Labels; readonly rest: Monomial } | undefined => {
  for (const { labels, factors } of ways(pattern.factors, term.factors, new Map())) {
    const summed = pattern.bound.map((label) => labels.get(label)!);
    const others = term.factors.filter((each) => !factors.includes(each));
    const isWhole =
      new Set(summed).size === summed.length &&
      summed.every((label) => term.bound.includes(label) && !others.some((each) => mentions(each, label)));
    const bound = term.bound.filter((label) => !summed.includes(label));
    const coefficient = term.coefficient.div(pattern.coefficient);
    if (isWhole) return { labels, rest: { coefficient, factors: others, bound } };
  }
  return undefined;
};

const folded = (sum: Sum, pattern: Monomial, name: Sum): Sum =>
  sum.flatMap((term) => {
    const within = term.factors.map((each) => ({
      ...each,
      within: each.within.map((inner) => folded(inner, pattern, name)),
    }));
    const found = foundIn({ ...term, factors: within }, pattern);
    return found ? multiply([found.rest], relabel(name, found.labels)) : [{ ...term, factors: within }];
  });

const numbered = (sum: Sum, atoms: string | undefined, context: Grounds, fresh: () => string): Sum | undefined => {
  if (atoms === undefined) return sum;
  const ready = numberAtoms.prepare({ definition: atoms }, context, fresh);
  return "rewrite" in ready ? rewritten(sum, ready.rewrite, context.declarations) : undefined;
};

/**
 * Σᵢ mᵢθᵢ by the name m that a definition gives it, or Σ_{l=1}^M m_l where `atoms` is the definition by which the atoms of the
 * nanoparticle are numbered. Asks for a definition by one sum over atoms.
 */
export const foldSum: Rule = {
  name: "fold a sum over atoms",
  prepare({ equation = "", atoms }, context, fresh) {
    const given = context.equations.get(equation);
    if (!given || !context.definitions.has(equation))
      return { missing: `a definition (${equation}) among the premises` };
    const meaning = numbered(inComponents(given.right, context.declarations, fresh), atoms, context, fresh);
    const [pattern, ...more] = meaning ?? [];
    if (!pattern || more.length > 0 || pattern.bound.length === 0)
      return { missing: `a definition (${equation}) by one sum over atoms, and (${atoms ?? "0.a"}) of what θ_i says` };
    const name = inComponents(given.left, context.declarations, fresh);
    const again = (sum: Sum) => rewritten(sum, () => undefined, context.declarations);
    return { uses: [equation], whole: (sum) => again(folded(sum, pattern, name)) };
  },
};
