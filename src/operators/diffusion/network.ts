/** A diffusion as a network: cells joined by conductances cᵢⱼ = πᵢ kᵢⱼ = πⱼ kⱼᵢ, k the rates of jumps and π the probabilities in equilibrium. */

import type { Grid } from "../../grids/grid.js";
import { type Sparse, sparse } from "../../linalg/sparse/sparse.js";
import { aloftOf } from "./aloft.js";
import type { Joints } from "./joint-list.js";
import type { Landscape } from "./landscape.js";
import type { Rule } from "./schemes.js";

export interface Network {
  readonly grid: Grid;
  readonly joints: Joints;
  readonly rule: Rule;
  readonly landscape: Landscape;
  /** π of each cell; they sum to 1. Where probability runs out, exp(−V/kT) made to sum to 1. */
  readonly weight: Float64Array;
  /** One over Σ exp(floor − V/kT) volume. */
  readonly scale: number;
  /** cᵢⱼ, symmetric, nothing on the diagonal. */
  readonly links: Sparse;
  /** πᵢ times the rate at which cell i loses to absorbing ends. */
  readonly sinks: Float64Array;
  /** 1 for cells that are left out, because they lie too high. */
  readonly aloft: Float64Array;
  /** Whether probability stays. */
  readonly isClosed: boolean;
}

/** exp(floor − u) g(v − u), computed from the lower side, so that it is the same from both to the last bit. */
export const bond = ({ g }: Rule, floor: number, u: number, v: number): number =>
  u <= v ? Math.exp(floor - u) * g(v - u) : Math.exp(floor - v) * g(u - v);

/** The displacement of joint k from the middle of its cell, into `out`; on its whole length, or on the part that it makes. */
export const displacement = (grid: Grid, joints: Joints, k: number, out: Float64Array): Float64Array => {
  const { dim, points, axes, strides } = grid;
  const [i, j] = [joints.from[k], joints.to[k]];
  for (let a = 0; a < dim; a++) {
    const step = joints.steps[k * dim + a];
    if (j >= 0) {
      const direct = points[j * dim + a] - points[i * dim + a];
      const wrapped = step !== 0 && Math.sign(direct) !== Math.sign(step);
      out[a] = wrapped ? direct + Math.sign(step) * (axes[a].to - axes[a].from) : direct;
    } else out[a] = step * joints.share[k] * axes[a].widths[Math.floor(i / strides[a]) % axes[a].cells];
  }
  return out;
};

const sinksOf = (grid: Grid, joints: Joints, rule: Rule, { reduced, floor, at }: Landscape): Float64Array => {
  const sinks = new Float64Array(grid.size);
  const step = new Float64Array(grid.dim);
  for (let k = 0; k < joints.count; k++) {
    if (joints.to[k] >= 0) continue;
    const i = joints.from[k];
    displacement(grid, joints, k, step);
    const wall = at(step.map((value, a) => grid.points[i * grid.dim + a] + value));
    sinks[i] += joints.size[k] * bond(rule, floor, reduced[i], wall);
  }
  return sinks;
};

/** The network of a grid's joints in a landscape. */
export const networkOf = (grid: Grid, joints: Joints, rule: Rule, landscape: Landscape): Network => {
  const { reduced, floor } = landscape;
  const raw = reduced.map((u, i) => Math.exp(floor - u) * grid.volumes[i]);
  const scale = 1 / raw.reduce((sum, value) => sum + value, 0);
  const { count, from, to, size } = joints;
  const aloft = aloftOf(landscape);
  const pairs = to.reduce((sum, j, k) => sum + Number(j >= 0 && aloft[j] === 0 && aloft[from[k]] === 0), 0);
  const [row, column, value] = [new Int32Array(2 * pairs), new Int32Array(2 * pairs), new Float64Array(2 * pairs)];
  for (let k = 0, p = 0; k < count; k++) {
    const [i, j] = [from[k], to[k]];
    if (j < 0 || aloft[i] > 0 || aloft[j] > 0) continue;
    row[p] = column[p + 1] = i;
    column[p] = row[p + 1] = j;
    value[p] = value[p + 1] = size[k] * bond(rule, floor, reduced[i], reduced[j]) * scale;
    p += 2;
  }
  const sinks = sinksOf(grid, joints, rule, landscape).map((sink) => sink * scale);
  return {
    grid,
    joints,
    rule,
    landscape,
    scale,
    weight: raw.map((part) => part * scale),
    links: sparse(grid.size, grid.size, { row, column, value }),
    sinks,
    aloft,
    isClosed: to.every((j) => j >= 0),
  };
};
