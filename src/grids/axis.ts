import { finite, whole } from "../checks.js";
import { PhysicsError } from "../errors.js";
import type { End } from "./ends.js";

/** Cells one after the other on a line. */
export interface Axis {
  /** The name of the coordinate. */
  readonly symbol: string;
  readonly from: number;
  readonly to: number;
  /** How many cells there are. */
  readonly cells: number;
  /** Where cells meet, with both ends: `cells` + 1 numbers that grow. */
  readonly edges: Float64Array;
  readonly centres: Float64Array;
  readonly widths: Float64Array;
  /** What happens at `from` and at `to`. */
  readonly ends: readonly [End, End];
}

/** Equal cells as [from, to, cells]; cells of widths in proportion to 1/`finer`; or cells between given edges. */
export type AxisCells =
  | readonly [from: number, to: number, cells: number]
  | { readonly from: number; readonly to: number; readonly cells: number; readonly finer: (x: number) => number }
  | { readonly edges: ArrayLike<number> };

const checkRange = (from: number, to: number, cells: number): void => {
  finite("from", from);
  finite("to", to);
  whole("the number of cells", cells, 3);
  if (to <= from)
    throw new PhysicsError("grid", {
      what: `The interval runs from ${from} to ${to}`,
      expected: "an end above the beginning",
      remedy: "Exchange the two",
    });
};

const equal = (from: number, to: number, cells: number): Float64Array => {
  checkRange(from, to, cells);
  return Float64Array.from({ length: cells + 1 }, (_, i) => (i === cells ? to : from + (i * (to - from)) / cells));
};

/** Edges between which ∫ `finer` is the same: its running integral by trapezia on 64 pieces a cell, inverted. */
const refined = (from: number, to: number, cells: number, finer: (x: number) => number): Float64Array => {
  checkRange(from, to, cells);
  const pieces = 64 * cells;
  const place = (k: number) => from + (k * (to - from)) / pieces;
  const density = Float64Array.from({ length: pieces + 1 }, (_, k) => finite(`finer(${place(k)})`, finer(place(k))));
  const low = density.findIndex((value) => value <= 0);
  if (low >= 0)
    throw new PhysicsError("grid", {
      what: `The density of cells at ${place(low)} is ${density[low]}`,
      expected: "a number above 0",
      remedy: "Add a constant: x => 1 + 4*Math.exp(-x*x) has five times as many cells at 0",
    });
  const running = new Float64Array(pieces + 1);
  for (let k = 1; k <= pieces; k++) running[k] = running[k - 1] + 0.5 * (density[k - 1] + density[k]);
  const edges = new Float64Array(cells + 1);
  for (let i = 0, k = 0; i <= cells; i++) {
    const wanted = (running[pieces] * i) / cells;
    while (k < pieces - 1 && running[k + 1] < wanted) k++;
    edges[i] = place(k + (wanted - running[k]) / (running[k + 1] - running[k]));
  }
  edges[0] = from;
  edges[cells] = to;
  return edges;
};

const given = (edges: ArrayLike<number>): Float64Array => {
  const list = Float64Array.from(edges);
  whole("the number of cells", list.length - 1, 3);
  const wrong = list.findIndex((edge, i) => !Number.isFinite(edge) || (i > 0 && !(edge > list[i - 1])));
  if (wrong >= 0)
    throw new PhysicsError("grid", {
      what: `Edge number ${wrong} is ${list[wrong]}`,
      expected: "finite numbers that grow",
      remedy: "Sort the edges, and take doubles away",
    });
  return list;
};

const edgesOf = (cells: AxisCells): Float64Array => {
  if ("edges" in cells) return given(cells.edges);
  if ("finer" in cells) return refined(cells.from, cells.to, cells.cells, cells.finer);
  return equal(...cells);
};

/** The cells of one axis. @throws PhysicsError "grid", "parameter" */
export const axis = (cells: AxisCells, symbol: string, ends: readonly [End, End]): Axis => {
  const edges = edgesOf(cells);
  const count = edges.length - 1;
  const widths = Float64Array.from({ length: count }, (_, i) => edges[i + 1] - edges[i]);
  const even = "edges" in cells || "finer" in cells ? undefined : (edges[count] - edges[0]) / count;
  return {
    symbol,
    from: edges[0],
    to: edges[count],
    cells: count,
    edges,
    widths: even === undefined ? widths : widths.fill(even),
    centres: Float64Array.from(widths, (_, i) =>
      even === undefined ? 0.5 * (edges[i] + edges[i + 1]) : edges[0] + (i + 0.5) * even,
    ),
    ends,
  };
};
