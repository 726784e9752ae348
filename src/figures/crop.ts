import { axis } from "../grids/axis.js";
import { gridOf } from "../grids/box.js";
import type { Grid } from "../grids/grid.js";

/** First cell along an axis, and the one after the last. */
type Span = readonly [first: number, end: number];

const grown = ([first, end]: Span, cells: number): Span => {
  const margin = Math.max(2, Math.ceil(0.06 * (end - first)));
  return [Math.max(0, first - margin), Math.min(cells, end + margin)];
};

/** Along each axis of a plane the cells between the first and the last that are seen; undefined where none is. */
const spansOf = ({ axes, size }: Grid, isSeen: (cell: number) => boolean): Span[] | undefined => {
  const least = axes.map(({ cells }) => cells);
  const most = axes.map(() => 0);
  for (let cell = 0; cell < size; cell++) {
    if (!isSeen(cell)) continue;
    [cell % axes[0].cells, Math.floor(cell / axes[0].cells)].forEach((place, a) => {
      least[a] = Math.min(least[a], place);
      most[a] = Math.max(most[a], place + 1);
    });
  }
  return most[0] === 0 ? undefined : axes.map(({ cells }, a) => grown([least[a], most[a]], cells));
};

/** The part of a plane grid where there is something to see, with a margin of 6 % and two cells at least, and `take`, which takes values there. */
export const cropped = (
  grid: Grid,
  isSeen: (cell: number) => boolean,
): { readonly grid: Grid; readonly take: (values: Float64Array) => Float64Array } => {
  const spans = spansOf(grid, isSeen);
  if (!spans || spans.every(([first, end], a) => end - first === grid.axes[a].cells)) return { grid, take: (v) => v };
  const axes = grid.axes.map(({ edges, symbol, ends }, a) =>
    axis({ edges: edges.subarray(spans[a][0], spans[a][1] + 1) }, symbol, ends),
  );
  const [{ cells: width }] = axes;
  const [[left], [bottom]] = spans;
  const part = gridOf(axes);
  const origin = (cell: number) => left + (cell % width) + grid.axes[0].cells * (bottom + Math.floor(cell / width));
  return { grid: part, take: (values) => Float64Array.from(part.volumes, (_, cell) => values[origin(cell)]) };
};
