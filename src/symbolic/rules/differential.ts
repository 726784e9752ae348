import { labelOf } from "../notation/index.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { sumDependsOn } from "./dependence.js";
import { type By, differentiate } from "./differentiate.js";
import { bind } from "./index-form.js";
import { byOf, type Components, type Place } from "./place.js";

/** The slow variables, through which d/dx finds what ∂/∂x does not. */
const slowOf = (declarations: Declarations): readonly string[] =>
  [...declarations].flatMap(([name, { role }]) => (role === "slow" ? [name] : []));

/** What ∂/∂x, d/dx or ∂/∂x · makes of an operand. @throws PhysicsError "expression" on derivatives by bound variables, and d/dx through slow variables */
export const differential = (of: Term, operand: Components, place: Place): Components => {
  const [variable] = of.parts as [Term];
  if (place.variables.has(labelOf(variable))) return beyond(of);
  const { name, index } = byOf(variable, place);
  const by = (directions: readonly string[]): By => ({ name, labels: [...index, ...directions] });
  const derived = (directions: readonly string[], rest: readonly string[]) => {
    const body = operand(rest);
    if (of.head === "total" && slowOf(place.declarations).some((each) => sumDependsOn(body, each, place.declarations)))
      return beyond(of);
    return differentiate(body, by(directions), place.declarations);
  };
  if (of.head !== "divergence") return (all) => derived(all.slice(0, variable.rank), all.slice(variable.rank));
  return (all) => {
    const summed = place.fresh();
    return bind(derived([summed], [summed, ...all]), summed);
  };
};
