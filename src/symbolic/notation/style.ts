import type Fraction from "fraction.js";
import type { Term } from "../terms/term.js";

/** How the parts of a term are put into words of one medium; brackets and order are the layout's. */
export interface Style {
  readonly minus: string;
  readonly dot: string;
  readonly outer: string;
  /** A number that is not negative. */
  number(value: Fraction): string;
  name(of: Term, subscript: string | undefined, args: readonly string[]): string;
  /** A variable by its label, t_0. */
  variable(label: string): string;
  bracket(inside: string): string;
  fraction(top: string | undefined, bottom: string): string;
  /** Whether a fraction stands in one line, as a/b, so that both parts need brackets of their own. */
  readonly isLinear: boolean;
  power(base: string, exponent: string, of: Term): string;
  root(inside: string, of: Term): string;
  exponential(exponent: string, of: Term): string;
  semigroup(exponent: string): string;
  commutator(a: string, b: string): string;
  call(name: "ln" | "δ", inside: string): string;
  average(of: string): string;
  derivative(mark: "∂" | "d" | "δ", of: string | undefined, by: string, order?: number): string;
  sum(sign: "Σ" | "∏", index: string, ends: readonly [string, string] | undefined): string;
  integral(body: string, variable: string, ends: readonly [string, string] | undefined): string;
  limit(variable: string, target: string): string;
  at(of: string, variable: string, value: string): string;
  /** The factors of a product side by side. */
  join(factors: readonly string[]): string;
}

/** How loosely a printed term holds together: a sum; what reaches to the next sign, as Σ does; dots; a product; one factor. */
export const looseness = { sum: 0, open: 1, dot: 2, product: 3, factor: 4 } as const;

/** A printed term. */
export interface Printed {
  readonly text: string;
  readonly level: number;
  /** Of a term with a minus sign: what stands behind it. */
  readonly negated?: string;
}
