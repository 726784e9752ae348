/** mathjs values as LaTeX: expressions, complex numbers, fractions, units. Known by their marks, so that any copy of mathjs serves. */

import { inspectText } from "./inspect-text.js";
import { isMatrix, type MatrixShape, matrixTex } from "./matrix-tex.js";
import { bundle, type MimeBundle } from "./mime-bundle.js";
import { numberTex } from "./number-tex.js";

/** The marks mathjs puts on the prototypes of its types. */
interface Marked {
  readonly isNode?: boolean;
  readonly isComplex?: boolean;
  readonly isFraction?: boolean;
  readonly isUnit?: boolean;
  readonly isBigNumber?: boolean;
}

interface SymbolNode {
  readonly isSymbolNode?: boolean;
  readonly name?: string;
}

const greek = "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega";
const named = new RegExp(`^([A-Za-z]|(?:${greek}|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega))(?:_(\\w+))?$`);

/** Letters are variables, x_0 has an index: mathjs would set h and m upright, as hour and metre, and print the underscore. */
function variable({ isSymbolNode, name = "" }: SymbolNode): string | undefined {
  const [, letter, index] = (isSymbolNode === true && named.exec(name)) || [];
  if (letter === undefined || (letter.length > 1 && index === undefined)) return undefined;
  return ` ${letter.length > 1 ? "\\" : ""}${letter}${index === undefined ? "" : `_{${index.replace(/_/g, "\\_")}}`}`;
}

const nodeTex = (node: object): string =>
  (node as { toTex(options: { handler: typeof variable }): string }).toTex({ handler: variable }).trim();

function complexTex({ re, im }: { re: number; im: number }): string {
  if (im === 0) return numberTex(re);
  const part = Math.abs(im) === 1 ? "i" : `${numberTex(Math.abs(im))}\\,i`;
  if (re === 0) return im < 0 ? `-${part}` : part;
  return `${numberTex(re)} ${im < 0 ? "-" : "+"} ${part}`;
}

/** Numerator and denominator are bigints in newer versions and numbers in older ones. */
function fractionTex({ s, n, d }: { s: number | bigint; n: number | bigint; d: number | bigint }): string {
  const sign = s < 0 ? "-" : "";
  return Number(d) === 1 ? `${sign}${n}` : `${sign}\\frac{${n}}{${d}}`;
}

/** "9.81 m / s^2" as 9.81\,\mathrm{m}/\mathrm{s}^{2}. */
function unitTex(unit: object): string {
  const [, number = "", name] = /^(-?[\d.]+(?:e[+-]?\d+)?)?\s*(.*)$/s.exec(String(unit)) ?? [];
  const units = name
    .replace(/\s*\/\s*/g, "/")
    .replace(/\^(-?\d+(?:\.\d+)?)/g, "^{$1}")
    .replace(/[A-Za-zµΩ°]+/g, "\\mathrm{$&}")
    .replace(/ /g, "\\,");
  return number === "" ? units : `${numberTex(Number(number))}\\,${units}`;
}

/** One value as LaTeX, or undefined when it has no such form. */
function texOf(value: unknown): string | undefined {
  if (typeof value === "number") return numberTex(value);
  if (typeof value !== "object" || value === null) return undefined;
  const { isNode, isComplex, isFraction, isUnit, isBigNumber } = value as Marked;
  if (isNode === true) return nodeTex(value);
  if (isComplex === true) return complexTex(value as never);
  if (isFraction === true) return fractionTex(value as never);
  if (isUnit === true) return unitTex(value);
  return isBigNumber === true ? String(value) : undefined;
}

function matrixBundle(matrix: MatrixShape): MimeBundle {
  const size = matrix.size();
  const tex = matrixTex(matrix, (entry) => texOf(entry) ?? `\\text{${inspectText(entry)}}`);
  const small = size.reduce((product, n) => product * n, 1) <= 200;
  const text = small ? String(matrix) : `${matrix.type ?? "Matrix"} ${size.join(" × ")}`;
  return bundle({ ...(tex === undefined ? {} : { "text/latex": `$$${tex}$$` }), "text/plain": text });
}

/** The bundle of a mathjs value; undefined for other values. */
export function mathematicsBundle(value: object): MimeBundle | undefined {
  if (isMatrix(value)) return matrixBundle(value);
  const tex = texOf(value);
  return tex === undefined ? undefined : bundle({ "text/latex": `$$${tex}$$`, "text/plain": String(value) });
}
