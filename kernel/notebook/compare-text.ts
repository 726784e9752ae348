/** Compares texts token by token: numbers within a tolerance, the rest literally, however it is spaced. */

import { plain } from "./ansi.js";
import { agree, type Tolerance } from "./compare-numbers.js";

/** A number that is not part of a name (`x2`, `a1b2`), with its sign unless that subtracts (`5-3`); a word; or a single sign. */
const token =
  /(?<![\p{L}\d_.)\]])[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\p{L}_])|(?<=[)\]])\d+\.?\d*|[\p{L}\d_]+|\S/giu;

const tokensOf = (text: string): string[] => plain(text).replaceAll("−", "-").match(token) ?? [];

const isNumber = (word: string): boolean => /\d/.test(word) && Number.isFinite(Number(word));

const sameToken = (a: string, b: string, tolerance: Tolerance): boolean =>
  a === b || (isNumber(a) && isNumber(b) && agree(Number(a), Number(b), tolerance));

/** Do the texts say the same? */
export const sameText = (stored: string, found: string, tolerance: Tolerance): boolean => {
  const [a, b] = [tokensOf(stored), tokensOf(found)];
  return a.length === b.length && a.every((word, i) => sameToken(word, b[i], tolerance));
};
