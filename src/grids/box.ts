import { display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { type Axis, type AxisCells, axis } from "./axis.js";
import { type Ends, endsOf } from "./ends.js";
import type { Grid } from "./grid.js";

export interface GridOptions {
  /** "natural" unless told. */
  readonly ends?: Ends;
  /** Names of the axes; x, y, z unless told. */
  readonly symbols?: readonly string[];
}

const textOf = ({ symbol, cells, from, to, widths }: Axis): string => {
  const [least, most] = widths.reduce(([low, high], w) => [Math.min(low, w), Math.max(high, w)], [widths[0], 0]);
  const size = most - least < 1e-9 * most ? least.toPrecision(4) : `${least.toPrecision(4)} to ${most.toPrecision(4)}`;
  return `${cells} cells of ${size} from ${from} to ${to}${symbol === "x" ? "" : ` in ${symbol}`}`;
};

/** Σ or ∏ over axes, written out for each cell. */
const overCells = (axes: readonly Axis[], write: (cell: number, place: readonly number[]) => void): void => {
  const place = axes.map(() => 0);
  const size = axes.reduce((product, { cells }) => product * cells, 1);
  for (let cell = 0; cell < size; cell++) {
    write(cell, place);
    for (let a = 0; a < axes.length && ++place[a] === axes[a].cells; a++) place[a] = 0;
  }
};

/** The grid whose cells are all products of the cells of these axes. */
export const gridOf = (axes: readonly Axis[]): Grid => {
  const dim = axes.length;
  const strides = axes.map((_, a) => axes.slice(0, a).reduce((product, { cells }) => product * cells, 1));
  const size = strides[dim - 1] * axes[dim - 1].cells;
  const points = new Float64Array(size * dim);
  const volumes = new Float64Array(size);
  overCells(axes, (cell, place) => {
    let volume = 1;
    for (let a = 0; a < dim; a++) {
      points[cell * dim + a] = axes[a].centres[place[a]];
      volume *= axes[a].widths[place[a]];
    }
    volumes[cell] = volume;
  });
  const text = axes.map(textOf).join(" × ");
  return { dim, size, axes, strides, points, volumes, [display]: () => ({ "text/plain": text }) };
};

/** All products of the cells of one to three axes, each given as [from, to, cells], by a density of cells, or by edges.
 *  @throws PhysicsError "grid", "parameter", "dimension" */
export const box = (axes: readonly AxisCells[], { ends = "natural", symbols }: GridOptions = {}): Grid => {
  const names = symbols ?? ["x", "y", "z"].slice(0, axes.length);
  if (axes.length < 1 || axes.length > 3 || names.length !== axes.length || new Set(names).size < names.length)
    throw new PhysicsError("dimension", {
      what: `The numbers of axes and of their names are ${axes.length} and ${names.length}${names.length > 0 ? `: ${names.join(", ")}` : ""}`,
      expected: "one to three axes, and a name for each",
      remedy: "Write them like grids.box([[-2, 2, 100], [-1, 1, 50]])",
    });
  const pairs = endsOf(ends, names);
  return gridOf(axes.map((cells, a) => axis(cells, names[a], pairs[a])));
};
