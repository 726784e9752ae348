import type { Declarations } from "../terms/declarations.js";
import { decay } from "./decay.js";
import { type Factor, relabel, single } from "./index-form.js";
import { applied } from "./linear.js";
import { atomOf, momentaOf } from "./momenta.js";
import { type Line, lineOf, overLine } from "./over-line.js";
import { termIsPositive } from "./positive.js";
import { conditions, type Rule } from "./rule.js";

const inner = (of: Factor, line: Line, fresh: () => string) => {
  const label = fresh();
  const [body] = relabel(of.within[0]!, new Map([[line.label, label]]));
  return { factors: body!.factors, line: { ...line, label } };
};

/** Whether a factor is e^{−Σ a x²} with a > 0 of all momenta x that an integral runs over. */
const isGaussian = (of: Factor, integral: string, declarations: Declarations): boolean => {
  const momenta = momentaOf[integral];
  const [term] = of.name === "exp" ? of.within[0]! : [];
  if (momenta === undefined || !term || atomOf(term, momenta) === undefined) return false;
  const [squares, rest] = [
    term.factors.filter(({ name }) => name === momenta),
    term.factors.filter(({ name }) => name !== momenta),
  ];
  const degree = squares.reduce((sum, { exponent }) => sum + exponent.valueOf(), 0);
  return degree === 2 && termIsPositive({ ...term, coefficient: term.coefficient.neg(), factors: rest }, declarations);
};

/**
 * ∫ (∫ g ds) dΓ* = ∫ (∫ g dΓ*) ds: an integral over a line is taken out of one over phase space or a part of it.
 * Asks for the decay of the integrand, by which both orders converge to one value: that of a Gaussian of all
 * momenta, or of what a hypothesis names.
 */
export const exchange: Rule = {
  name: "exchange integrals",
  prepare({ hypothesis }, context, fresh) {
    const { declarations } = context;
    const named = hypothesis === undefined ? undefined : decay(hypothesis, context, fresh);
    if (named && "missing" in named) return named;
    const { lacks, missing } = conditions();
    const decays = (factors: readonly Factor[], integral: string): boolean =>
      factors.some((each) => isGaussian(each, integral, declarations)) || named?.(factors) === true;
    return {
      uses: hypothesis === undefined ? [] : [hypothesis],
      lacks,
      rewrite(whole) {
        const factors = whole.name.startsWith("∫Γ") ? (whole.within[0]![0]?.factors ?? []) : [];
        const found = factors.find((each) => lineOf(each) !== undefined && each.exponent.equals(1));
        if (!found) return undefined;
        const under = inner(found, lineOf(found)!, fresh);
        const all = [...factors.filter((each) => each !== found), ...under.factors];
        if (!decays(all, whole.name)) return missing("that the integrand decays at infinity, named as a hypothesis");
        const exchanged = applied(whole, single(...all), declarations);
        return applied(overLine(under.line), exchanged, declarations);
      },
    };
  },
};
