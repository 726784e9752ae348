import { numberText } from "./number-text.js";

/** A number as LaTeX: 6.02\cdot 10^{23}, \infty, \mathrm{NaN}. */
export function numberTex(value: number, digits = 6): string {
  if (Number.isNaN(value)) return "\\mathrm{NaN}";
  return numberText(value, digits)
    .replace("Infinity", "\\infty")
    .replace(/e\+?(-?\d+)$/, "\\cdot 10^{$1}");
}
