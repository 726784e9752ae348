import type { Term } from "../terms/term.js";
import { type Position, partAt, positions } from "../terms/walk.js";

/** A part of a term with the way to it and the bound atoms above it. */
export interface Site {
  readonly position: Position;
  readonly part: Term;
  readonly parent: Term | undefined;
  /** The indices of the sums over atoms that it stands in. */
  readonly bound: readonly string[];
}

const above = (root: Term, position: Position): readonly Term[] =>
  position.map((_, depth) => partAt(root, position.slice(0, depth))!);

/** Every part of a term as a site, from the root down. */
export function* sites(root: Term): Generator<Site> {
  for (const [position, part] of positions(root)) {
    const path = above(root, position);
    const bound = path.filter(({ head }) => head === "atoms").map(({ name }) => name);
    yield { position, part, parent: path[path.length - 1], bound };
  }
}

/** Whether a part is one of the terms of a sum, or all of a side: where a sign or a factor of its own can stand. */
export const isSummand = ({ part, parent }: Site): boolean =>
  part.head !== "plus" && part.key !== "(number  0)" && (parent === undefined || parent.head === "plus");
