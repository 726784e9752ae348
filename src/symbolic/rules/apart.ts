import type { Declarations } from "../terms/declarations.js";
import { dependsOn } from "./dependence.js";
import { exponential } from "./exponential.js";
import { constant, type Factor, factor, type Monomial, multiply, type Sum, single } from "./index-form.js";
import { applied } from "./linear.js";
import { says } from "./number-atoms.js";
import { conditions, type Rule } from "./rule.js";

/** What depends on positions alone, on momenta of the host, and on those of the nanoparticle, multiplied together. */
interface Apart {
  readonly positions: Sum;
  readonly host: Sum;
  readonly nanoparticle: Sum;
}

const one = constant(1);
const nothing: Apart = { positions: one, host: one, nanoparticle: one };

/** The atom that a term sums over and whose momentum stands in it, if there is one alone. */
const atomOf = ({ factors, bound }: Monomial): string | undefined => {
  const [atom, ...others] = new Set(factors.flatMap(({ name, labels }) => (name === "p_" ? [labels[0]!] : [])));
  return atom !== undefined && others.length === 0 && bound.includes(atom) ? atom : undefined;
};

const isOfNanoparticle = (term: Monomial, atom: string): boolean =>
  term.factors.some(({ name, labels }) => name === "θ_" && labels[0] === atom);

/** e^{Σ hᵢ(pᵢ)} = e^{Σ (1 − θᵢ)hᵢ} e^{Σ θᵢhᵢ}, as θᵢ is 0 or 1. */
const exponentialApart = (of: Factor): Apart | undefined => {
  const [term] = of.within[0]!;
  const atom = atomOf(term!);
  if (atom === undefined || !of.exponent.equals(1)) return undefined;
  if (isOfNanoparticle(term!, atom)) return { ...nothing, nanoparticle: single(of) };
  const inside: Monomial = { ...term!, factors: [...term!.factors, factor("θ_", [atom])] };
  const outside: Monomial = { ...inside, coefficient: inside.coefficient.neg() };
  return { ...nothing, host: exponential([term!, outside]), nanoparticle: exponential([inside]) };
};

const factorApart = (of: Factor, declarations: Declarations): Apart | undefined => {
  if (!dependsOn(of, "p", declarations)) return { ...nothing, positions: single(of) };
  if (dependsOn(of, "r", declarations)) return undefined;
  if (of.name === "exp") return exponentialApart(of);
  const terms = of.within.flat().filter(({ factors }) => factors.some((each) => dependsOn(each, "p", declarations)));
  const isInside = terms.every((term) => {
    const atom = atomOf(term);
    return atom !== undefined && isOfNanoparticle(term, atom);
  });
  return isInside && of.within.length > 0 ? { ...nothing, nanoparticle: single(of) } : undefined;
};

/**
 * ∫a(r) b(p of the host) c(p of the nanoparticle) dΓ* = (∫a dΓr*) (∫b dΓ0*) (∫c dΓ1*). Asks that the integrand be such a product,
 * and for the definition of θᵢ as 0 or 1, by which a sum over all atoms is one over the host and one over the nanoparticle.
 */
export const apart: Rule = {
  name: "integrate over positions, host and nanoparticle apart",
  prepare({ definition = "" }, { words, declarations }) {
    if (!says(definition, words)) return { missing: "θ_i = 1 if atom i is in the nanoparticle, named as a definition" };
    const { lacks, missing } = conditions();
    return {
      uses: [definition],
      lacks,
      rewrite({ name, within: [body] }) {
        if (name !== "∫Γ" || body?.length !== 1) return undefined;
        const parts = body[0]!.factors.map((each) => factorApart(each, declarations));
        if (parts.includes(undefined))
          return missing("an integrand that is a product over positions, host and nanoparticle");
        const over = (integral: string, part: keyof Apart): Sum =>
          applied(factor(integral, [], [[]]), parts.map((each) => each![part]).reduce(multiply, one), declarations);
        return [over("∫Γr*", "positions"), over("∫Γ0*", "host"), over("∫Γ1*", "nanoparticle")].reduce(multiply);
      },
    };
  },
};
