import Fraction from "fraction.js";
import type { Grounds } from "../statements/interpreters.js";
import type { Declarations } from "../terms/declarations.js";
import { differentiate } from "./differentiate.js";
import { evaluatedAt } from "./evaluated-at.js";
import { exponential, exponentOf } from "./exponential.js";
import { constant, eachFactor, type Factor, multiply, type Sum, single } from "./index-form.js";
import { applied, isLinear } from "./linear.js";
import { multiplied } from "./over-index.js";
import { raised } from "./powers.js";

/** What a step tells its rule, written in the notation: numbers of statements and names. */
export type Parameters = Readonly<Record<string, string>>;

/** How one factor is rewritten; undefined leaves it. */
export type Rewriting = (of: Factor) => Sum | undefined;

/** What a rule does once its conditions hold, with the statements it used, or the condition that is missing. */
export type Ready =
  | {
      readonly rewrite: Rewriting;
      readonly uses: readonly string[];
      /** Conditions on what it met that were missing there, as it goes; it left those parts alone. */
      readonly lacks?: readonly string[];
    }
  | { readonly whole: (of: Sum) => Sum; readonly uses: readonly string[] }
  | { readonly missing: string };

/** A list of missing conditions to which a rule adds where it leaves something alone. */
export const conditions = () => {
  const lacks: string[] = [];
  const missing = (condition: string): undefined => {
    lacks.push(condition);
  };
  return { lacks, missing };
};

/** A rule: its name in words, and what it asks of the context before it rewrites. */
export interface Rule {
  readonly name: string;
  prepare(parameters: Parameters, from: Grounds, fresh: () => string): Ready;
}

/** A factor whose body was rewritten, with its derivative, integral, operator or product spread over it anew. */
const spread = (of: Factor, declarations: Declarations): Sum => {
  const [body, value, to] = of.within as [Sum, Sum, Sum];
  if (isLinear(of)) return applied(of, body, declarations);
  if (of.name.startsWith("∂")) return differentiate(body, { name: of.name.slice(1), labels: of.labels }, declarations);
  if (of.name.startsWith("|")) return evaluatedAt(body, of.name.slice(1), value, declarations);
  if (of.name === "∏") return multiplied(body, { label: of.labels[0]!, from: value, to }, declarations);
  if (of.name === "^") return value ? raised(body, value, declarations) : body;
  return single(of);
};

const afresh = (of: Factor, declarations: Declarations): Sum => {
  if (of.name === "exp") return exponential(exponentOf(single(of)[0]!));
  if (of.within.length === 0) return single(of);
  return power(of, (base) => spread(base, declarations), declarations) ?? single(of);
};

/** What becomes of a power of a factor that is rewritten. */
const power = (of: Factor, rewrite: Rewriting, declarations: Declarations): Sum | undefined => {
  const once = () => rewrite({ ...of, exponent: new Fraction(1) });
  const sum = once();
  if (!sum || of.exponent.equals(1)) return sum;
  const count = of.exponent.valueOf();
  const isSpelledOut = sum.length > 1 || (sum[0]?.bound.length ?? 0) > 0;
  if (isSpelledOut && Number.isInteger(count) && count > 1)
    return Array.from({ length: count - 1 }, () => once()!).reduce((product, each) => multiply(product, each), sum);
  return raised(sum, constant(of.exponent), declarations);
};

/** A sum with each factor rewritten once, the innermost first; what acts on the rewritten is spread anew. */
export const rewritten = (sum: Sum, rewrite: Rewriting, declarations: Declarations): Sum =>
  eachFactor(sum, (of) => {
    const within = of.within.map((inner) => rewritten(inner, rewrite, declarations));
    return eachFactor(
      afresh({ ...of, within }, declarations),
      (each) => power(each, rewrite, declarations) ?? single(each),
    );
  });
