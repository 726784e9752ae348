import { symbol } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { layout } from "./layout.js";
import { declarationOf } from "./names.js";
import type { Style } from "./style.js";

const unnamed: Readonly<Record<string, string>> = { "∞": "\\infty", π: "\\pi", 𝓛: "\\mathcal{L}" };

const unbraced = (exponent: string): string =>
  exponent.replace(/^\((.*)\)$/su, "$1").replace(/\\tfrac\{(\d+)\}\{(\d+)\}/gu, "$1/$2");

const isTall = (text: string): boolean => /\\(?:[td]?frac|sum|int|prod|left)/u.test(text);

/** \hat\rho_{0}^{*}: a name with what stands at it. */
const decorated = (name: string, subscript: string | undefined, starred: boolean): string => {
  const prime = name.endsWith("'");
  const letter = prime ? name.slice(0, -1) : name;
  return `${letter}${subscript === undefined ? "" : `_{${subscript}}`}${prime ? "'" : ""}${starred ? "^*" : ""}`;
};

const round = (inside: string): string => {
  const [open, close] = /\(|\\partial \}\{/u.test(inside) ? ["[", "]"] : ["(", ")"];
  return isTall(inside) ? `\\left${open}${inside}\\right${close}` : `${open}${inside}${close}`;
};

const styleOf = (declarations: Declarations): Style => {
  const letters = (of: Term): string =>
    declarationOf(declarations, of)?.tex ?? declarations.get(of.name)?.tex ?? unnamed[of.name] ?? of.name;
  return {
    minus: "-",
    dot: " \\cdot ",
    outer: " \\otimes ",
    number: ({ n, d }) => (d === 1n ? `${n}` : `\\tfrac{${n}}{${d}}`),
    name: (of, subscript, args) =>
      `${decorated(letters(of), subscript, of.starred)}${args.length > 0 ? `(${args.join(", ")})` : ""}`,
    variable: (label) => {
      const [name = "", subscript] = label.replace(/\*$/u, "").split("_");
      return decorated(letters(symbol(name)), subscript, label.endsWith("*"));
    },
    bracket: round,
    isLinear: false,
    fraction: (top, bottom) => `\\frac{${top ?? "1"}}{${bottom}}`,
    power: (base, exponent) => `${base}^{${unbraced(exponent)}}`,
    root: (inside, { parts: [of] }) => (of!.head === "symbol" ? `${inside}^{1/2}` : `\\sqrt{${inside}}`),
    exponential: (exponent) => (isTall(exponent) ? `\\exp${round(exponent)}` : `e^{${exponent}}`),
    semigroup: (exponent) => `e^{${exponent.replaceAll("\\tfrac", "\\frac")}}`,
    commutator: (a, b) => (isTall(a + b) ? `\\left[${a}, ${b}\\right]` : `[${a}, ${b}]`),
    call: (name, inside) => `${name === "ln" ? "\\ln" : "\\delta"}${round(inside)}`,
    average: (of) => `${of}^{th}`,
    derivative: (mark, of, by, order = 1) => {
      const d = { "∂": "\\partial ", d: "d", δ: "\\delta " }[mark];
      const times = order > 1 ? `^{${order}}` : "";
      return `\\frac{${times ? `${d.trimEnd()}${times} ` : d}${of ?? ""}}{${d}${by}${times}}`;
    },
    sum: (sign, index, ends) =>
      `${sign === "Σ" ? "\\sum" : "\\prod"}_{${index}=${ends?.[0] ?? "1"}}^{${ends?.[1] ?? "N"}}`,
    integral: (body, variable, ends) => `\\int${ends ? `_{${ends[0]}}^{${ends[1]}}` : ""} ${body}\\,d${variable}`,
    limit: (variable, target) => `\\lim_{${variable}\\to ${target}}`,
    at: (of, variable, value) => `\\left.${of}\\right|_{${variable} = ${value}}`,
    join: (factors) => factors.reduce((all, each) => `${all}${/^\d/u.test(each) ? " \\cdot " : " "}${each}`),
  };
};

/** A term in LaTeX, with the signs that its names are declared with. */
export const tex = (of: Term, declarations: Declarations): string => layout(of, styleOf(declarations)).text;

const withArguments = (of: Term, declarations: Declarations): Term => {
  const names = of.head === "symbol" && of.parts.length === of.subscripts ? declarationOf(declarations, of) : undefined;
  if (names?.role !== "function") return of;
  const args = names.of.map((name) =>
    symbol(name, declarations.get(name)?.rank ?? 0, { starred: name.startsWith("Γ") }),
  );
  return symbol(of.name, of.rank, { subscript: of.subscripts ? of.parts[0] : undefined, starred: of.starred, args });
};

/** A definition in LaTeX; a function that stands alone on the left is written with its arguments, W̃(R, t) = ∫…. */
export const texEquation = (
  { left, right }: { readonly left: Term; readonly right: Term },
  declarations: Declarations,
): string => `${tex(withArguments(left, declarations), declarations)} = ${tex(right, declarations)}`;
