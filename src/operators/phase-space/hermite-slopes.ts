/** The slope D = √(kT/m) (∂ₓ + V′/2kT) in cosines and sines on equal cells. Both ends then mirror, x → −x and p → −p. */

import type { Axis } from "../../grids/axis.js";
import type { Dense } from "../../linalg/sparse/ladder.js";

export interface Slopes {
  /** cos(kπ(x − a)/ℓ), k = 0 … n − 1, at the middles of the cells, a row each, orthonormal there. */
  readonly cosines: Dense;
  /** sin(kπ(x − a)/ℓ), k = 1 … n − 1. */
  readonly sines: Dense;
  /** D from cosines to sines, and from sines to cosines. */
  readonly up: readonly [Dense, Dense];
  /** The root of the probability of each cell, in cosines: D of it is 0. */
  readonly rest: Float64Array;
  /** |D √w| before it was made to vanish, over the thermal speed: how far the cells are from resolving the wells, in one over length. */
  readonly defect: number;
}

const rowsOf = (count: number, columns: number, entry: (k: number, i: number) => number): Dense => ({
  rows: count,
  columns,
  value: Float64Array.from({ length: count * columns }, (_, at) => entry(Math.floor(at / columns), at % columns)),
});

/** A vector at the cells in these functions. */
export const analyse = ({ rows, columns, value }: Dense, at: Float64Array): Float64Array =>
  Float64Array.from({ length: rows }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += value[k * columns + i] * at[i];
    return sum;
  });

/** The values at the cells of a combination of these functions. */
export const synthesise = ({ rows, columns, value }: Dense, weights: Float64Array): Float64Array => {
  const out = new Float64Array(columns);
  for (let k = 0; k < rows; k++) for (let i = 0; i < columns; i++) out[i] += weights[k] * value[k * columns + i];
  return out;
};

/** Σᵢ sin_k(xᵢ) f(xᵢ) cos_l(xᵢ). */
const between = (sines: Dense, cosines: Dense, f: Float64Array): Dense => {
  const out = rowsOf(sines.rows, cosines.rows, () => 0);
  for (let k = 0; k < sines.rows; k++) {
    const row = f.map((value, i) => value * sines.value[k * sines.columns + i]);
    out.value.set(analyse(cosines, row), k * cosines.rows);
  }
  return out;
};

const turned = ({ rows, columns, value }: Dense): Dense => rowsOf(columns, rows, (i, j) => value[j * columns + i]);

/** D ← D (1 − uuᵀ); returns |Du|. */
const silence = ({ rows, columns, value }: Dense, u: Float64Array): number => {
  let defect = 0;
  for (let k = 0; k < rows; k++) {
    const row = value.subarray(k * columns, (k + 1) * columns);
    const part = row.reduce((sum, entry, j) => sum + entry * u[j], 0);
    defect += part * part;
    for (let j = 0; j < columns; j++) row[j] -= part * u[j];
  }
  return Math.sqrt(defect);
};

/** The slopes for w, the probabilities of the cells, and V′/2kT at their middles. */
export const slopesOn = ({ cells, from, to }: Axis, w: Float64Array, drive: Float64Array, speed: number): Slopes => {
  const wave = Math.PI / (to - from);
  const scale = Math.sqrt(2 / cells);
  const angle = (k: number, i: number) => (k * Math.PI * (i + 0.5)) / cells;
  const cosines = rowsOf(cells, cells, (k, i) => (k === 0 ? Math.SQRT1_2 : 1) * scale * Math.cos(angle(k, i)));
  const sines = rowsOf(cells - 1, cells, (k, i) => scale * Math.sin(angle(k + 1, i)));
  const upper = between(sines, cosines, drive);
  const lower = turned(upper);
  for (let k = 1; k < cells; k++) {
    upper.value[(k - 1) * cells + k] -= k * wave;
    lower.value[k * (cells - 1) + k - 1] += k * wave;
  }
  const rest = analyse(cosines, w.map(Math.sqrt));
  const defect = silence(upper, rest);
  for (const { value } of [upper, lower]) for (let at = 0; at < value.length; at++) value[at] *= speed;
  return { cosines, sines, up: [upper, lower], rest, defect };
};
