import type { MimeBundle } from "../../display.js";
import { coordinates } from "../coordinates.js";
import type { Potential } from "../potential.js";
import { thumbnail } from "./thumbnail.js";

/** What an expression potential has to show. */
export interface Shown {
  readonly text: string;
  readonly variables: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  /** LaTeX of V, of each component of F, and on a line of V″. */
  readonly equations: readonly string[];
}

/** Markdown with LaTeX and the curve or map, LaTeX alone, and text. */
export const showPotential = (potential: Potential, { text, variables, parameters, equations }: Shown): MimeBundle => {
  const values = Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
  const latex = `$$\\begin{aligned}\n${equations.join(" \\\\\n")}\n\\end{aligned}$$`;
  return {
    "text/markdown": `${latex}\n\n${thumbnail(potential, variables, values) || values}`,
    "text/latex": latex,
    "text/plain": `V(${variables.join(", ")}) = ${text}${values ? `   with ${values}` : ""}`,
  };
};

/** A potential that has no formula: what it is in words, with the curve or map. */
export const showPlain = (potential: Potential, what: string, names?: readonly string[]): MimeBundle => {
  const variables = names ?? coordinates(potential.dim);
  const shown = variables.length > 6 ? [...variables.slice(0, 3), "…", variables[variables.length - 1]] : variables;
  const text = `V(${shown.join(", ")}): ${what}`;
  return { "text/markdown": `${text}\n\n${thumbnail(potential, variables, "")}`, "text/plain": text };
};
