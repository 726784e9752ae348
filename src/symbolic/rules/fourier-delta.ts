import Fraction from "fraction.js";
import { directionsOf } from "./directions.js";
import { exponential } from "./exponential.js";
import { bind, constant, factor, multiply, relabel, type Sum, single } from "./index-form.js";
import { applied } from "./linear.js";
import { overLine, variable, wholeLine } from "./over-line.js";
import { isReal } from "./positive.js";
import { conditions, type Rule } from "./rule.js";

/** (2π)ⁿ. */
const twoPi = (n: number): Sum =>
  multiply(constant(new Fraction(2).pow(n)!), single({ ...factor("π"), exponent: new Fraction(n) }));

const stands = (name: string, sum: Sum): boolean =>
  sum.some(({ factors }) => factors.some((each) => each.name === name));

/**
 * δ(a) = (2π)⁻¹ ∫_{−∞}^∞ e^{ika} dk of a real scalar a, and δ(a) = (2π)^{−d} ∫e^{ik · a} dᵈk of a real vector: 2π for each direction.
 * `of` names what stands in the δ that is meant. Asks for a real argument and, of a vector, for the number of directions.
 */
export const fourierDelta: Rule = {
  name: "Fourier representation of δ",
  prepare({ of, directions: id }, context, fresh) {
    const { lacks, missing } = conditions();
    const directions = directionsOf(id, context);
    return {
      uses: id === undefined ? [] : [id],
      lacks,
      rewrite({ name, within: [argument] }) {
        if (!/^δ[01]$/.test(name) || (of !== undefined && !stands(of.normalize("NFD"), argument!))) return undefined;
        const isVector = name === "δ1";
        if (!isReal(argument!)) return missing("a real argument of δ");
        if (isVector && directions === undefined)
          return missing("the number of directions of space, named as a hypothesis");
        const line = wholeLine(fresh(), isVector ? directions : undefined);
        const along = isVector ? [fresh()] : [];
        const there = relabel(argument!, new Map(along.map((label) => ["·", label])));
        const phase = bind(multiply(multiply(single(factor("i")), variable(line, along)), there), ...along);
        return multiply(
          twoPi(-(line.directions ?? 1)),
          applied(overLine(line), exponential(phase), context.declarations),
        );
      },
    };
  },
};
