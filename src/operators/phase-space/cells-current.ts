import type { Grid } from "../../grids/grid.js";
import { type VectorField, vectorFieldOn } from "../field.js";
import type { Link } from "./phase-links.js";

/** What flows over the links, shared between the cells at both ends of each. Walls, which turn momenta round, carry nothing along. */
export const flowing = (grid: Grid, links: readonly Link[], flow: readonly number[]): VectorField => {
  const { size, points, volumes } = grid;
  const [x] = grid.axes;
  const [along, across] = [new Float64Array(size), new Float64Array(size)];
  const period = x.to - x.from;
  links.forEach(({ from, to }, k) => {
    const way = points[2 * to] - points[2 * from];
    const dx = way - (x.ends[0] === "periodic" ? period * Math.round(way / period) : 0);
    const wall = from % x.cells === to % x.cells && Math.abs(from - to) > x.cells;
    const dp = wall ? 0 : points[2 * to + 1] - points[2 * from + 1];
    for (const cell of [from, to]) {
      along[cell] += (0.5 * flow[k] * dx) / volumes[cell];
      across[cell] += (0.5 * flow[k] * dp) / volumes[cell];
    }
  });
  return vectorFieldOn(grid, [along, across], "J");
};
