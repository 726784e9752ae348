/** The operator of a ladder of levels, (Gc)ₙ = −γn cₙ − √n D cₙ₋₁ + √(n + 1) Dᵀ cₙ₊₁: damping on the levels, a rotation between neighbours. */

import { PhysicsError } from "../../errors.js";
import { cholesky } from "../dense/dense-cholesky.js";
import type { LinearMap } from "../krylov/krylov.js";
import { type Sparse, sparse } from "./sparse.js";
import { backward, forward } from "./triangular.js";

/** A dense matrix, rows one after the other. */
export interface Dense {
  readonly rows: number;
  readonly columns: number;
  readonly value: Float64Array;
}

export interface Ladder {
  readonly gamma: number;
  readonly levels: number;
  /** D from an even level to the odd one above it, and from an odd level to the even one above it; c has the levels one after the other. */
  readonly up: readonly [Dense, Dense];
  /** The unit vector on level 0 that D annihilates. */
  readonly rest: Float64Array;
}

const widthOf = ({ up }: Ladder, level: number): number => up[level % 2].columns;

/** Where each level begins, and where the last one ends. */
export const beginnings = (ladder: Ladder): Int32Array => {
  const start = new Int32Array(ladder.levels + 1);
  for (let n = 0; n < ladder.levels; n++) start[n + 1] = start[n] + widthOf(ladder, n);
  return start;
};

/** y ← y + c D x. */
const addProduct = ({ rows, columns, value }: Dense, c: number, x: Float64Array, y: Float64Array): void => {
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0, at = i * columns; j < columns; j++, at++) sum += value[at] * x[j];
    y[i] += c * sum;
  }
};

/** y ← y + c Dᵀ x. */
const addTransposed = ({ rows, columns, value }: Dense, c: number, x: Float64Array, y: Float64Array): void => {
  for (let i = 0; i < rows; i++) {
    const factor = c * x[i];
    for (let j = 0, at = i * columns; j < columns; j++, at++) y[j] += factor * value[at];
  }
};

const levelsOf = (x: Float64Array, start: Int32Array): Float64Array[] =>
  Array.from({ length: start.length - 1 }, (_, n) => x.subarray(start[n], start[n + 1]));

/** c → Gc. */
export const climbing = (ladder: Ladder): LinearMap => {
  const { gamma, levels, up } = ladder;
  const start = beginnings(ladder);
  return (x, y) => {
    const [from, to] = [levelsOf(x, start), levelsOf(y, start)];
    y.fill(0);
    for (let n = 0; n < levels; n++) {
      for (let i = 0; i < to[n].length; i++) to[n][i] -= gamma * n * from[n][i];
      if (n === 0) continue;
      addProduct(up[(n - 1) % 2], -Math.sqrt(n), from[n - 1], to[n]);
      addTransposed(up[(n - 1) % 2], Math.sqrt(n), from[n], to[n - 1]);
    }
  };
};

/** G as a sparse matrix. */
export const written = (ladder: Ladder): Sparse => {
  const start = beginnings(ladder);
  const size = start[ladder.levels];
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  const put = (i: number, j: number, entry: number) => {
    row.push(i);
    column.push(j);
    value.push(entry);
  };
  for (let n = 0; n < ladder.levels; n++) {
    for (let i = start[n]; i < start[n + 1]; i++) put(i, i, -ladder.gamma * n);
    if (n === 0) continue;
    const d = ladder.up[(n - 1) % 2];
    d.value.forEach((entry, at) => {
      const [i, j] = [start[n] + Math.floor(at / d.columns), start[n - 1] + (at % d.columns)];
      put(i, j, -Math.sqrt(n) * entry);
      put(j, i, Math.sqrt(n) * entry);
    });
  }
  return sparse(size, size, { row, column, value });
};

/** R⁻¹ D, row by row. */
const eliminated = (r: Float64Array, { rows, columns, value }: Dense): Float64Array => {
  const w = value.slice();
  for (let i = 0; i < rows; i++) {
    const own = w.subarray(i * columns, (i + 1) * columns);
    for (let k = 0; k < i; k++) {
      const factor = r[i * rows + k];
      const other = w.subarray(k * columns, (k + 1) * columns);
      for (let j = 0; j < columns; j++) own[j] -= factor * other[j];
    }
    const pivot = 1 / r[i * rows + i];
    for (let j = 0; j < columns; j++) own[j] *= pivot;
  }
  return w;
};

/** S ← S + c WᵀW in the lower half, for rows of the length of S. */
const addSquare = (s: Float64Array, n: number, c: number, w: Float64Array): void => {
  for (let from = 0; from < w.length; from += n) {
    const row = w.subarray(from, from + n);
    for (let i = 0; i < n; i++) {
      const factor = c * row[i];
      for (let j = 0, at = i * n; j <= i; j++, at++) s[at] += factor * row[j];
    }
  }
};

/** S₀ + s uuᵀ moves the eigenvalue 0 of the vector u that D annihilates to −s, and no other. */
const lift = (s: Float64Array, rest: Float64Array): void => {
  const n = rest.length;
  let size = 0;
  for (let i = 0; i < n; i++) size = Math.max(size, s[i * (n + 1)]);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) s[i * n + j] += size * rest[i] * rest[j];
};

const blurred = (): never => {
  throw new PhysicsError("not-converged", {
    what: "The slowest rate is lost in the rounding of the fastest",
    expected: "rates that differ by less than 14 digits",
    remedy: "Narrow the grid to where the density is, or lower the barrier",
  });
};

/** The map b → x with (G − σ) x = b, for a real σ ≥ 0 and b without a part along the rest state, by the continued fraction
 *  Sₙ = γn + σ + (n + 1) Dᵀ Sₙ₊₁⁻¹ D from the highest level down. [risken-1989] @throws PhysicsError "not-converged" */
export const descending = (ladder: Ladder, sigma: number): LinearMap => {
  const { gamma, levels, up, rest } = ladder;
  const start = beginnings(ladder);
  const factors: Float64Array[] = new Array(levels);
  for (let n = levels - 1; n >= 0; n--) {
    const width = widthOf(ladder, n);
    const s = new Float64Array(width * width);
    for (let i = 0; i < width; i++) s[i * (width + 1)] = gamma * n + sigma;
    if (n < levels - 1) addSquare(s, width, n + 1, eliminated(factors[n + 1], up[n % 2]));
    if (n === 0) lift(s, rest);
    factors[n] = cholesky(s, width) ?? blurred();
  }
  return (b, x) => {
    x.set(b);
    const at = levelsOf(x, start);
    const solve = (n: number, y: Float64Array) => {
      forward(factors[n], y.length, y);
      backward(factors[n], y.length, y);
    };
    for (let n = levels - 1; n > 0; n--) {
      const y = at[n].slice();
      solve(n, y);
      addTransposed(up[(n - 1) % 2], Math.sqrt(n), y, at[n - 1]);
    }
    for (let n = 0; n < levels; n++) {
      if (n > 0) addProduct(up[(n - 1) % 2], Math.sqrt(n), at[n - 1], at[n]);
      solve(n, at[n]);
      for (let i = 0; i < at[n].length; i++) at[n][i] = -at[n][i];
    }
  };
};
