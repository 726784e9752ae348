import type { Grid } from "../../grids/grid.js";
import { type Sparse, sparse } from "../../linalg/sparse/sparse.js";
import { displacement, type Network } from "./network.js";

/** The net flow over joint k, in probability over time, for a density: size (ρᵢ g(uⱼ − uᵢ) − ρⱼ g(uᵢ − uⱼ)), without ρⱼ at an absorbing end. */
export const flowOf = ({ grid, joints, rule, landscape }: Network, rho: Float64Array): ((k: number) => number) => {
  const { reduced, at } = landscape;
  const step = new Float64Array(grid.dim);
  return (k) => {
    const [i, j] = [joints.from[k], joints.to[k]];
    if (j >= 0)
      return joints.size[k] * (rho[i] * rule.g(reduced[j] - reduced[i]) - rho[j] * rule.g(reduced[i] - reduced[j]));
    displacement(grid, joints, k, step);
    const wall = at(step.map((value, a) => grid.points[i * grid.dim + a] + value));
    return joints.size[k] * rho[i] * rule.g(wall - reduced[i]);
  };
};

/** The rates kᵢⱼ of jumps from cell i to j, at row j of column i; with what each cell loses, as −Σ of its column, on the diagonal. */
export const ratesOf = (network: Network): Sparse => {
  const { grid, joints, rule, landscape } = network;
  const { reduced } = landscape;
  const { size, volumes }: Grid = grid;
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  const put = (i: number, j: number, rate: number) => {
    row.push(i);
    column.push(j);
    value.push(rate);
  };
  const one = flowOf(network, new Float64Array(size).fill(1));
  for (let k = 0; k < joints.count; k++) {
    const [i, j] = [joints.from[k], joints.to[k]];
    if (j < 0) {
      put(i, i, -one(k) / volumes[i]);
      continue;
    }
    const out = (joints.size[k] * rule.g(reduced[j] - reduced[i])) / volumes[i];
    const back = (joints.size[k] * rule.g(reduced[i] - reduced[j])) / volumes[j];
    put(j, i, out);
    put(i, i, -out);
    put(i, j, back);
    put(j, j, -back);
  }
  return sparse(size, size, { row, column, value });
};
