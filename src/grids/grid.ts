import type { Displayable } from "../display.js";
import type { Axis } from "./axis.js";

/** Cells that fill a box, without gaps. Cell (i, j, k) is number i + nₓ (j + n_y k): the first axis runs fastest. */
export interface Grid extends Displayable {
  readonly dim: number;
  /** How many cells there are. */
  readonly size: number;
  readonly axes: readonly Axis[];
  /** How far apart in number neighbours along each axis are. */
  readonly strides: readonly number[];
  /** Middle of each cell, `dim` numbers a cell. */
  readonly points: Float64Array;
  /** Length, area or volume of each cell. */
  readonly volumes: Float64Array;
}

/** Equal cells on an interval. */
export interface Interval extends Grid {
  readonly dim: 1;
  readonly from: number;
  readonly to: number;
  readonly spacing: number;
}
