import { nanoparticle } from "./momenta.js";
import { running } from "./over-index.js";
import type { Rule } from "./rule.js";

/** Whether a definition in words is that of θᵢ, 1 in the nanoparticle and 0 elsewhere. */
export const says = (definition: string, words: ReadonlyMap<string, string>): boolean =>
  /^θ_i = 1 if .*, 0 otherwise$/u.test(words.get(definition)?.normalize("NFD") ?? "");

/**
 * θᵢ = 1 for i = 1 … M and 0 beyond, by which Σᵢ θᵢ gᵢ = Σ_{l=1}^M g_l: the atoms of the nanoparticle are numbered first.
 * Asks for what θᵢ says, named as a definition.
 */
export const numberAtoms: Rule = {
  name: "number the atoms of the nanoparticle from 1 to M",
  prepare({ definition = "" }, { words }) {
    if (!says(definition, words)) return { missing: "θ_i = 1 if atom i is in the nanoparticle, named as a definition" };
    return {
      uses: [definition],
      rewrite: ({ name, labels: [label] }) => (name === "θ_" ? running(nanoparticle(label!)) : undefined),
    };
  },
};
