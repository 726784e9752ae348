/** A trajectory, a lane, as straight-line code: the numbers that it keeps have names of a letter and a number, such as q_0. */

import { arithmetic, type Code, type Operand } from "../../expressions/code.js";
import { exactCode } from "../../expressions/exact.js";

/** A lane under way: its code, and where its numbers are now. */
export interface Lane {
  readonly code: Code;
  readonly now: Map<string, Operand>;
}

/** The names of a letter's numbers. */
export const named = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}_${i}`);

export const laneWith = (names: readonly string[]): Lane => ({
  code: exactCode(),
  now: new Map(names.map((name) => [name, name])),
});

export const read = ({ now }: Lane, letter: string, i: number): Operand =>
  now.get(`${letter}_${i}`) ?? `${letter}_${i}`;
export const plus = ({ code }: Lane, a: Operand, b: Operand): Operand => arithmetic(code, "+", a, b);
export const minus = ({ code }: Lane, a: Operand, b: Operand): Operand => arithmetic(code, "-", a, b);
export const times = ({ code }: Lane, a: Operand, b: Operand): Operand => arithmetic(code, "*", a, b);
