/** Moves lines in place, and returns Σ |ρ|² of the waves that hardly fit between the cells, 0 where a way has no waves. */
export type Shift = (values: Float64Array) => number;

/** A way to move and to differentiate functions on a ring of n equal cells, for arrays of such lines, one after the other. */
export interface Lines {
  /** Line j by `by[j]` cells to the right: the function that a way sees between the cells is moved exactly. */
  shift(by: Float64Array): Shift;
  /** The derivative, per cell, into `out`. It is minus its own transpose. */
  slope(values: Float64Array, out: Float64Array): Float64Array;
}
