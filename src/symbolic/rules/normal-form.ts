import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { written } from "./canonical.js";
import { components } from "./components.js";
import type { Sum } from "./index-form.js";

/** Labels that differ from one another. */
export const labels = (): (() => string) => {
  let used = 0;
  return () => `~${used++}`;
};

/** A term in components a, b, … of its directions. @throws PhysicsError "expression" on what the normal form does not reach */
export const inComponents = (
  of: Term,
  declarations: Declarations,
  fresh: () => string,
  indices: ReadonlyMap<string, string> = new Map(),
): Sum => components(of, { declarations, indices, variables: new Map(), fresh })([..."abcdef"].slice(0, of.rank));

/**
 * A term spelled so that terms are spelled alike when they are equal by linearity, commuting factors, the product rule, the group
 * law of flows and of exponentials, and the naming of what is summed or integrated over: written in components, sums expanded, like terms collected with
 * exact rational coefficients, what an integral, average, operator or limit does not touch pulled out of it.
 * @throws PhysicsError "expression" on commutators
 */
export const normalForm = (of: Term, declarations: Declarations): string =>
  written(inComponents(of, declarations, labels()));

/** Whether two terms have one normal form. @throws PhysicsError "expression" */
export const sameAs = (a: Term, b: Term, declarations: Declarations): boolean =>
  a.key === b.key || (a.rank === b.rank && normalForm(a, declarations) === normalForm(b, declarations));
