import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";

const names = (of: Term, left: Term): boolean =>
  of.head === "symbol" &&
  of.name === left.name &&
  of.subscripts === left.subscripts &&
  (of.subscripts === 0 || of.parts[0]!.key === left.parts[0]!.key);

/** A term with a defined name replaced by what it stands for; X* of a slow variable X only where it is starred. */
export const unfold = (
  of: Term,
  { left, right }: { readonly left: Term; readonly right: Term },
  isSlow: boolean,
): Term => {
  if (names(of, left) && (!isSlow || of.starred === left.starred)) return right;
  return of.parts.length === 0
    ? of
    : rebuild(
        of,
        of.parts.map((part) => unfold(part, { left, right }, isSlow)),
      );
};
