import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { type Term, term } from "./term.js";

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("expression", { what, expected, remedy });
};
const noun = (rank: number) => ["a scalar", "a vector", "a tensor"][rank] ?? `of rank ${rank}`;
const operator = (parts: readonly Term[]) => (parts.some((part) => part.sort === "operator") ? "operator" : "function");
const functionOnly = (place: string, of: Term): Term =>
  of.sort === "function" ? of : refuse(`${place} is an operator`, "a function", "Apply it to something first");
const scalarOnly = (place: string, of: Term): Term =>
  functionOnly(place, of).rank === 0 ? of : refuse(`${place} is ${noun(of.rank)}`, "a scalar", "Contract it with ·");

/** An exact number. */
export const number = (value: number | string | Fraction): Term => term({ head: "number", value: new Fraction(value) });
export const zero = number(0);
export const one = number(1);

/** A declared name with its rank, subscript, arguments and star. */
export const symbol = (
  name: string,
  rank = 0,
  {
    subscript,
    args = [],
    starred = false,
    sort = "function",
  }: {
    readonly subscript?: Term | undefined;
    readonly args?: readonly Term[];
    readonly starred?: boolean;
    readonly sort?: "function" | "operator";
  } = {},
): Term =>
  term({
    head: "symbol",
    name: name.normalize("NFD"),
    rank,
    starred,
    sort,
    parts: [...(subscript ? [subscript] : []), ...args],
    subscripts: subscript ? 1 : 0,
  });

/** a + b + …, all of one rank and sort. @throws PhysicsError "expression" when they are not */
export const plus = (...parts: readonly Term[]): Term => {
  if (parts.length === 0) return zero;
  const [first] = parts as [Term];
  const odd = parts.find(({ rank }) => rank !== first.rank);
  if (odd)
    refuse(`A sum adds ${noun(odd.rank)} to ${noun(first.rank)}`, "terms of one rank", "A dot (·) may be missing");
  return parts.length === 1 ? first : term({ head: "plus", parts, rank: first.rank, sort: operator(parts) });
};

/** a b …: functions of which at most one is no scalar, or a composition of operators. @throws PhysicsError "expression" */
export const times = (...parts: readonly Term[]): Term => {
  if (parts.length === 0) return one;
  if (parts.length === 1) return parts[0]!;
  const wide = parts.filter((part) => part.sort === "function" && part.rank > 0);
  if (wide.length > 1)
    refuse(`A product of ${wide.map(({ rank }) => noun(rank)).join(" and ")}`, "one that is no scalar", "Write · or ⊗");
  return term({ head: "times", parts, rank: parts.reduce((sum, { rank }) => sum + rank, 0), sort: operator(parts) });
};

/** −a. */
export const minus = (of: Term): Term => times(number(-1), of);
const isCount = ({ value }: Term): boolean => value !== undefined && value.d === 1n && value.compare(0) > 0;
/** bᵉ, and Aⁿ of an operator that leaves the rank. @throws PhysicsError "expression" unless both are scalars */
export const power = (base: Term, exponent: Term): Term =>
  base.sort === "operator" && base.rank === 0 && isCount(exponent)
    ? term({ head: "power", parts: [base, exponent], sort: "operator" })
    : term({ head: "power", parts: [scalarOnly("The base of a power", base), scalarOnly("An exponent", exponent)] });
/** [A, B] = A B − B A. @throws PhysicsError "expression" unless both are operators that leave the rank */
export const commutator = (a: Term, b: Term): Term =>
  [a, b].every(({ sort, rank }) => sort === "operator" && rank === 0)
    ? term({ head: "commutator", parts: [a, b], sort: "operator" })
    : refuse("A commutator holds what is no operator", "two operators of rank 0", "Write [A, B] of operators alone");
/** a/b. @throws PhysicsError "expression" unless b is a scalar */
export const over = (a: Term, b: Term): Term => times(a, power(scalarOnly("A denominator", b), number(-1)));

/** a · b, which contracts the last direction of a with the first of b; for a = ∂/∂x it is the divergence. @throws PhysicsError "expression" */
export const dot = (a: Term, b: Term): Term => {
  if (a.rank < 1 || b.rank < 1)
    refuse(`A dot between ${noun(a.rank)} and ${noun(b.rank)}`, "vectors or tensors", "Leave the dot out");
  return term({ head: "dot", parts: [a, b], rank: a.rank + b.rank - 2, sort: operator([a, b]) });
};
/** a ⊗ b. @throws PhysicsError "expression" beyond tensors */
export const outer = (a: Term, b: Term): Term =>
  a.rank + b.rank > 2
    ? refuse(`An outer product of ${noun(a.rank)} and ${noun(b.rank)}`, "at most a tensor", "Contract with ·")
    : term({ head: "outer", parts: [a, b], rank: a.rank + b.rank });

export const exp = (of: Term): Term => term({ head: "exp", parts: [scalarOnly("An exponent", of)] });
export const ln = (of: Term): Term => term({ head: "ln", parts: [scalarOnly("The argument of ln", of)] });
/** δ(a). */
export const delta = (of: Term): Term => term({ head: "delta", parts: [functionOnly("The argument of δ", of)] });
/** Aᵗʰ. */
export const average = (of: Term): Term =>
  term({ head: "average", parts: [functionOnly("What is averaged", of)], rank: of.rank });

/** ∂/∂x, at constant other arguments. */
export const partial = (by: Term): Term => term({ head: "partial", parts: [by], rank: by.rank, sort: "operator" });
/** d/dx, along every dependence. */
export const total = (by: Term): Term => term({ head: "total", parts: [by], rank: by.rank, sort: "operator" });
/** ∂/∂x · */
export const divergence = (by: Term): Term =>
  term({ head: "divergence", parts: [by], rank: -by.rank, sort: "operator" });
/** δ/δφ(x). @throws PhysicsError "expression" unless φ is a scalar */
export const variation = (by: Term): Term =>
  term({ head: "variation", parts: [scalarOnly("What a functional is differentiated by", by)], sort: "operator" });
/** e^{𝓛t}. @throws PhysicsError "expression" */
export const semigroup = (generator: Term, time: Term): Term =>
  generator.sort === "operator" && generator.rank === 0
    ? term({ head: "semigroup", parts: [generator, scalarOnly("The time of a semigroup", time)], sort: "operator" })
    : refuse("The generator of a semigroup is no operator", "an operator of rank 0", "Write e^{L0 t}");
/** 𝓛A. @throws PhysicsError "expression" */
export const apply = (of: Term, to: Term): Term => {
  if (of.sort !== "operator")
    refuse("A function is applied to something", "an operator", "Leave out the brackets, or declare it as one");
  const rank = of.rank + functionOnly("What an operator acts on", to).rank;
  return rank < 0 || rank > 2
    ? refuse(`A derivative makes rank ${rank}`, "a scalar, vector or tensor", "A dot (·) may be missing or too many")
    : term({ head: "apply", parts: [of, to], rank });
};

/** Σᵢ over the atoms. */
export const atoms = (index: string, body: Term): Term =>
  term({ head: "atoms", name: index, parts: [body], rank: body.rank, sort: body.sort });
/** Σ over the integers index = from … to. */
export const series = (index: string, body: Term, from: Term, to: Term): Term =>
  term({ head: "series", name: index, parts: [body, from, to], rank: body.rank, sort: body.sort });
/** ∏ over the integers index = from … to, of scalars. @throws PhysicsError "expression" */
export const product = (index: string, body: Term, from: Term, to: Term): Term =>
  term({ head: "product", name: index, parts: [scalarOnly("The factor of a ∏", body), from, to] });
/** ∫ … d`over`: "Γ*" all of phase space, "Γr*" the positions, "Γ0*" and "Γ1*" the momenta of host and nanoparticle. */
export const phase = (body: Term, part = "Γ*"): Term =>
  term({ head: "phase", name: part, parts: [functionOnly("An integrand", body)], rank: body.rank });
/** ∫ body d`variable` between the ends, or over all of space; the body may be an operator. */
export const integral = (variable: string, body: Term, from?: Term, to?: Term): Term =>
  term({
    head: "integral",
    name: variable,
    parts: from && to ? [body, from, to] : [body],
    rank: body.rank,
    sort: body.sort,
  });
/** lim of the body, variable → target. */
export const limit = (variable: string, body: Term, target: Term): Term =>
  term({ head: "limit", name: variable, parts: [body, target], rank: body.rank });
/** body | variable = value. */
export const at = (body: Term, variable: Term, value: Term): Term =>
  variable.rank === value.rank
    ? term({ head: "at", parts: [body, variable, value], rank: body.rank })
    : refuse(`${noun(variable.rank)} is set to ${noun(value.rank)}`, "values of its rank", "Check the argument");
