import type { Declarations } from "../terms/declarations.js";
import { constant, type Factor, type Monomial, mentions, multiply, type Sum, single } from "./index-form.js";
import { isWholeLine, type Line, lineOf } from "./over-line.js";
import { isPositive, isReal } from "./positive.js";
import { raised } from "./powers.js";
import { conditions, type Rule, rewritten } from "./rule.js";

const isVariable = ({ name, labels, exponent }: Factor, { label }: Line): boolean =>
  name === "•" && labels[0] === label && exponent.equals(1);

/** c and b of an argument cx + b; undefined where it is not linear in x. */
const linear = (argument: Sum, line: Line): { readonly slope: Sum; readonly rest: Sum } | undefined => {
  const slope: Monomial[] = [];
  const rest: Monomial[] = [];
  for (const term of argument) {
    const others = term.factors.filter((each) => !isVariable(each, line));
    if (others.some((each) => mentions(each, line.label)) || term.factors.length - others.length > 1) return undefined;
    (others.length < term.factors.length ? slope : rest).push({ ...term, factors: others });
  }
  return slope.length > 0 ? { slope, rest } : undefined;
};

const negative = (of: Sum): Sum => multiply(constant(-1), of);

const inverse = (of: Sum, declarations: Declarations): Sum => raised(of, constant(-1), declarations);

const deltaOf = (body: Monomial | undefined, line: Line): Factor | undefined =>
  body?.factors.find((each) => each.name === "δ0" && each.exponent.equals(1) && mentions(each, line.label));

/**
 * ∫_{−∞}^∞ f(x) δ(cx + b) dx = f(−b/c)/|c|, of the first δ under an integral whose argument changes with its variable.
 * Asks that the integral run over the whole line, that the argument be real and linear in x, and that the sign of c be declared.
 */
export const sift: Rule = {
  name: "sift with δ",
  prepare(_, { declarations }) {
    const { lacks, missing } = conditions();
    const sifted = (body: Monomial, delta: Factor, line: Line): Sum | undefined => {
      if (!isWholeLine(line)) return missing("an integral from −∞ to ∞");
      if (!isReal(delta.within[0]!)) return missing("a real argument of δ");
      const argument = linear(delta.within[0]!, line);
      if (!argument) return missing("an argument of δ that is linear in the variable of integration");
      const size = [argument.slope, negative(argument.slope)].find((each) => isPositive(each, declarations));
      if (!size) return missing("a factor of known sign before the variable in δ, declared as positive");
      const root = multiply(negative(argument.rest), inverse(argument.slope, declarations));
      const others = single(...body.factors.filter((each) => each !== delta));
      const there = rewritten(others, (each) => (isVariable(each, line) ? root : undefined), declarations);
      return multiply(inverse(size, declarations), there);
    };
    return {
      uses: [],
      lacks,
      rewrite(of) {
        const line = lineOf(of);
        const [body] = of.within[0] ?? [];
        const delta = line && deltaOf(body, line);
        return delta && sifted(body!, delta, line);
      },
    };
  },
};
