/** (A − s) = LU of a sparse matrix, column by column: the pattern of each column is what can be reached from its entries through the columns of L that
 *  are there already, so that the work is that of the numbers alone. [gilbert-peierls-1988] */

import { PhysicsError } from "../../errors.js";
import { type Growing, growing, reserve } from "./growing.js";
import type { Sparse } from "./sparse.js";

/** A complex shift s. */
export interface Shift {
  readonly re: number;
  readonly im: number;
}

/** Solves (A − s) x = b for a real b. */
export interface Factored {
  /** The solution; its imaginary part is empty for a real shift. */
  solve(b: Float64Array): { readonly re: Float64Array; readonly im: Float64Array };
  /** How many numbers L and U hold. */
  readonly entries: number;
}

/** A diagonal entry is taken as the pivot if it is at least this part of the largest of its column: then the order that keeps L and U sparse is kept. */
const PREFER = 0.1;

interface Work {
  /** L without its unit diagonal; rows are those of A. */
  readonly lower: Growing;
  readonly lowerStart: Int32Array;
  /** U without its diagonal; rows are pivots. */
  readonly upper: Growing;
  readonly upperStart: Int32Array;
  readonly pivotRe: Float64Array;
  readonly pivotIm: Float64Array;
  /** The number of the pivot of each row; −1 for a row that has been none so far. */
  readonly place: Int32Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly seen: Int32Array;
  readonly reach: Int32Array;
  readonly stack: Int32Array;
  readonly next: Int32Array;
}

const workFor = (n: number, entries: number, complex: boolean): Work => ({
  lower: growing(8 * entries, complex),
  upper: growing(8 * entries, complex),
  lowerStart: new Int32Array(n + 1),
  upperStart: new Int32Array(n + 1),
  pivotRe: new Float64Array(n),
  pivotIm: new Float64Array(n),
  place: new Int32Array(n).fill(-1),
  re: new Float64Array(n),
  im: new Float64Array(n),
  seen: new Int32Array(n).fill(-1),
  reach: new Int32Array(n),
  stack: new Int32Array(n),
  next: new Int32Array(n),
});

/** Writes the rows that can be reached from `row` before `top`, each after all that it changes; returns the new top. */
const follow = (work: Work, row: number, column: number, top: number): number => {
  const { lower, lowerStart, place, seen, reach, stack, next } = work;
  if (seen[row] === column) return top;
  let depth = 0;
  stack[0] = row;
  seen[row] = column;
  next[0] = place[row] < 0 ? 0 : lowerStart[place[row]];
  while (depth >= 0) {
    const at = place[stack[depth]];
    const end = at < 0 ? 0 : lowerStart[at + 1];
    let child = -1;
    while (next[depth] < end && child < 0) {
      const candidate = lower.index[next[depth]++];
      if (seen[candidate] !== column) child = candidate;
    }
    if (child < 0) reach[--top] = stack[depth--];
    else {
      seen[child] = column;
      stack[++depth] = child;
      next[depth] = place[child] < 0 ? 0 : lowerStart[place[child]];
    }
  }
  return top;
};

/** x ← x − x_row · L(:, pivot), for real numbers. */
const eliminateReal = ({ lower, lowerStart, re }: Work, pivot: number, row: number): void => {
  const { index, re: values } = lower;
  const factor = re[row];
  for (let k = lowerStart[pivot]; k < lowerStart[pivot + 1]; k++) re[index[k]] -= values[k] * factor;
};

const eliminateComplex = ({ lower, lowerStart, re, im }: Work, pivot: number, row: number): void => {
  const { index, re: x, im: y } = lower;
  const [a, b] = [re[row], im[row]];
  for (let k = lowerStart[pivot]; k < lowerStart[pivot + 1]; k++) {
    re[index[k]] -= x[k] * a - y[k] * b;
    im[index[k]] -= x[k] * b + y[k] * a;
  }
};

/** Puts one entry at the end of a store that has room for it. */
const put = (store: Growing, index: number, re: number, im: number): void => {
  store.index[store.filled] = index;
  store.re[store.filled] = re;
  if (store.im.length > 0) store.im[store.filled] = im;
  store.filled++;
};

const singular = (column: number): never => {
  throw new PhysicsError("not-converged", {
    what: `The equations cannot be solved: column ${column} depends on others`,
    expected: "a shift that is no eigenvalue, and states from which every target can be reached",
    remedy: "Move the shift a little, or check that the regions are not cut off",
  });
};

/** The row of the pivot: the diagonal one, or the largest if that is much larger. */
const pivotRow = ({ place, reach, re, im }: Work, top: number, diagonal: number): number => {
  let best = -1;
  let most = 0;
  for (let k = top; k < reach.length; k++) {
    const row = reach[k];
    const size = place[row] < 0 ? Math.hypot(re[row], im[row]) : 0;
    if (size > most) [most, best] = [size, row];
  }
  if (!(most > 0 && Number.isFinite(most))) return singular(diagonal);
  const own = place[diagonal] < 0 ? Math.hypot(re[diagonal], im[diagonal]) : 0;
  return own >= PREFER * most ? diagonal : best;
};

/** Column number `column` of L and U from the column of numbers in `re` and `im`, which it clears. */
const store = (work: Work, top: number, row: number, column: number): void => {
  const { lower, upper, place, reach, re, im } = work;
  reserve(lower, reach.length - top);
  reserve(upper, reach.length - top);
  const [a, b] = [re[row], im[row]];
  const size = a * a + b * b;
  work.pivotRe[column] = a;
  work.pivotIm[column] = b;
  for (let k = top; k < reach.length; k++) {
    const at = reach[k];
    if (place[at] >= 0) put(upper, place[at], re[at], im[at]);
    else if (at !== row) put(lower, at, (re[at] * a + im[at] * b) / size, (im[at] * a - re[at] * b) / size);
    re[at] = im[at] = 0;
  }
  place[row] = column;
  work.lowerStart[column + 1] = lower.filled;
  work.upperStart[column + 1] = upper.filled;
};

const factorColumn = (work: Work, a: Sparse, { re, im }: Shift, column: number, source: number): void => {
  const complex = im !== 0;
  let top = follow(work, source, column, a.rows);
  for (let k = a.start[source]; k < a.start[source + 1]; k++) top = follow(work, a.index[k], column, top);
  for (let k = a.start[source]; k < a.start[source + 1]; k++) work.re[a.index[k]] = a.value[k];
  work.re[source] -= re;
  if (complex) work.im[source] -= im;
  for (let k = top; k < a.rows; k++) {
    const pivot = work.place[work.reach[k]];
    if (pivot < 0) continue;
    if (complex) eliminateComplex(work, pivot, work.reach[k]);
    else eliminateReal(work, pivot, work.reach[k]);
  }
  store(work, top, pivotRow(work, top, source), column);
};

/** Back substitution in L, then U, in place, for numbers ordered by pivots. */
const substitute = (work: Work, re: Float64Array, im: Float64Array): void => {
  const { lower, lowerStart, upper, upperStart, pivotRe, pivotIm } = work;
  const n = re.length;
  const complex = lower.im.length > 0;
  const sweep = ({ index, re: x, im: y }: Growing, from: number, to: number, a: number, b: number): void => {
    if (complex)
      for (let k = from; k < to; k++) {
        re[index[k]] -= x[k] * a - y[k] * b;
        im[index[k]] -= x[k] * b + y[k] * a;
      }
    else for (let k = from; k < to; k++) re[index[k]] -= x[k] * a;
  };
  for (let j = 0; j < n; j++) sweep(lower, lowerStart[j], lowerStart[j + 1], re[j], complex ? im[j] : 0);
  for (let j = n - 1; j >= 0; j--) {
    const [a, b, c, d] = [re[j], complex ? im[j] : 0, pivotRe[j], pivotIm[j]];
    const size = c * c + d * d;
    re[j] = (a * c + b * d) / size;
    if (complex) im[j] = (b * c - a * d) / size;
    sweep(upper, upperStart[j], upperStart[j + 1], re[j], complex ? im[j] : 0);
  }
};

/** (A − s) = LU with its columns eliminated in the given order, the diagonal preferred as pivot. @throws PhysicsError "not-converged" where it is singular */
export const factorise = (a: Sparse, shift: Shift, order: ArrayLike<number>): Factored => {
  const n = a.columns;
  const complex = shift.im !== 0;
  const work = workFor(n, a.start[n] + n, complex);
  for (let column = 0; column < n; column++) factorColumn(work, a, shift, column, order[column]);
  const { lower, upper, place } = work;
  for (let k = 0; k < lower.filled; k++) lower.index[k] = place[lower.index[k]];
  return {
    entries: lower.filled + upper.filled + n,
    solve: (b) => {
      const [re, im] = [new Float64Array(n), new Float64Array(complex ? n : 0)];
      for (let row = 0; row < n; row++) re[place[row]] = b[row];
      substitute(work, re, im);
      const out = { re: new Float64Array(n), im: new Float64Array(complex ? n : 0) };
      for (let column = 0; column < n; column++) {
        out.re[order[column]] = re[column];
        if (complex) out.im[order[column]] = im[column];
      }
      return out;
    },
  };
};
