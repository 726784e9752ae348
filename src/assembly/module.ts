import { type Bytes, list, section, signed, sized, text, unsigned } from "./bytes.js";
import { type Counters, loop, type Program, pool, type Rows, rowAt } from "./program.js";
import { getLocal, V128 } from "./vectors.js";

/** The programs of an ensemble: one that begins, one for a step, and one that takes the values of observables. */
export interface Programs {
  readonly begin: Program;
  readonly step: Program;
  readonly look: Program;
  /** Rows that are filled with normal numbers before the beginning, and before each step. */
  readonly noise: readonly string[];
  readonly stepNoise: readonly string[];
}

/** What the module of some programs exports. `end` is eight times the number of lanes, a multiple of 64. */
export interface Stepper {
  begin(end: number): void;
  advance(end: number, steps: number): void;
  look(end: number): void;
}

/** Where the generators keep their state, and where constants lie. */
export const STATE = 64;
const CONSTANTS = 4096;
/** Where the rows may begin. */
export const ROWS = 16384;

const I32 = 0x7f;
const VOID = 0x40;

/** Fills the rows of noise: state, row and count are the arguments of the imported function 0. */
const draw = (rows: Rows, names: readonly string[], end: number): Bytes =>
  names.flatMap((name) => [
    ...[0x41, ...signed(STATE), 0x41, ...signed(rowAt(rows, name))],
    ...[...getLocal(end), 0x41, 3, 0x76, 0x10, 0],
  ]);

const body = (integers: number, vectors: number, code: Bytes): Bytes =>
  sized([
    ...list([
      [...unsigned(integers), I32],
      [...unsigned(vectors), V128],
    ]),
    ...code,
    0x0b,
  ]);

/** Steps − 1, back to the beginning of the loop unless that is 0. */
const again: Bytes = [...getLocal(1), 0x41, 1, 0x6b, 0x22, 1, 0x0d, 0];

/** The module of some programs, as bytes. It imports the memory and the function that draws normal numbers. */
export const moduleOf = ({ begin, step, look, noise, stepNoise }: Programs, rows: Rows): Uint8Array<ArrayBuffer> => {
  const { constant, data } = pool(CONSTANTS);
  const part = (program: Program, counters: Counters) => loop(program, rows, constant, counters);
  const first = part(begin, { at: 1, end: 0, taken: 2 });
  const inner = part(step, { at: 2, end: 0, taken: 3 });
  const last = part(look, { at: 1, end: 0, taken: 2 });
  const advance = [0x03, VOID, ...draw(rows, stepNoise, 0), ...inner.body, ...again, 0x0b];
  const exported = (name: string, index: number): Bytes => [...text(name), 0, index];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [
      [0x60, 3, I32, I32, I32, 0],
      [0x60, 1, I32, 0],
      [0x60, 2, I32, I32, 0],
    ]),
    ...section(2, [
      [...text("noise"), ...text("draw"), 0, 0],
      [...text("noise"), ...text("memory"), 2, 0, 1],
    ]),
    ...section(3, [[1], [2], [1]]),
    ...section(7, [exported("begin", 1), exported("advance", 2), exported("look", 3)]),
    ...section(10, [
      body(1, first.count, [...draw(rows, noise, 0), ...first.body]),
      body(1, inner.count, advance),
      body(1, last.count, last.body),
    ]),
    ...section(11, [[0, 0x41, ...signed(CONSTANTS), 0x0b, ...sized(data)]]),
  ]);
};
