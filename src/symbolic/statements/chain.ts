import type { Belief } from "./assumptions.js";
import type { Equation } from "./equation.js";
import type { Placed } from "./reach.js";

/** The link of a chain that ends where this one begins, by its right side as printed. */
const linkBefore = (equation: Equation, { section, statement }: Placed, printed: Belief): string | undefined =>
  section.statements
    .slice(0, section.statements.indexOf(statement))
    .filter(({ kind }) => kind === "identity" || kind === "limit")
    .findLast(({ id }) => printed(id)?.right.key === equation.left.key)?.id;

/** The equation with its left side as the link before was corrected. */
export const continued = (
  equation: Equation,
  here: Placed,
  { printed, belief }: { readonly printed: Belief; readonly belief: Belief },
): Equation => {
  const before = linkBefore(equation, here, printed);
  const believed = before === undefined ? undefined : belief(before);
  return believed ? { ...equation, left: believed.right } : equation;
};
