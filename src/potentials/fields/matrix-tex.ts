import { tex } from "../../expressions/tex.js";
import type { Entries, Part } from "./entries.js";

const complexTex = (re: string, im: string): string => {
  if (im === "0") return re;
  const product = `i\\left(${im}\\right)`;
  return re === "0" ? product : `${re} + ${product}`;
};

/** A matrix of formulas in LaTeX; `variables` are written after the other names. */
export const matrixTex = ({ states, re, im }: Entries, variables: readonly string[]): string => {
  const written = (part: Part | undefined) => (part ? tex(part.tree, variables) : "0");
  const cell = (i: number, j: number) => complexTex(written(re[i * states + j]), written(im[i * states + j]));
  const range = Array.from({ length: states }, (_, i) => i);
  return `\\begin{pmatrix} ${range.map((i) => range.map((j) => cell(i, j)).join(" & ")).join(" \\\\ ")} \\end{pmatrix}`;
};
