import { labelOf } from "../notation/index.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { factor, type Sum, single } from "./index-form.js";

/** Where a term stands while it is written in components. */
export interface Place {
  readonly declarations: Declarations;
  /** The labels that the indices of atoms and of families, ρₙ, have here. */
  readonly indices: ReadonlyMap<string, string>;
  /** The labels of the variables that integrals bind here. */
  readonly variables: ReadonlyMap<string, string>;
  readonly fresh: () => string;
}

/** A term in components: for labels of its directions, a sum. */
export type Components = (directions: readonly string[]) => Sum;

/** The name of a symbol in components, "r_", "t_0", "Δ", and the label of its index. */
export const nameOf = (of: Term, { indices }: Place): { readonly name: string; readonly index: readonly string[] } => {
  const [subscript] = of.subscripts ? of.parts : [];
  if (!subscript) return { name: of.name, index: [] };
  if (subscript.head === "symbol")
    return { name: `${of.name}_`, index: [indices.get(subscript.name) ?? subscript.name] };
  return { name: `${of.name}_${subscript.value?.toFraction() ?? subscript.key}`, index: [] };
};

/** The star of a slow variable as a phase function, which is no other mark of a name. */
const starOf = (of: Term, name: string, { declarations }: Place): string =>
  of.starred && (declarations.get(name) ?? declarations.get(of.name))?.role === "slow" ? "*" : "";

/** What a derivative by a symbol is taken by: "r", "t_0", "R", "R*", and the label of its index. */
export const byOf = (of: Term, place: Place): { readonly name: string; readonly index: readonly string[] } => {
  const { name, index } = nameOf(of, place);
  return { name: `${name.replace(/_$/u, "")}${starOf(of, name, place)}`, index };
};

/** The component of a symbol without its arguments. */
export const component = (of: Term, directions: readonly string[], place: Place): Sum => {
  const variable = place.variables.get(labelOf(of));
  if (variable) return single(factor("•", [variable]));
  const asNumber = of.subscripts === 0 ? place.indices.get(of.name) : undefined;
  if (asNumber) return single(factor("#", [asNumber]));
  const { name, index } = nameOf(of, place);
  return single(factor(`${name}${starOf(of, name, place)}`, [...index, ...directions]));
};
