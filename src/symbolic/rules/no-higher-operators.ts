import { atIndex } from "./at-index.js";
import type { Sum } from "./index-form.js";
import type { Rule } from "./rule.js";
import { runsFrom } from "./sum-of-indices.js";

const sentence = /^(\S+)_n = 0 for n > 1$/u;

/** Σ_{i=1}^∞ 𝓛ᵢ x = 𝓛₁ x. Asks for the definition by which 𝓛ₙ = 0 for n > 1. */
export const noHigherOperators: Rule = {
  name: "𝓛ₙ = 0 for n > 1",
  prepare({ definition = "" }, { words, declarations }) {
    const [, spelled = ""] = sentence.exec(words.get(definition) ?? "") ?? [];
    const operator = [...declarations].find(
      ([name, { role, spellings }]) => role === "operator" && [name, ...spellings].includes(spelled),
    )?.[0];
    if (!operator) return { missing: "L_n = 0 for n > 1, named as a definition" };
    return {
      uses: [definition],
      whole: (sum: Sum) =>
        sum.flatMap((monomial) => {
          const label = monomial.factors.find(({ name }) => name === `@${operator}_`)?.labels[0];
          const range = monomial.factors.find((each) => label !== undefined && runsFrom(each, label, 1));
          if (!range) return [monomial];
          const rest = { ...monomial, factors: monomial.factors.filter((each) => each !== range) };
          return atIndex([rest], new Map([[label!, 1]]), declarations);
        }),
    };
  },
};
