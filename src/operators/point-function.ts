import type { Grid } from "../grids/grid.js";

/** A function of the coordinates, one argument each: x => x, (x, y) => x*y. */
export type PointFunction = (...point: number[]) => number;

/** A function's values at the middles of the cells. */
export const atCells = ({ dim, size, points }: Grid, property: PointFunction): Float64Array => {
  const out = new Float64Array(size);
  if (dim === 1) for (let i = 0; i < size; i++) out[i] = property(points[i]);
  else if (dim === 2) for (let i = 0; i < size; i++) out[i] = property(points[2 * i], points[2 * i + 1]);
  else for (let i = 0; i < size; i++) out[i] = property(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
  return out;
};
