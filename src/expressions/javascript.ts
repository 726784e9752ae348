import { exponentOf, mantissaOf, powerOfTwo } from "../random/elementary.js";
import type { Instruction, Operand } from "./code.js";
import { literal } from "./literal.js";
import { functions, slopes } from "./vocabulary.js";

const text = (operand: Operand): string => (typeof operand === "number" ? literal(operand) : operand);

const infix = new Set(["+", "-", "*", "/"]);
const comparing = new Set([">", "<", ">=", "<="]);

const logical: Record<string, (...operands: string[]) => string> = {
  and: (...parts) => `+(${parts.map((part) => `${part} !== 0`).join(" && ")})`,
  or: (...parts) => `+(${parts.map((part) => `${part} !== 0`).join(" || ")})`,
  not: (a) => `+(${a} === 0)`,
  neg: (a) => `-${a}`,
  floor: (a) => `Math.floor(${a})`,
  pick: (condition, a, b) => `${condition} !== 0 ? ${a} : ${b}`,
  lesser: (a, b) => `${b} < ${a} ? ${b} : ${a}`,
  greater: (a, b) => `${a} < ${b} ? ${b} : ${a}`,
  exponent: (a) => `bits.exponentOf(${a})`,
  mantissa: (a) => `bits.mantissaOf(${a})`,
  twoTo: (a) => `bits.powerOfTwo(${a})`,
};

/** What the lines call beyond `Math`. */
export const bits = { exponentOf, mantissaOf, powerOfTwo };

/** An instruction as a line of JavaScript. */
const line = ({ name, op, operands }: Instruction): string => {
  const parts = operands.map(text);
  if (infix.has(op)) return `const ${name} = ${parts.join(` ${op} `)};`;
  if (comparing.has(op)) return `const ${name} = +(${parts.join(` ${op} `)});`;
  if (Object.hasOwn(logical, op)) return `const ${name} = ${logical[op](...parts)};`;
  return `const ${name} = ${(functions[op] ?? slopes[op]).js}(${parts.join(", ")});`;
};

/** Code as lines of JavaScript that declare its names; `operand` writes an operand. */
export const javascript = (instructions: readonly Instruction[]): string[] => instructions.map(line);

export { text as operandText };
