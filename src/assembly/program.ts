import type { Code, Operand } from "../expressions/code.js";
import { type Bytes, signed, unsigned } from "./bytes.js";
import { getLocal, load, setLocal, store, vectors } from "./vectors.js";

/** What is done to each lane: code over the numbers that the lane keeps, and what is kept afterwards. */
export interface Program {
  readonly code: Code;
  readonly keep: ReadonlyMap<string, Operand>;
}

/** Where the numbers that lanes keep lie in memory: each name has a row with a place for every lane. */
export interface Rows {
  readonly base: number;
  readonly bytes: number;
  readonly names: readonly string[];
}

/** The byte at which a row begins. */
export const rowAt = ({ base, bytes, names }: Rows, name: string): number => base + bytes * names.indexOf(name);

/** Lanes that one turn of the loop takes forward: two vectors. */
const TURN = 4;
const VOID = 0x40;

/** Constants, each once, as a table in memory: loading one there costs less than making it. */
export const pool = (base: number) => {
  const places = new Map<string, number>();
  const data: number[] = [];
  const at = (bits: Bytes): number => {
    const key = bits.join();
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, base + data.length);
    data.push(...bits);
    return base + data.length - 8;
  };
  // v128.load64_splat at the address 0 + offset.
  const constant = (bits: Bytes): Bytes => [0x41, 0, 0xfd, 0x0a, 3, ...unsigned(at(bits))];
  return { constant, data };
};

/** The local variables of a program after the first `taken`: one for each name that it loads or computes. */
const localsOf = ({ code, keep }: Program, { names }: Rows, taken: number) => {
  const used = new Set([...code.instructions.flatMap(({ operands }) => operands), ...keep.values()]);
  const loaded = names.filter((name) => used.has(name));
  const index = new Map([...loaded, ...code.instructions.map(({ name }) => name)].map((name, i) => [name, taken + i]));
  return { loaded, local: (name: string) => index.get(name) ?? Number.NaN, count: index.size };
};

/** Local variables from number `first` on that hold constants, fetched once before a loop. */
const holding = (first: number) => {
  const fixed = new Map<string, Bytes>();
  const held = (bits: Bytes): Bytes => {
    const key = bits.join();
    fixed.set(key, bits);
    return getLocal(first + [...fixed.keys()].indexOf(key));
  };
  const fetched = (constant: (bits: Bytes) => Bytes): Bytes =>
    [...fixed.values()].flatMap((bits, i) => [...constant(bits), ...setLocal(first + i)]);
  return { held, fetched, fixed };
};

/** The local variables of a loop over lanes: `at` counts bytes, `end` holds how many there are, and those of the program begin at `taken`. */
export interface Counters {
  readonly at: number;
  readonly end: number;
  readonly taken: number;
}

/** A loop over lanes, and how many vectors it needs as local variables. */
export const loop = (
  program: Program,
  rows: Rows,
  constant: (bits: Bytes) => Bytes,
  { at, end, taken }: Counters,
): { readonly body: Bytes; readonly count: number } => {
  const { loaded, local, count } = localsOf(program, rows, taken);
  const { held, fetched, fixed } = holding(taken + 2 * count);
  // The two vectors of a turn go side by side, each with local variables of its own.
  const sides = [0, 1].map((side) => {
    const own = (name: string) => local(name) + side * count;
    const at16 = (name: string) => rowAt(rows, name) + 16 * side;
    const { number, lines } = vectors(program.code.instructions, { constant: held, local: own });
    return {
      loads: loaded.map((name) => [...getLocal(at), ...load(at16(name)), ...setLocal(own(name))]),
      lines,
      stores: [...program.keep].map(([name, operand]) => [...getLocal(at), ...number(operand), ...store(at16(name))]),
    };
  });
  const turn = (["loads", "lines", "stores"] as const).flatMap((part) =>
    sides[0][part].flatMap((bytes, i) => [...bytes, ...sides[1][part][i]]),
  );
  const next = [
    ...getLocal(at),
    0x41,
    ...signed(8 * TURN),
    0x6a,
    0x22,
    ...unsigned(at),
    ...getLocal(end),
    0x49,
    0x0d,
    0,
  ];
  const body = [...fetched(constant), 0x41, 0, ...setLocal(at), 0x03, VOID, ...turn, ...next, 0x0b];
  return { body, count: 2 * count + fixed.size };
};
