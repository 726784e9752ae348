import type { MimeBundle } from "../display.js";
import { basin } from "./landscape.js";
import { type Potential, profile, pull } from "./potential.js";
import { sketch } from "./sketch.js";
import { stationaryPoints } from "./stationary.js";

/** What an expression potential has to show. */
export interface Shown {
  readonly text: string;
  readonly variables: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  /** LaTeX of V, of each component of F, and on a line of V″. */
  readonly equations: readonly string[];
}

/** The range that holds all wells and barriers, with a rim as high as the highest barrier; undefined off a line or without walls. */
const frame = (potential: Potential): readonly [number, number, number] | undefined => {
  if (potential.dim !== 1) return undefined;
  const V = profile(potential);
  try {
    const { from, to, lowest } = basin(V, 1e3);
    const heights = stationaryPoints(pull(potential), from, to).map(({ x }) => V(x));
    const rise = Math.max(...heights, V(lowest)) - V(lowest) || 1;
    const near = basin(V, 1.6 * rise);
    return [near.from, near.to, V(near.lowest) + 1.6 * rise];
  } catch {
    return undefined;
  }
};

/** Markdown with LaTeX and the curve, LaTeX alone, and text. */
export const showPotential = (potential: Potential, { text, variables, parameters, equations }: Shown): MimeBundle => {
  const values = Object.entries(parameters).map(([name, value]) => `${name} = ${value}`);
  const latex = `$$\\begin{aligned}\n${equations.join(" \\\\\n")}\n\\end{aligned}$$`;
  const range = frame(potential);
  const curve =
    range && Buffer.from(sketch(profile(potential), ...range, variables[0], values.join(", "))).toString("base64");
  const image = curve ? `<img alt="V(${variables[0]})" src="data:image/svg+xml;base64,${curve}">` : values.join(", ");
  return {
    "text/markdown": `${latex}\n\n${image}`,
    "text/latex": latex,
    "text/plain": `V(${variables.join(", ")}) = ${text}${values.length > 0 ? `   with ${values.join(", ")}` : ""}`,
  };
};
