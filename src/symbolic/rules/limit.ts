import type { Factor } from "./index-form.js";
import type { Rule } from "./rule.js";

const isInverse = ({ name, exponent, within }: Factor, variable: string): boolean =>
  name === variable && within.length === 0 && exponent.compare(0) < 0;

/** lim_{x→∞} x⁻ⁿ = 0 for n > 0. What does not depend on x stands before the limit already. */
export const vanishing: Rule = {
  name: "vanishes in the limit",
  prepare: () => ({
    uses: [],
    rewrite({ name, within: [body, target] }) {
      const variable = name.startsWith("lim ") ? name.slice(4) : undefined;
      const isInfinite =
        target?.length === 1 && target[0]!.coefficient.compare(0) > 0 && target[0]!.factors[0]?.name === "∞";
      if (!variable || !isInfinite || body!.length !== 1) return undefined;
      return body![0]!.factors.every((each) => isInverse(each, variable)) ? [] : undefined;
    },
  }),
};
