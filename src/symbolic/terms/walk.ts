import type { Term } from "./term.js";

/** The way from the root to a part: the number of the part at each level. */
export type Position = readonly number[];

/** The part of a term at a position, if there is one. */
export const partAt = (root: Term, position: Position): Term | undefined =>
  position.reduce<Term | undefined>((part, i) => part?.parts[i], root);

/** Every position of a term with its part, from the root down, left to right. */
export function* positions(root: Term, here: Position = []): Generator<readonly [Position, Term]> {
  yield [here, root];
  for (const [i, part] of root.parts.entries()) yield* positions(part, [...here, i]);
}
