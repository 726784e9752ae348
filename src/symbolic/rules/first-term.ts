import { atIndex } from "./at-index.js";
import type { Factor, Sum } from "./index-form.js";
import { constant, factor, multiply, single } from "./index-form.js";
import { running } from "./over-index.js";
import type { Rule } from "./rule.js";
import { runsFrom, settled } from "./sum-of-indices.js";

/** Σ_{a=0}^∞ x_a = x₀ + Σ_{a=1}^∞ x_a, of a sum over the index of a derivative ∂/∂x_a. */
export const firstTerm: Rule = {
  name: "split off the first term",
  prepare: ({ of = "t", order = "n" }, { declarations }) => ({
    uses: [],
    whole: (sum: Sum) =>
      sum.flatMap((monomial) => {
        const label = monomial.factors.find(({ name }) => name === `∂${of}`)?.labels[0];
        const range = monomial.factors.find((each: Factor) => label !== undefined && runsFrom(each, label, 0));
        if (!range) return [monomial];
        const rest = { ...monomial, factors: monomial.factors.filter((each) => each !== range) };
        const later = running({ label: label!, from: constant(1), to: single(factor("∞")) });
        const first = atIndex([rest], new Map([[label!, 0]]), declarations).map((each) => settled(each, order));
        return [...first, ...multiply([rest], later)];
      }),
  }),
};
