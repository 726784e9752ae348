import type { Complexes } from "../../linalg/dense/complexes.js";
import { drawCurves } from "../show/curves.js";
import type { MatrixField } from "./matrix-field.js";

/** Levels whose couplings are drawn: neighbours where there are few, the lowest with the next ones where there are many. */
export const pairsOf = (states: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.min(states - 1, 3) }, (_, j) => (states <= 4 ? [j, j + 1] : [0, j + 1]));

/** What stands at the axes: a quantity and its unit. */
export const titlesOf = ({ variables, units, dim, real }: MatrixField, along: "axis" | "path") => {
  const length = units?.length ?? "reduced units";
  const axis = dim > 1 ? `${variables[0]}, the others 0` : variables[0];
  return {
    x: [along === "axis" ? axis : "length along the path", length],
    energy: ["λ", units?.energy ?? "reduced units"],
    coupling: [real ? "⟨Ψj|∂Ψk⟩" : "|⟨Ψj|∂Ψk⟩|", units ? `1/${units.length}` : "reduced units"],
  } as const;
};

/** The size of complex numbers, or real ones with their sign. */
export const sizeOf = ({ re, im }: Complexes): Float64Array =>
  im.length > 0 ? re.map((x, i) => Math.hypot(x, im[i])) : re;

/** What is to be drawn over the length s. */
interface Lines {
  readonly s: Float64Array;
  readonly along: "axis" | "path";
  readonly levels: readonly Float64Array[];
  readonly couplings: readonly Complexes[];
}

const written = ([quantity, unit]: readonly [string, string]): string => `${quantity} [${unit}]`;

/** Levels in colours and couplings between them dashed, as an SVG. */
export const drawAdiabats = (field: MatrixField, { s, along, levels, couplings }: Lines): string => {
  const { x, energy, coupling } = titlesOf(field, along);
  return drawCurves({
    x: s,
    xTitle: written(x),
    left: { title: `${written(energy)}, solid`, curves: levels },
    ...(couplings.length > 0 && { right: { title: `${written(coupling)}, dashed`, curves: couplings.map(sizeOf) } }),
  });
};
