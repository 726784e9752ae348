import type { MimeBundle } from "../../display.js";
import { sketch } from "./sketch.js";

/** What a pair potential has to show. */
export interface ShownPair {
  readonly text: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly cutoff: number;
  readonly shifted: boolean;
  energy(r: number): number;
}

/** The distance of the deepest place, looked for from 10⁻³ to 10³; undefined where there is no well. */
const deepest = (V: (r: number) => number): number | undefined => {
  const places = Array.from({ length: 3001 }, (_, i) => 10 ** (-3 + i / 500));
  const at = places.reduce((best, r, i) => (V(r) < V(places[best]) ? i : best), 1500);
  return at > 0 && at < 3000 && V(places[at]) < 0 ? places[at] : undefined;
};

const curve = (V: (r: number) => number, caption: string): string => {
  const r = deepest(V);
  if (r === undefined) return caption;
  const ceiling = -V(r);
  let from = r;
  while (from > 1e-3 * r && V(from) < ceiling) from -= 1e-3 * r;
  const svg = sketch(V, from, 3 * r, ceiling, "r", caption);
  return `<img alt="V(r)" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;
};

/** Markdown with LaTeX and the curve, LaTeX alone, and text. */
export const showPair = (pair: ShownPair, equations: readonly string[]): MimeBundle => {
  const { text, parameters, cutoff, shifted } = pair;
  const ends = cutoff < Number.POSITIVE_INFINITY ? [`${shifted ? "cut and shifted" : "cut"} at ${cutoff}`] : [];
  const values = [...Object.entries(parameters).map(([name, value]) => `${name} = ${value}`), ...ends].join(", ");
  const latex = `$$\\begin{aligned}\n${equations.join(" \\\\\n")}\n\\end{aligned}$$`;
  return {
    "text/markdown": `${latex}\n\n${curve(pair.energy, values)}`,
    "text/latex": latex,
    "text/plain": `V(r) = ${text}${values ? `   with ${values}` : ""}`,
  };
};
