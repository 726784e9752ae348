import { labelOf } from "../notation/names.js";
import { replaced } from "../scalars/substitute.js";
import { symbol } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import { isCall, jetOf, jetsOf } from "./field.js";
import { alongPlace } from "./variation.js";

/** What the names of a functional are, its field, and where it is integrated. */
export interface Frame {
  readonly declarations: Declarations;
  readonly field: string;
  readonly places: readonly Term[];
}

/** Functions without arguments have those of their declaration: φ is φ(x), V is V(φ(x)). */
export const explicit = (of: Term, declarations: Declarations): Term =>
  replaced(of, (part) => {
    const { role, of: names = [] } = declarations.get(labelOf(part)) ?? {};
    if (part.head !== "symbol" || role !== "function" || names.length === 0) return undefined;
    const own = part.parts.slice(part.subscripts);
    const args = own.length > 0 ? own : names.map((label) => symbol(label, declarations.get(label)?.rank ?? 0));
    return symbol(part.name, part.rank, { args: args.map((arg) => explicit(arg, declarations)) });
  });

/** ∂/∂x (φ ∂φ/∂x) by the product rule: derivatives stand at fields alone. */
export const unfolded = (of: Term, field: string): Term =>
  replaced(of, (part) => {
    if (part.head !== "apply" || jetOf(part, field) || jetsOf(part, field).length === 0) return undefined;
    const [operator, inner] = part.parts as [Term, Term];
    const by = operator.parts[0]!;
    if (operator.head !== "partial" || by.rank > 0) return undefined;
    return alongPlace(unfolded(inner, field), by, field);
  });

/** The other way round, for printing, where all fields stand at one place. */
export const implicit = (of: Term, { field, places }: Frame): Term => {
  const [only, ...more] = [...new Map(jetsOf(of, field).map(({ place }) => [place.key, place])).values()];
  if (!only || more.length > 0 || only.key !== places[0]!.key) return of;
  return replaced(of, (part) => {
    const [arg, ...others] = isCall(part) ? part.parts.slice(part.subscripts) : [];
    return arg?.key === only.key && others.length === 0 ? symbol(part.name) : undefined;
  });
};

/** The places that a term is integrated over. */
export const boundIn = (of: Term): readonly string[] => [
  ...new Set([...positions(of)].filter(([, { head }]) => head === "integral").map(([, { name }]) => name)),
];
