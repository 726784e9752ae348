import type { Term } from "../terms/term.js";
export const text = (t: Term): string => {
  const p = t.parts.map(text);
  switch (t.head) {
    case "number":
      return t.value!.toFraction();
    case "symbol":
      return t.name + (t.subscripts ? "_" + p[0] : "") + (t.starred ? "*" : "");
    case "plus":
      return "(" + p.join(" + ") + ")";
    case "times":
      return p.join(" ");
    case "power":
      return `${p[0]}^${p[1]}`;
    case "dot":
      return `${p[0]} · ${p[1]}`;
    case "outer":
      return `${p[0]} ⊗ ${p[1]}`;
    case "apply":
      return `${p[0]}[${p[1]}]`;
    case "partial":
      return `∂/∂${p[0]}`;
    case "divergence":
      return `∂/∂${p[0]}·`;
    case "average":
      return `<${p[0]}>`;
    case "semigroup":
      return `e^{${p[0]} ${p[1]}}`;
    case "atoms":
      return `Σ_${t.name} ${p[0]}`;
    case "integral":
      return `∫_{${p[1]}}^{${p[2]}} ${p[0]} d${t.name}`;
    default:
      return `${t.head}(${p.join(", ")})`;
  }
};
