import { directionsOf } from "./directions.js";
import { exponential, exponentOf } from "./exponential.js";
import { type Monomial, relabel } from "./index-form.js";
import { applied } from "./linear.js";
import { atomOf, isOfNanoparticle, momentaOf, nanoparticle } from "./momenta.js";
import { multiplied } from "./over-index.js";
import { overLine, wholeLine } from "./over-line.js";
import { conditions, type Rule } from "./rule.js";

/** h(x) of a term Σₗ h(xₗ) of an exponent, for the atom and the variable of these labels; undefined where it is none. */
const ofOneAtom = (term: Monomial, momenta: string, label: string, variable: string): Monomial | undefined => {
  const atom = atomOf(term, momenta);
  if (atom === undefined) return undefined;
  const factors = term.factors
    .filter((each) => !isOfNanoparticle(each, atom))
    .map((each) =>
      each.name === momenta ? { ...each, name: "•", labels: [variable, ...each.labels.slice(1)] } : each,
    );
  return relabel(
    [{ ...term, factors, bound: term.bound.filter((each) => each !== atom) }],
    new Map([[atom, label]]),
  )[0];
};

/**
 * ∫∏ₗ g(xₗ) dx₁ … dx_M = ∏ₗ ∫g(x) dx over the momenta of the nanoparticle, of an exponential of Σₗ. Asks that the integrand be a
 * product over the atoms 1 to M and, of momenta with all their components, for the number of directions.
 */
export const eachMomentum: Rule = {
  name: "integrate over each momentum by itself",
  prepare({ directions: id }, context, fresh) {
    const { lacks, missing } = conditions();
    const directions = directionsOf(id, context);
    const { declarations } = context;
    return {
      uses: id === undefined ? [] : [id],
      lacks,
      rewrite({ name, within: [body] }) {
        const momenta = momentaOf[name];
        if (momenta === undefined || body?.length !== 1) return undefined;
        const isVector = momenta === "p_";
        if (isVector && directions === undefined)
          return missing("the number of directions of space, named as a hypothesis");
        const [atom, line] = [fresh(), wholeLine(fresh(), isVector ? directions : undefined)];
        const terms = exponentOf(body[0]!).map((term) => ofOneAtom(term, momenta, atom, line.label));
        if (body[0]!.factors.some((each) => each.name !== "exp") || terms.includes(undefined))
          return missing("an integrand that is a product over the atoms 1 to M");
        const one = applied(overLine(line), exponential(terms as readonly Monomial[]), declarations);
        return multiplied(one, nanoparticle(atom), declarations);
      },
    };
  },
};
