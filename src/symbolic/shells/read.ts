import { parse, text } from "../notation/index.js";
import { labelOf } from "../notation/names.js";
import { named } from "../operators/names.js";
import { namesOf } from "../scalars/names.js";
import { depends } from "../scalars/polynomial.js";
import { times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import { refuse } from "./refuse.js";

/** ∫ … ∫ g δ(f₁) δ(f₂) … dx dy …. */
export interface DeltaProblem {
  readonly whole: Term;
  readonly deltas: readonly Term[];
  readonly weight: Term;
  /** What the integral is to be divided by the absolute values of. */
  readonly slopes: readonly Term[];
  readonly variables: readonly Term[];
  /** Of variables that are integrated between ends, by label. */
  readonly ends: ReadonlyMap<string, readonly [Term, Term]>;
}

const holdsDelta = (of: Term): boolean => [...positions(of)].some(([, { head }]) => head === "delta");

/** Factors inside and outside of the integrals, and what is integrated over. */
const taken = (
  of: Term,
): { inside: Term[]; outside: Term[]; variables: Term[]; ends: [string, readonly [Term, Term]][] } => {
  const outside = (of.head === "times" ? of.parts : [of]).filter(({ head }) => head !== "integral");
  const integrals = (of.head === "times" ? of.parts : [of]).filter(({ head }) => head === "integral");
  const [only, ...more] = integrals;
  if (!only) return { inside: [...outside], outside: [], variables: [], ends: [] };
  if (more.length > 0)
    refuse(
      "Integrals stand side by side",
      "one integral, over several variables",
      "Write ∫∫ … dx dy, or a product of two results",
    );
  const [body, from, to] = only.parts as [Term, Term, Term];
  const inner = taken(body);
  const ends: [string, readonly [Term, Term]][] = from ? [[only.name, [from, to]]] : [];
  return {
    inside: inner.inside,
    outside: [...outside, ...inner.outside],
    variables: [...inner.variables, named(only.name)],
    ends: [...inner.ends, ...ends],
  };
};

const flattened = (factors: readonly Term[]): readonly Term[] =>
  factors.flatMap((each) => (each.head === "times" ? flattened(each.parts) : [each]));

/**
 * Reads an integral over products of δ: "∫∫ δ(p^2/2 + x^2/2 − E) dp dx".
 * @throws PhysicsError "expression" that points at what is not understood, "undefined-quantity" for δ within sums and powers, or none
 */
export const read = (given: string): DeltaProblem => {
  const whole = parse(given, namesOf(given));
  const { inside, outside, variables, ends } = taken(whole);
  const factors = flattened([...outside, ...inside]);
  const deltas = factors.filter(({ head }) => head === "delta").map(({ parts: [of] }) => of!);
  const others = factors.filter(({ head }) => head !== "delta");
  if (variables.length === 0) refuse(`${text(whole)} is no integral`, "∫ … dx", "Write what is integrated over");
  const stray = others.find(holdsDelta);
  if (stray)
    refuse(
      `δ stands within ${text(stray)}`,
      "δ as a factor of the integrand",
      "Write one integral for each δ of a sum; powers of δ have no meaning",
    );
  if (deltas.length === 0)
    refuse("The integral holds no δ", "δ(H − E) among its factors", "Integrate smooth functions by quadrature");
  const captured = outside.find((each) => depends(each, variables));
  if (captured)
    refuse(
      `${text(captured)} stands outside of the integral over its variable`,
      "other names there",
      "Move it under the integral",
    );
  if (new Set(variables.map(labelOf)).size < variables.length)
    refuse("A variable is integrated over twice", "each once", "Rename one of them");
  return { whole, deltas, weight: times(...others), slopes: [], variables, ends: new Map(ends) };
};
