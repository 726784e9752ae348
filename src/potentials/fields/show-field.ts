import type { MimeBundle } from "../../display.js";
import type { MatrixField } from "./matrix-field.js";

/** V in LaTeX, the values of what stands in it, and text. */
export const showField = (field: MatrixField, tex: string, values: string): MimeBundle => {
  const { variables, states } = field;
  const named = variables.length > 4 ? [...variables.slice(0, 2), "…", variables[variables.length - 1]] : variables;
  const latex = `$$V = ${tex}$$`;
  return {
    "text/markdown": `${latex}\n\n${values}`,
    "text/latex": latex,
    "text/plain": `V(${named.join(", ")}): ${states} × ${states} Hermitian matrix${values ? `   with ${values}` : ""}`,
  };
};
