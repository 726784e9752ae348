/** Inverses of networks on a grid: all share one order of elimination. */

import type { Grid } from "../../grids/grid.js";
import { dissect } from "../../linalg/sparse/dissection.js";
import { type Fronts, frontsOf } from "../../linalg/sparse/fronts.js";
import { type Grounded, grounded } from "../../linalg/sparse/grounded.js";
import type { Sparse } from "../../linalg/sparse/sparse.js";
import { cited } from "../../references.js";
import type { Network } from "./network.js";

/** The whole-numbered places of some cells, `dim` numbers each. */
const placesOf = ({ dim, axes, strides }: Grid, cells: Int32Array): Int32Array => {
  const places = new Int32Array(cells.length * dim);
  for (let n = 0; n < cells.length; n++)
    for (let a = 0; a < dim; a++) places[n * dim + a] = Math.floor(cells[n] / strides[a]) % axes[a].cells;
  return places;
};

/** The shape of the factor of a network whose nodes are these cells of a grid. [george-1973] */
export const shapeOf = (grid: Grid, links: Sparse, cells: Int32Array): Fronts => {
  cited("george-1973", "duff-reid-1983", "grassmann-taksar-heyman-1985");
  return frontsOf(links, dissect(links, placesOf(grid, cells), grid.dim));
};

/** All cells of a grid. */
export const allCells = ({ size }: Grid): Int32Array => Int32Array.from({ length: size }, (_, i) => i);

/** The inverse of the whole network, whose ground are its sinks; a closed one is grounded at its most probable cell, which changes no solution for a
 *  right side of sum 0 but for a constant. */
export const wholeInverse = ({ links, sinks, weight, aloft, isClosed }: Network, shape: Fronts): Grounded => {
  const ground = sinks.map((sink, i) => sink + aloft[i]);
  if (!isClosed) return grounded(shape, links, ground);
  const top = weight.reduce((best, value, i) => (value > weight[best] ? i : best), 0);
  for (let k = links.start[top]; k < links.start[top + 1]; k++) ground[top] += links.value[k];
  return grounded(shape, links, ground);
};
