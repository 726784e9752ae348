/** The ways from cell to cell and out through absorbing ends, before any potential. */

import type { Grid } from "../../grids/grid.js";
import type { DiffusionField } from "./diffusion.js";
import { type JointList, type Joints, jointList } from "./joint-list.js";
import type { Rule } from "./schemes.js";
import { tensorJoints } from "./tensor-joints.js";

/** D at the middle of each cell. */
const scalarsOf = ({ dim, size, points }: Grid, field: DiffusionField): Float64Array => {
  const out = new Float64Array(1);
  return Float64Array.from({ length: size }, (_, i) => field.at(points.subarray(i * dim, (i + 1) * dim), out)[0]);
};

/** Joints along one axis for a scalar D. */
const alongAxis = (
  grid: Grid,
  field: DiffusionField,
  D: Float64Array,
  rule: Rule,
  a: number,
  list: JointList,
): void => {
  const { dim, size, points, volumes, axes, strides } = grid;
  const { cells, widths, edges, ends } = axes[a];
  const [up, down] = [1, -1].map((sign) => Array.from({ length: dim }, (_, i) => (i === a ? sign : 0)));
  const point = new Float64Array(dim);
  const out = new Float64Array(1);
  const atFace = (cell: number, place: number) => {
    point.set(points.subarray(cell * dim, (cell + 1) * dim));
    point[a] = place;
    return field.at(point, out)[0];
  };
  const wall = (cell: number, i: number, side: 0 | 1) => {
    if (ends[side] !== "absorbing") return;
    const area = volumes[cell] / widths[i];
    const step = side === 0 ? down : up;
    list.add(cell, -1, (area * atFace(cell, edges[side * cells])) / (0.5 * widths[i]), step, 0.5);
  };
  for (let cell = 0; cell < size; cell++) {
    const i = Math.floor(cell / strides[a]) % cells;
    if (i === 0) wall(cell, i, 0);
    if (i === cells - 1) wall(cell, i, 1);
    if (i === cells - 1 && ends[1] !== "periodic") continue;
    const next = i === cells - 1 ? cell - i * strides[a] : cell + strides[a];
    const [here, there] = [
      { depth: 0.5 * widths[i], D: D[cell] },
      { depth: 0.5 * widths[(i + 1) % cells], D: D[next] },
    ];
    const permeability = rule.permeability(here, there, () => atFace(cell, edges[i + 1]));
    list.add(cell, next, (volumes[cell] / widths[i]) * permeability, up, 1);
  }
};

/** All joints of a grid. A scalar D joins neighbours along the axes; a tensor joins those that its decomposition names. */
export const jointsOf = (grid: Grid, field: DiffusionField, rule: Rule): Joints => {
  if (!field.isScalar && grid.dim > 1) return tensorJoints(grid, field);
  const list = jointList(grid.dim);
  const D = scalarsOf(grid, field);
  for (let a = 0; a < grid.dim; a++) alongAxis(grid, field, D, rule, a, list);
  return list.done();
};
