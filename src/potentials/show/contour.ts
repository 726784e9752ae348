/** Lines of equal height on a grid. */

/** Heights on a rectangular grid: column i, row j at [j columns + i]. */
export interface Heights {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** A closed line, as pairs of grid coordinates. */
export type Ring = readonly (readonly [number, number])[];

/** The corners of a cell, once round. */
const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** The number of the edge between corners k and k + 1 of a cell; cells on both sides of an edge give it the same. */
const edgeOf = (columns: number, i: number, j: number, k: number): number =>
  2 * ((j + Number(k === 2)) * columns + i + Number(k === 1)) + (k % 2);

/** Where an edge is crossed at a level, in grid coordinates. */
const crossing = ({ columns, values }: Heights, edge: number, level: number): readonly [number, number] => {
  const at = edge >> 1;
  const upright = edge % 2;
  const [here, there] = [values[at], values[at + (upright ? columns : 1)]];
  const share = (level - here) / (there - here);
  const [i, j] = [at % columns, Math.floor(at / columns)];
  return upright ? [i, j + share] : [i + share, j];
};

/** From each edge at which the line enters a cell to the one at which it leaves it, with the low side always on the same hand. */
const steps = ({ columns, rows, values }: Heights, level: number): Map<number, number> => {
  const next = new Map<number, number>();
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const low = corners.map(([x, y]) => values[(j + y) * columns + i + x] < level);
      for (let k = 0; k < 4; k++) {
        if (!low[k] || low[(k + 1) % 4]) continue;
        let m = (k + 1) % 4;
        while (low[m] || !low[(m + 1) % 4]) m = (m + 1) % 4;
        next.set(edgeOf(columns, i, j, k), edgeOf(columns, i, j, m));
      }
    }
  return next;
};

/** The lines round what lies below a level, by marching squares. The border must lie above it, so that all of them close. */
export const contours = (heights: Heights, level: number): Ring[] => {
  const next = steps(heights, level);
  const rings: Ring[] = [];
  for (const first of next.keys()) {
    const ring: (readonly [number, number])[] = [];
    for (let edge: number | undefined = first; edge !== undefined && next.has(edge); ) {
      ring.push(crossing(heights, edge, level));
      const after = next.get(edge);
      next.delete(edge);
      edge = after;
    }
    rings.push(ring);
  }
  return rings;
};
