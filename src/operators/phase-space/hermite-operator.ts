/** The Klein–Kramers operator in Hermite's functions of the momentum, and cosines and sines of the position. [risken-1989] */

import { beginnings, climbing, descending, type Ladder, written } from "../../linalg/sparse/ladder.js";
import { factorise } from "../../linalg/sparse/sparse-lu.js";
import type { HermitePlaces } from "./hermite-places.js";
import { type HermiteValues, hermiteValues } from "./hermite-values.js";
import type { PhaseOperator } from "./phase-operator.js";
import type { PhaseSystem } from "./phase-system.js";

/** The part of levels and of waves that is looked at for what is missing beyond them. */
const RIM = 7 / 8;

export interface HermiteOperator extends PhaseOperator, HermiteValues {
  /** The parts of a vector in the highest levels, and in the shortest waves. */
  readonly rims: readonly [levels: (c: Float64Array) => Float64Array, waves: (c: Float64Array) => Float64Array];
}

/** What is kept of a vector, by level and wave. */
const kept = (c: Float64Array, start: Int32Array, keep: (level: number, wave: number) => boolean): Float64Array => {
  const out = new Float64Array(c.length);
  for (let n = 0; n < start.length - 1; n++)
    for (let i = start[n]; i < start[n + 1]; i++) if (keep(n, i - start[n])) out[i] = c[i];
  return out;
};

/** Inverses of the ladder. */
const inverses = (ladder: Ladder, size: number): Pick<PhaseOperator, "inverse" | "resolvent" | "near"> => ({
  inverse: () => descending(ladder, 0),
  resolvent: (tau) => {
    const solve = descending(ladder, 1 / tau);
    return (b, out) => {
      solve(b, out);
      for (let i = 0; i < size; i++) out[i] /= -tau;
    };
  },
  near: (shift) => {
    const fromTheTop = Int32Array.from({ length: size }, (_, i) => size - 1 - i);
    const { solve } = factorise(written(ladder), shift, fromTheTop);
    return (b, out) => out.set(solve(b).re);
  },
});

/** The operator with this many levels. */
export const hermiteOperator = (system: PhaseSystem, places: HermitePlaces, levels: number): HermiteOperator => {
  const { gamma, grid, x } = system;
  const { up, rest: slow } = places.slopes;
  const ladder: Ladder = { gamma, levels, up, rest: slow };
  const start = beginnings(ladder);
  const size = start[levels];
  const rest = new Float64Array(size);
  rest.set(slow);
  return {
    grid,
    size,
    apply: climbing(ladder),
    series: 5,
    rest,
    ...inverses(ladder, size),
    ...hermiteValues(system, places, levels, start),
    reverse: (c) => {
      const out = c.slice();
      for (let n = 1; n < levels; n += 2) for (let i = start[n]; i < start[n + 1]; i++) out[i] = -out[i];
      return out;
    },
    rims: [(c) => kept(c, start, (n) => n >= RIM * levels), (c) => kept(c, start, (_, i) => i >= RIM * x.cells)],
  };
};
