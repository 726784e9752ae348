import { type Term, term } from "./term.js";

/** The way from the root to a part: the number of the part at each level. */
export type Position = readonly number[];

/** The part of a term at a position, if there is one. */
export const partAt = (root: Term, position: Position): Term | undefined =>
  position.reduce<Term | undefined>((part, i) => part?.parts[i], root);

/** A term of the same head, name and rank with other parts; whoever changes ranks builds anew instead. */
export const withParts = (of: Term, parts: readonly Term[]): Term =>
  parts.every((part, i) => part === of.parts[i]) ? of : term({ ...of, parts });

/** The root with the part at a position replaced. */
export const replaceAt = (root: Term, position: Position, by: Term): Term => {
  const [first, ...rest] = position;
  return first === undefined
    ? by
    : withParts(
        root,
        root.parts.map((part, i) => (i === first ? replaceAt(part, rest, by) : part)),
      );
};

/** Every position of a term with its part, from the root down, left to right. */
export function* positions(root: Term, here: Position = []): Generator<readonly [Position, Term]> {
  yield [here, root];
  for (const [i, part] of root.parts.entries()) yield* positions(part, [...here, i]);
}
