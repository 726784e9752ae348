import type { Term } from "../terms/term.js";

export const isNumber = (of: Term | undefined): boolean => of?.head === "number";
export const isNegative = (of: Term | undefined): boolean => isNumber(of) && of!.value!.compare(0) < 0;
/** Whether a term is this number. */
export const equals = (of: Term | undefined, value: number): boolean => isNumber(of) && of!.value!.equals(value);
/** b⁻¹. */
export const isInverse = ({ head, parts }: Term): boolean => head === "power" && equals(parts[1], -1);
/** 0, 1, 2, … */
export const isWhole = (of: Term): boolean => isNumber(of) && of.value!.d === 1n && !isNegative(of);
/** A name that nothing stands behind: no star, subscript or argument. */
export const isPlain = ({ head, parts, starred, name }: Term): boolean =>
  head === "symbol" && parts.length === 0 && !starred && !name.endsWith("'");
/** −x of a name. */
export const isSign = ({ head, parts: [first, second, ...more] }: Term): boolean =>
  head === "times" && equals(first, -1) && more.length === 0 && second!.head === "symbol";
/** ∂/∂x, d/dx or δ/δφ(x). */
export const isDerivative = ({ head }: Term): boolean => head === "partial" || head === "total" || head === "variation";
/** A function without arguments. */
export const isBare = ({ head, parts, subscripts, sort }: Term): boolean =>
  head === "symbol" && parts.length === subscripts && sort === "function";
