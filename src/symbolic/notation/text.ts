import type { Term } from "../terms/term.js";
import { layout } from "./layout.js";
import type { Style } from "./style.js";

const actsInside = (of: Term): boolean => of.sort === "operator" || of.parts.some(actsInside);

const scripted = (subscript: string | undefined): string =>
  subscript === undefined ? "" : `_${/^(?:\d+|\p{L})$/u.test(subscript) ? subscript : `{${subscript}}`}`;

const named = (name: string, subscript: string | undefined, star = ""): string => {
  const prime = name.endsWith("'") ? "'" : "";
  return `${prime ? name.slice(0, -1) : name}${scripted(subscript)}${prime}${star}`;
};

const style: Style = {
  minus: "−",
  dot: " · ",
  outer: " ⊗ ",
  number: (value) => value.toFraction(),
  name: ({ name, starred }, subscript, args) =>
    `${named(name, subscript, starred ? "*" : "")}${args.length > 0 ? `(${args.join(", ")})` : ""}`,
  variable: (label) => {
    const [name = "", subscript] = label.split("_");
    return named(name, subscript);
  },
  bracket: (inside) => `(${inside})`,
  isLinear: true,
  fraction: (top, bottom) => `${top ?? "1"}/${bottom}`,
  power: (base, exponent) => `${base}^${exponent}`,
  root: (inside) => `sqrt(${inside})`,
  exponential: (exponent, of) => (actsInside(of) ? `exp(${exponent})` : `e^{${exponent}}`),
  semigroup: (exponent) => `e^{${exponent}}`,
  commutator: (a, b) => `[${a}, ${b}]`,
  call: (name, inside) => `${name}(${inside})`,
  average: (of) => `${of}^th`,
  derivative: (mark, of, by) => `${mark}${of ?? ""}/${mark}${by}`,
  sum: (sign, index, ends) => `${sign}_${ends ? `{${index}=${ends[0]}}^{${ends[1]}}` : index}`,
  integral: (body, variable, ends) => `∫${ends ? `_{${ends[0]}}^{${ends[1]}}` : ""} ${body} d${variable}`,
  limit: (variable, target) => `lim_{${variable}→${target}}`,
  at: (of, variable, value) => `${of}|_{${variable} = ${value}}`,
  join: (factors) => factors.join(" "),
};

/** A term in the notation, in which `parse` reads it back. */
export const text = (of: Term): string => layout(of, style).text.normalize("NFC");
