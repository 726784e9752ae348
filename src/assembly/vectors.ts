/** Straight-line code → WebAssembly on vectors of two numbers. */

import type { Instruction, Operand } from "../expressions/code.js";
import { type Bytes, float, unsigned } from "./bytes.js";

const vector = (opcode: number): Bytes => [0xfd, ...unsigned(opcode)];
const shift = (bits: number, opcode: number): Bytes => [0x41, bits, ...vector(opcode)];

export const V128 = 0x7b;
export const load = (offset: number): Bytes => [...vector(0x00), 4, ...unsigned(offset)];
export const store = (offset: number): Bytes => [...vector(0x0b), 4, ...unsigned(offset)];
export const getLocal = (index: number): Bytes => [0x20, ...unsigned(index)];
export const setLocal = (index: number): Bytes => [0x21, ...unsigned(index)];

const binary: Readonly<Record<string, Bytes>> = {
  "+": vector(0xf0),
  "-": vector(0xf1),
  "*": vector(0xf2),
  "/": vector(0xf3),
  lesser: vector(0xf6),
  greater: vector(0xf7),
};
const unary: Readonly<Record<string, Bytes>> = {
  neg: vector(0xed),
  abs: vector(0xec),
  sqrt: vector(0xef),
  floor: vector(0x75),
};
const compare: Readonly<Record<string, Bytes>> = {
  "<": vector(0x49),
  ">": vector(0x4a),
  "<=": vector(0x4b),
  ">=": vector(0x4c),
};
const [AND, OR, NOT, CHOOSE, NOT_EQUAL] = [0x4e, 0x50, 0x4d, 0x52, 0x48].map(vector);
const [LEFT, RIGHT, ADD] = [shift(52, 0xcb), shift(52, 0xcd), vector(0xce)];

/** Where constants, written as their 64 bits, and named operands are found. */
export interface Places {
  /** Puts a constant on the stack. */
  constant(bits: Bytes): Bytes;
  /** The local variable of a name. */
  local(name: string): number;
}

const wide = (bits: bigint): Bytes => Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(8 * i)) & 0xffn));
const ONE_LESS_ROOT = wide(0x00095f6200000000n);
const ROOT_HALF = wide(0x3fe6a09e00000000n);
const MANTISSA = wide(0x000fffffffffffffn);
const WHOLE = wide(0x4330000000000000n);
/** 2⁵² + 1023: in numbers this large the last bit stands for 1. */
const BIASED = float(2 ** 52 + 1023);

/** The bytes of each of some instructions. Truth is a mask of 64 bits, and 1 or 0 where it enters arithmetic. */
export const vectors = (instructions: readonly Instruction[], { constant, local }: Places) => {
  const masks = new Set(
    instructions.filter(({ op }) => op in compare || ["and", "or", "not"].includes(op)).map(({ name }) => name),
  );
  const number = (a: Operand): Bytes => {
    if (typeof a === "number") return constant(float(a));
    return masks.has(a) ? [...getLocal(local(a)), ...constant(float(1)), ...AND] : getLocal(local(a));
  };
  const mask = (a: Operand): Bytes =>
    typeof a === "string" && masks.has(a) ? getLocal(local(a)) : [...number(a), ...constant(float(0)), ...NOT_EQUAL];
  const special: Readonly<Record<string, (...operands: Operand[]) => Bytes>> = {
    and: (a, b) => [...mask(a), ...mask(b), ...AND],
    or: (a, b) => [...mask(a), ...mask(b), ...OR],
    not: (a) => [...mask(a), ...NOT],
    pick: (condition, a, b) => [...number(a), ...number(b), ...mask(condition), ...CHOOSE],
    exponent: (a) => [
      ...[...number(a), ...constant(ONE_LESS_ROOT), ...ADD, ...RIGHT, ...constant(WHOLE), ...OR],
      ...[...constant(BIASED), ...binary["-"]],
    ],
    mantissa: (a) => [
      ...[...number(a), ...constant(ONE_LESS_ROOT), ...ADD, ...constant(MANTISSA), ...AND],
      ...[...constant(ROOT_HALF), ...ADD],
    ],
    twoTo: (a) => [...number(a), ...constant(BIASED), ...binary["+"], ...LEFT],
  };
  const body = ({ op, operands }: Instruction): Bytes => {
    if (op in special) return special[op](...operands);
    const opcode = binary[op] ?? unary[op] ?? compare[op];
    return [...operands.flatMap(number), ...opcode];
  };
  return { number, lines: instructions.map((one) => [...body(one), ...setLocal(local(one.name))]) };
};
