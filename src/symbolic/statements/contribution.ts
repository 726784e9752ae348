import { rebuild } from "../terms/rebuild.js";
import type { Head, Term } from "../terms/term.js";

/** Heads through which a sum of parts becomes the sum of terms, with the part that it does so in; any part where none is named. */
const linear: ReadonlyMap<Head, readonly number[] | undefined> = new Map<Head, readonly number[] | undefined>([
  ["plus", undefined],
  ["times", undefined],
  ["dot", undefined],
  ["outer", undefined],
  ["apply", undefined],
  ["average", undefined],
  ["atoms", undefined],
  ["phase", undefined],
  ["series", [0]],
  ["integral", [0]],
  ["limit", [0]],
  ["at", [0]],
]);

const isLinear = ({ head }: Term, i: number): boolean => linear.has(head) && (linear.get(head)?.includes(i) ?? true);

/** The only part in which two terms of one head differ, undefined where they differ in more. */
const differing = (a: Term, b: Term): number | undefined => {
  if (a.head !== b.head || a.name !== b.name || a.parts.length !== b.parts.length) return undefined;
  const all = a.parts.flatMap((part, i) => (part.key === b.parts[i]!.key ? [] : [i]));
  return all.length === 1 ? all[0] : undefined;
};

/**
 * What the part in which a term differs from another contributes to it: the term with the other summands of the sums on the way to
 * that part left out, as far as the term is linear in them. Of the outermost sum alone, of the two outermost, …, and of all.
 */
export const contributions = (of: Term, other: Term): readonly Term[] => {
  const i = differing(of, other);
  if (i === undefined || !isLinear(of, i)) return [of];
  const within = contributions(of.parts[i]!, other.parts[i]!);
  if (of.head === "plus") return [of.parts[i]!, ...within];
  return within.map((part) =>
    rebuild(
      of,
      of.parts.map((each, k) => (k === i ? part : each)),
    ),
  );
};
