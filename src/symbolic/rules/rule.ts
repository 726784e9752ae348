import Fraction from "fraction.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { differentiate } from "./differentiate.js";
import { exponential, exponentOf } from "./exponential.js";
import { constant, type Factor, multiply, type Sum, single } from "./index-form.js";
import { integrated } from "./integrated.js";
import { multiplied } from "./over-index.js";
import { lineOf, overLine } from "./over-line.js";
import { raised } from "./powers.js";

/** left = right. */
interface Sides {
  readonly left: Term;
  readonly right: Term;
}

/** What a derivation may use. */
export interface Context {
  readonly declarations: Declarations;
  /** Equations by their number, whose left side may be replaced by the right side. */
  readonly equations: ReadonlyMap<string, Sides>;
  /** What is assumed, in words, by its number. */
  readonly hypotheses: ReadonlyMap<string, string>;
}

/** How one factor is rewritten; undefined leaves it. */
export type Rewriting = (of: Factor) => Sum | undefined;

/** What a rule does once its conditions hold, or the condition that is missing. */
export type Ready = { readonly rewrite: Rewriting; readonly rests: readonly string[] } | { readonly missing: string };

/** A rule: its name in words, and what it asks of the context before it rewrites. */
export interface Rule {
  readonly name: string;
  prepare(parameters: Readonly<Record<string, string>>, context: Context, fresh: () => string): Ready;
}

const spread = (of: Factor, declarations: Declarations): Sum => {
  const [body, from, to] = of.within as [Sum, Sum, Sum];
  const line = lineOf(of);
  if (line) return overLine(body, line);
  if (of.name === "∏") return multiplied(body, { label: of.labels[0]!, from, to }, declarations);
  if (of.name === "^") return raised(body, from, declarations);
  if (of.name.startsWith("∫")) return integrated(body, declarations, of.name);
  if (of.name.startsWith("∂")) return differentiate(body, { name: of.name.slice(1), labels: of.labels }, declarations);
  return single(of);
};

/** What is made of a factor without its power, to that power. */
const underPower = (of: Factor, make: (base: Factor) => Sum | undefined, declarations: Declarations): Sum => {
  if (of.exponent.equals(1)) return make(of) ?? single(of);
  const made = make({ ...of, exponent: new Fraction(1) });
  return made ? raised(made, constant(of.exponent), declarations) : single(of);
};

const afresh = (of: Factor, declarations: Declarations): Sum => {
  if (of.name === "exp") return exponential(exponentOf(single(of)[0]!));
  return of.within.length === 0 ? single(of) : underPower(of, (base) => spread(base, declarations), declarations);
};

const eachFactor = (sum: Sum, of: (each: Factor) => Sum): Sum =>
  sum.flatMap((monomial) =>
    monomial.factors.reduce<Sum>((product, each) => multiply(product, of(each)), [{ ...monomial, factors: [] }]),
  );

/** A sum with each factor rewritten once, the innermost first; derivatives and integrals of what was rewritten are spread anew. */
export const rewritten = (sum: Sum, rewrite: Rewriting, declarations: Declarations): Sum =>
  eachFactor(sum, (of) => {
    const within = of.within.map((inner) => rewritten(inner, rewrite, declarations));
    return eachFactor(afresh({ ...of, within }, declarations), (each) => underPower(each, rewrite, declarations));
  });
