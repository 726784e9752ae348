import { PhysicsError } from "../../errors.js";
import { integrate } from "../../linalg/quadrature/integrate.js";
import { labelOf } from "../notation/names.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";

/** What a name is worth, by its label. */
export type NumberOf = (label: string) => number | undefined;

const known: Readonly<Record<string, number>> = { π: Math.PI, "∞": Number.POSITIVE_INFINITY };

const missing = (label: string): never => {
  throw new PhysicsError("parameter", {
    what: `${label} has no value`,
    expected: "a number for every name of the formula",
    remedy: `Give it one, { ${label}: 1.5 }`,
  });
};

/** ∫ₐᵇ f ds between ends, by quadrature. */
const integrated = (of: Term, value: NumberOf): number => {
  const [body, from, to] = of.parts;
  if (!from || !to) return beyond(of, "evaluated");
  const at = (s: number) => numberOf(body!, (label) => (label === of.name ? s : value(label)));
  return integrate(at, numberOf(from, value), numberOf(to, value)).value;
};

/** The number that a scalar formula is worth. @throws PhysicsError "parameter" for a name without a value, "expression" for what is no scalar formula */
export const numberOf = (of: Term, value: NumberOf): number => {
  const part = (each: Term): number => numberOf(each, value);
  switch (of.head) {
    case "number":
      return Number(of.value);
    case "symbol":
      return value(labelOf(of)) ?? known[of.name] ?? missing(labelOf(of));
    case "plus":
      return of.parts.reduce((sum, each) => sum + part(each), 0);
    case "times":
      return of.parts.reduce((product, each) => product * part(each), 1);
    case "power":
      return part(of.parts[0]!) ** part(of.parts[1]!);
    case "exp":
      return Math.exp(part(of.parts[0]!));
    case "ln":
      return Math.log(part(of.parts[0]!));
    case "integral":
      return integrated(of, value);
    default:
      return beyond(of, "evaluated");
  }
};
