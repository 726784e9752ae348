import type Fraction from "fraction.js";

/** 0 a scalar, 1 a vector of the space the atoms move in, 2 a tensor. */
export type Rank = 0 | 1 | 2;

/**
 * What stands at the top of a term. For each: its parts, and what it says.
 *
 * | head | parts | reads |
 * | --- | --- | --- |
 * | number | | an exact rational `value` |
 * | symbol | index?, arguments… | `name` with its subscript, evaluated at its arguments where they are written: ρ₀, mᵢ, W(R*, t) |
 * | plus, times | any, factors in order | a + b, a b; a product of operators is their composition, the right one acting first |
 * | power | base, exponent | bᵉ of scalars, Aⁿ of an operator |
 * | commutator | A, B | the operator [A, B] = A B − B A |
 * | dot, outer | left, right | a · b contracts the neighbouring directions, a ⊗ b contracts none |
 * | exp, ln | argument | |
 * | delta | argument | Dirac's δ of a scalar, or of a vector: the product over its components |
 * | average | A | Aᵗʰ, which unfolds to ∫ρ̂ΔA dΓ* |
 * | partial, total | variable | the operators ∂/∂x, at constant other arguments, and d/dx, along every dependence |
 * | divergence | variable | the operator ∂/∂x · |
 * | variation | φ(x) | the operator δ/δφ(x), the functional derivative |
 * | semigroup | generator, time | the operator e^{𝓛t} |
 * | apply | operator, operand | |
 * | atoms | body | Σᵢ over all atoms, i bound |
 * | series | body, from, to | Σ over the integers of the bound name, to ∞ by the symbol ∞ |
 * | product | body, from, to | ∏ over the integers of the bound name |
 * | phase | body | ∫ … dΓ* over all of phase space, or over the part that `name` says; all phase functions within are bound |
 * | integral | body, from?, to? | ∫ … ds, s bound; without ends over all of its space |
 * | limit | body, target | lim of the body, where the bound name goes to the target |
 * | at | body, variable, value | body evaluated where the variable has the value |
 */
export type Head =
  | "number"
  | "symbol"
  | "plus"
  | "times"
  | "power"
  | "commutator"
  | "dot"
  | "outer"
  | "exp"
  | "ln"
  | "delta"
  | "average"
  | "partial"
  | "total"
  | "divergence"
  | "variation"
  | "semigroup"
  | "apply"
  | "atoms"
  | "series"
  | "product"
  | "phase"
  | "integral"
  | "limit"
  | "at";

/**
 * A mathematical expression: an immutable tree. Functions have the rank of their values; operators have as rank what they
 * add to the rank of what they act on (∂/∂R adds one, the divergence takes one away). Two terms are the same when their keys are.
 */
export interface Term {
  readonly head: Head;
  readonly sort: "function" | "operator";
  readonly rank: number;
  readonly parts: readonly Term[];
  /** Of symbols and of binders (atoms, series, product, phase, integral, limit): the name, as declared or bound. */
  readonly name: string;
  /** Of symbols: how many of the parts are subscripts (0 or 1); the others are arguments. */
  readonly subscripts: 0 | 1;
  /** Of symbols: with the star of the paper, R* = R(Γ*). */
  readonly starred: boolean;
  readonly value: Fraction | undefined;
  readonly key: string;
}

type Open = { -readonly [K in keyof Term]?: Term[K] } & Pick<Term, "head">;

const keyOf = ({ head, name, starred, value, parts }: Omit<Term, "key">): string =>
  `(${[head, name + (starred ? "*" : ""), value?.toFraction() ?? "", ...parts.map((part) => part.key)].join(" ")})`;

/** A term from its head and what differs from a scalar function without parts. */
export const term = (open: Open): Term => {
  const whole = {
    sort: "function" as const,
    rank: 0,
    parts: [],
    name: "",
    subscripts: 0 as const,
    starred: false,
    value: undefined,
    ...open,
  };
  return Object.freeze({ ...whole, key: keyOf(whole) });
};
