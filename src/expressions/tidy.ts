import type { MathNode } from "mathjs";
import { parse, simplify } from "mathjs/number";
import { polynomialOf, polynomialText } from "./polynomial.js";
import { tex } from "./tex.js";

/** The shortest of three equal forms: simplified, expanded, and as it was. For showing; computing uses the exact tree. */
export const tidyTex = (tree: MathNode, variables: readonly string[]): string => {
  const expanded = polynomialOf(tree);
  const forms = [simplify(tree), ...(expanded ? [parse(polynomialText(expanded, variables))] : [])];
  const shown = forms.map((form) => tex(form, variables));
  return shown.reduce((best, form) => (form.length < best.length ? form : best));
};
