/** The variables of a notebook: one box a name, which every cell that mentions the name shares. */

import { current } from "./current.js";
import { importModule } from "./import.js";

export interface Box {
  v: unknown;
}

/** What a compiled cell is called with. */
export interface CellScope {
  /** The box of a variable; redeclaring a name reuses it, so that functions of earlier cells see the new value. */
  box(name: string): Box;
  /** The declarations of the cell up to the k-th have their values. */
  mark(k: number): void;
  /** The module of a specifier, with the names that the cell takes from it. */
  import(specifier: string, names?: readonly string[]): Promise<Record<string, unknown>>;
  /** Stops a cell at its next `await` once it has been interrupted. */
  still<T>(value: T): T;
}

/** Thrown inside an interrupted cell that is woken by a promise; the cell has been settled by then. */
class Interrupted extends Error {
  override readonly name = "Interrupted";
}

const boxes = new Map<string, Box>();

/** A class of its own gives each box a hidden class of its own: a variable that holds doubles is then stored unboxed. */
const newBox = (): Box => new (class Box {})() as Box;

export const scope: CellScope = {
  box(name) {
    const box = boxes.get(name) ?? newBox();
    boxes.set(name, box);
    return box;
  },
  mark(k) {
    const activity = current();
    if (activity) activity.marks = k;
  },
  import: importModule,
  still(value) {
    if (current()?.interrupted) throw new Interrupted("the cell was interrupted");
    return value;
  },
};
