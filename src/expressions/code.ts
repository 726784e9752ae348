/** Straight-line code: operations on numbers, each done once, in an order that every machine that carries it out keeps. */

import { literal } from "./literal.js";

/** A number, or the name of one: an input, or the result of an instruction. */
export type Operand = number | string;

/** What an instruction does. "pick" gives its second operand where the first is not 0, otherwise the third; "lesser" and "greater" give the first
 *  unless the second is below or above it; the last three take x > 0 apart and put it together: x = 2^exponent · mantissa, with √½ ≤ mantissa < √2. */
export type Primitive =
  | "+"
  | "-"
  | "*"
  | "/"
  | "neg"
  | "abs"
  | "sqrt"
  | "floor"
  | ">"
  | "<"
  | ">="
  | "<="
  | "and"
  | "or"
  | "not"
  | "pick"
  | "lesser"
  | "greater"
  | "exponent"
  | "mantissa"
  | "twoTo";

export interface Instruction {
  readonly name: string;
  /** A primitive, or a function of the vocabulary. */
  readonly op: string;
  readonly operands: readonly Operand[];
}

/** Growing code. `call` says what becomes of a function: an instruction, or primitives that make it up. */
export interface Code {
  readonly instructions: Instruction[];
  readonly memo: Map<string, string>;
  readonly call: (code: Code, name: string, ...operands: readonly Operand[]) => Operand;
}

/** The operand that holds the result of an operation; equal operations share it. */
export const hold = (code: Code, op: string, ...operands: readonly Operand[]): string => {
  const key = `${op} ${operands.map((a) => (typeof a === "number" ? literal(a) : a)).join(" ")}`;
  const before = code.memo.get(key);
  if (before !== undefined) return before;
  const name = `t${code.instructions.length}`;
  code.instructions.push({ name, op, operands });
  code.memo.set(key, name);
  return name;
};

/** Code in which functions stay calls. */
export const plainCode = (): Code => ({ instructions: [], memo: new Map(), call: hold });

const compute = {
  "+": (a: number, b: number) => a + b,
  "-": (a: number, b: number) => a - b,
  "*": (a: number, b: number) => a * b,
  "/": (a: number, b: number) => a / b,
};

/** a op b, at once where both are numbers, and without the operations that change nothing. */
export const arithmetic = (code: Code, op: keyof typeof compute, a: Operand, b: Operand): Operand => {
  if (typeof a === "number" && typeof b === "number") {
    const value = compute[op](a, b);
    if (Number.isFinite(value)) return value;
  }
  if (op === "*" && (a === 0 || b === 0)) return 0;
  if ((op === "*" && a === 1) || (op === "+" && a === 0)) return b;
  if ((op === "*" || op === "/") && b === 1) return a;
  if ((op === "+" || op === "-") && b === 0) return a;
  return hold(code, op, a, b);
};

/** −a. */
export const negative = (code: Code, a: Operand): Operand => (typeof a === "number" ? -a : hold(code, "neg", a));

/** aⁿ for a whole n by squaring, √a for n = ½, otherwise a call of `pow`. */
export const power = (code: Code, a: Operand, b: Operand): Operand => {
  if (b === 0.5) return typeof a === "number" ? Math.sqrt(a) : hold(code, "sqrt", a);
  if (typeof b !== "number" || !Number.isInteger(b) || Math.abs(b) > 64) return code.call(code, "pow", a, b);
  if (b < 0) return arithmetic(code, "/", 1, power(code, a, -b));
  let result: Operand = 1;
  for (let square = a, rest = b; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = arithmetic(code, "*", result, square);
    if (rest > 1) square = arithmetic(code, "*", square, square);
  }
  return result;
};
