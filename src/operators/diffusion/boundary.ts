/** A network seen from outside of some regions, which are held at given values: what is left, and how it is joined to each region. */

import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { type Grounded, grounded } from "../../linalg/sparse/grounded.js";
import { type Sparse, sparse } from "../../linalg/sparse/sparse.js";
import type { Membership } from "../region.js";
import { bond, displacement, type Network } from "./network.js";
import { shapeOf } from "./solver.js";

export interface Outside {
  readonly network: Network;
  /** Each cell's number among those outside of all regions, or −1 − r in region r. */
  readonly number: Int32Array;
  /** The cells outside. */
  readonly cells: Int32Array;
  /** For each region, the conductances from the cells outside to its border. */
  readonly contacts: readonly Float64Array[];
  /** The conductance of each joint, up to the border where it leads into a region; 0 within regions and into sinks. */
  readonly conductance: Float64Array;
  /** The inverse with all regions, and the sinks, at the ground. */
  readonly inverse: Grounded;
}

/** 0 for cells outside, −1 − r in region r. */
const regionOf = (grid: Grid, regions: readonly Membership[]): Int32Array =>
  Int32Array.from({ length: grid.size }, (_, cell) => {
    const point = grid.points.slice(cell * grid.dim, (cell + 1) * grid.dim);
    const r = regions.findIndex((inside) => inside(point));
    return r < 0 ? 0 : -1 - r;
  });

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("grid", { what, expected, remedy });
};

/** The part of the way from outside to a point inside at which a region begins, by bisection. */
const crossing = (inside: Membership, from: Float64Array, step: Float64Array): number => {
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = 0.5 * (low + high);
    if (inside(from.map((x, a) => x + middle * step[a]))) high = middle;
    else low = middle;
  }
  return Math.max(high, 1e-9);
};

/** The conductance of joint k from its end outside to the border of a region: that of a shorter way, to the V at the border. So results do not jump with
 *  the cells, and converge like Δx². */
const contact = ({ grid, joints, rule, landscape, scale }: Network, k: number, free: number, inside: Membership) => {
  const step = displacement(grid, joints, k, new Float64Array(grid.dim));
  const outwards = joints.from[k] === free ? step : step.map((value) => -value);
  const from = grid.points.slice(free * grid.dim, (free + 1) * grid.dim);
  const share = crossing(inside, from, outwards);
  const border = landscape.at(from.map((x, a) => x + share * outwards[a]));
  return (scale * joints.size[k] * bond(rule, landscape.floor, landscape.reduced[free], border)) / share;
};

const restricted = (links: Sparse, number: Int32Array, cells: Int32Array): Sparse => {
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  for (const [j, cell] of cells.entries())
    for (let k = links.start[cell]; k < links.start[cell + 1]; k++) {
      if (number[links.index[k]] < 0) continue;
      row.push(number[links.index[k]]);
      column.push(j);
      value.push(links.value[k]);
    }
  return sparse(cells.length, cells.length, { row, column, value });
};

/** What lies outside of regions. @throws PhysicsError "grid" where a region has no cell, where two touch, or where nothing is left */
export const outsideOf = (network: Network, regions: readonly Membership[]): Outside => {
  const { grid, joints, rule, landscape, scale, links, sinks, aloft } = network;
  const region = regionOf(grid, regions);
  for (const r of regions.keys())
    if (!region.includes(-1 - r))
      refuse(`No cell lies in region ${r + 1}`, "regions of some cells", "Widen the region or the grid, or refine it");
  const cells = Int32Array.from(region.keys()).filter((cell) => region[cell] === 0);
  if (cells.length === 0) refuse("The regions cover the grid", "some cells outside", "Make them smaller");
  const number = region.slice();
  for (const [n, cell] of cells.entries()) number[cell] = n;
  const contacts = regions.map(() => new Float64Array(cells.length));
  const conductance = new Float64Array(joints.count);
  for (let k = 0; k < joints.count; k++) {
    const [i, j] = [joints.from[k], joints.to[k]];
    if (j < 0 || aloft[i] > 0 || aloft[j] > 0 || (region[i] === region[j] && region[i] < 0)) continue;
    if (region[i] === region[j]) {
      conductance[k] = scale * joints.size[k] * bond(rule, landscape.floor, landscape.reduced[i], landscape.reduced[j]);
      continue;
    }
    if (region[i] < 0 && region[j] < 0)
      refuse("The two regions touch", "cells between them", "Make them smaller, or refine the grid");
    const [free, held] = region[i] === 0 ? [i, j] : [j, i];
    const r = -1 - region[held];
    conductance[k] = contact(network, k, free, regions[r]);
    contacts[r][number[free]] += conductance[k];
  }
  const inner = restricted(links, number, cells);
  const ground = Float64Array.from(cells, (cell, n) =>
    contacts.reduce((sum, of) => sum + of[n], sinks[cell] + aloft[cell]),
  );
  return {
    network,
    number,
    cells,
    contacts,
    conductance,
    inverse: grounded(shapeOf(grid, inner, cells), inner, ground),
  };
};
