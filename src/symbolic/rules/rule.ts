import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { differentiate } from "./differentiate.js";
import { type Factor, multiply, type Sum, single } from "./index-form.js";
import { integrated } from "./integrated.js";

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

const afresh = (of: Factor, declarations: Declarations): Sum => {
  const [body] = of.within;
  if (!body || !of.exponent.equals(1)) return single(of);
  if (of.name.startsWith("∫")) return integrated(body, declarations, of.name);
  if (of.name.startsWith("∂")) return differentiate(body, { name: of.name.slice(1), labels: of.labels }, declarations);
  return single(of);
};

const eachFactor = (sum: Sum, of: Rewriting): Sum =>
  sum.flatMap((monomial) =>
    monomial.factors.reduce<Sum>(
      (product, each) => multiply(product, of(each) ?? single(each)),
      [{ ...monomial, factors: [] }],
    ),
  );

/** A sum with each factor rewritten once, the innermost first; derivatives and integrals of what was rewritten are spread anew. */
export const rewritten = (sum: Sum, rewrite: Rewriting, declarations: Declarations): Sum =>
  eachFactor(sum, (of) => {
    const within = of.within.map((inner) => rewritten(inner, rewrite, declarations));
    return eachFactor(afresh({ ...of, within }, declarations), (each) =>
      each.exponent.equals(1) ? rewrite(each) : undefined,
    );
  });
