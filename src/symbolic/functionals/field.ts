import { labelOf } from "../notation/names.js";
import { replaced } from "../scalars/substitute.js";
import { apply, partial, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";

/** φ(v). */
export const fieldAt = (name: string, place: Term): Term => symbol(name, 0, { args: [place] });

/** f(a, b): a function with its arguments. */
export const isCall = ({ head, parts, subscripts }: Term): boolean => head === "symbol" && parts.length > subscripts;

/** The arguments of a call. */
export const argumentsOf = ({ parts, subscripts }: Term): readonly Term[] => parts.slice(subscripts);

/** A place and the order of the derivative of a field there: ∂ᵏφ/∂vᵏ. */
export interface Jet {
  readonly place: Term;
  readonly order: number;
}

/** Whether a term is a field at a place, or its derivative by that place, and which; undefined for all else. */
export const jetOf = (of: Term, field: string): Jet | undefined => {
  if (isCall(of) && of.name === field && of.subscripts === 0) return { place: of.parts[0]!, order: 0 };
  if (of.head !== "apply" || of.parts[0]!.head !== "partial") return undefined;
  const [operator, inner] = of.parts as [Term, Term];
  const jet = jetOf(inner, field);
  return jet && jet.place.key === operator.parts[0]!.key ? { ...jet, order: jet.order + 1 } : undefined;
};

/** ∂ᵏφ/∂vᵏ. */
export const jet = (field: string, { place, order }: Jet): Term =>
  order === 0 ? fieldAt(field, place) : apply(partial(place), jet(field, { place, order: order - 1 }));

/** Every jet of a field in a term. */
export const jetsOf = (of: Term, field: string): readonly Jet[] => {
  const found = jetOf(of, field);
  return found ? [found] : of.parts.flatMap((part) => jetsOf(part, field));
};

/** Whether a name occurs in a term, free or bound. */
export const holds = (of: Term, label: string): boolean =>
  [...positions(of)].some(([, part]) => (part.head === "symbol" ? labelOf(part) : part.name) === label);

/** A term at another place: v → z, derivatives by v included. */
export const movedTo = (of: Term, place: Term, to: Term): Term =>
  replaced(of, (part) => (part.key === place.key ? to : undefined));
