import type { MimeBundle } from "../../display.js";
import { tex } from "../../expressions/tex.js";
import type { Entries, Part } from "./entries.js";
import type { MatrixField } from "./matrix-field.js";

/** What a field of formulas has to show beside its curves. */
interface Written {
  readonly entries: Entries;
  readonly parameters: Readonly<Record<string, number>>;
}

const isZero = (text: string): boolean => text === "0";

const complexTex = (re: string, im: string): string => {
  if (isZero(im)) return re;
  const product = `i\\left(${im}\\right)`;
  return isZero(re) ? product : `${re} + ${product}`;
};

/** V as a LaTeX matrix. */
const matrixTex = ({ states, re, im }: Entries, variables: readonly string[]): string => {
  const written = (part: Part | undefined) => (part ? tex(part.tree, variables) : "0");
  const cell = (i: number, j: number) => complexTex(written(re[i * states + j]), written(im[i * states + j]));
  const range = Array.from({ length: states }, (_, i) => i);
  return `\\begin{pmatrix} ${range.map((i) => range.map((j) => cell(i, j)).join(" & ")).join(" \\\\ ")} \\end{pmatrix}`;
};

/** LaTeX and text. */
export const showField = (field: MatrixField, { entries, parameters }: Written): MimeBundle => {
  const { variables, states } = field;
  const values = Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
  const latex = `$$V(${variables.join(", ")}) = ${matrixTex(entries, variables)}$$`;
  return {
    "text/markdown": `${latex}\n\n${values}`,
    "text/latex": latex,
    "text/plain": `V(${variables.join(", ")}): ${states} × ${states} Hermitian matrix${values ? `   with ${values}` : ""}`,
  };
};
