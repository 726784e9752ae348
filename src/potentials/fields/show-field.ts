import type { MimeBundle } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { adiabats } from "./adiabats.js";
import { drawAdiabats } from "./draw-adiabats.js";
import { emptyFrame, framing } from "./frame.js";
import type { MatrixField } from "./matrix-field.js";

const image = (svg: string): string =>
  `<img alt="adiabatic levels and couplings" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;

/** Levels alone, in rising order, for a field whose levels meet. */
const levelsOf = (field: MatrixField): string => {
  const [from, to] = field.interval;
  const s = Float64Array.from({ length: 201 }, (_, i) => from + ((to - from) * i) / 200);
  const [look, frame, q] = [framing(field), emptyFrame(field), new Float64Array(field.dim)];
  const levels = Array.from({ length: field.states }, () => new Float64Array(s.length));
  for (const [i, x] of s.entries()) {
    q[0] = x;
    look(q, frame);
    for (const [j, level] of levels.entries()) level[i] = frame.values[j];
  }
  return image(drawAdiabats(field, { s, along: "axis", levels, couplings: [] }));
};

/** Levels and couplings over the field's interval; where levels meet there, the levels and what is wrong with the couplings; nothing where V is not defined. */
const curves = (field: MatrixField): string => {
  try {
    return image(adiabats(field).drawing);
  } catch (error) {
    if (!(error instanceof PhysicsError)) throw error;
    try {
      return `${levelsOf(field)}\n\n${error.message}`;
    } catch {
      return "";
    }
  }
};

/** V in LaTeX, the values of what stands in it, levels and couplings as curves, and text. */
export const showField = (field: MatrixField, tex: string, values: string): MimeBundle => {
  const { variables, states } = field;
  const named = variables.length > 4 ? [...variables.slice(0, 2), "…", variables[variables.length - 1]] : variables;
  const latex = `$$V = ${tex}$$`;
  return {
    "text/markdown": [latex, values, curves(field)].filter((part) => part !== "").join("\n\n"),
    "text/latex": latex,
    "text/plain": `V(${named.join(", ")}): ${states} × ${states} Hermitian matrix${values ? `   with ${values}` : ""}`,
  };
};
