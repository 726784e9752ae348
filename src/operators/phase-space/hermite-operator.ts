/** The Klein–Kramers operator in Hermite's functions of the momentum, and cosines and sines of the position. [risken-1989] */

import { PhysicsError } from "../../errors.js";
import type { Axis } from "../../grids/axis.js";
import { beginnings, climbing, descending, type Ladder, written } from "../../linalg/sparse/ladder.js";
import { factorise } from "../../linalg/sparse/sparse-lu.js";
import type { PointFunction } from "../point-function.js";
import { hermiteFunctions } from "./hermite-functions.js";
import { analyse, type Slopes, slopesOn, synthesise } from "./hermite-slopes.js";
import { KNOWN, type PhaseOperator } from "./phase-operator.js";
import type { PhaseSystem } from "./phase-system.js";

/** What a method has to know of the places, whatever the number of levels. */
export interface HermitePlaces {
  readonly slopes: Slopes;
  /** The root of the probability of each cell in x. */
  readonly root: Float64Array;
}

const checkAxis = ({ widths, ends }: Axis): void => {
  const even = widths.every((width) => Math.abs(width - widths[0]) < 1e-9 * widths[0]);
  const known = ends.every((end) => end === "natural" || end === "reflecting");
  if (even && known) return;
  throw new PhysicsError("grid", {
    what: even ? `The ends of x are ${ends.join(" and ")}` : "The cells in x have different widths",
    expected: "equal cells between natural or reflecting ends, for waves to live on",
    remedy: 'Change the grid, or take { method: "finite-volume" }',
  });
};

/** √w and the slopes. @throws PhysicsError "grid" */
export const hermitePlaces = ({ V, force, mass, kT, x }: PhaseSystem): HermitePlaces => {
  checkAxis(x);
  const reduced = x.centres.map((at) => V(at) / kT);
  const floor = reduced.reduce((least, value) => Math.min(least, value));
  const weight = reduced.map((value) => Math.exp(floor - value));
  const total = weight.reduce((sum, value) => sum + value, 0);
  const w = weight.map((value) => value / total);
  const drive = x.centres.map((at) => -force(at) / (2 * kT));
  return { slopes: slopesOn(x, w, drive, Math.sqrt(kT / mass)), root: w.map(Math.sqrt) };
};

/** The part of levels and of waves that is looked at for what is missing beyond them. */
const RIM = 7 / 8;

/** Weights of the levels at each cell in x, a row a level. */
const atPlaces = ({ cosines, sines }: Slopes, start: Int32Array, c: Float64Array): Float64Array[] =>
  Array.from({ length: start.length - 1 }, (_, n) =>
    synthesise(n % 2 === 0 ? cosines : sines, c.subarray(start[n], start[n + 1])),
  );

export interface HermiteOperator extends PhaseOperator {
  /** c of a function ρ(x, p), looked at wherever there are thermal momenta. */
  expand(rho: PointFunction): Float64Array;
  /** The parts of a vector in the highest levels, and in the shortest waves. */
  readonly rims: readonly [levels: (c: Float64Array) => Float64Array, waves: (c: Float64Array) => Float64Array];
}

/** The operator with this many levels. */
export const hermiteOperator = (
  { mass, kT, gamma, grid, x, p }: PhaseSystem,
  { slopes, root }: HermitePlaces,
  levels: number,
): HermiteOperator => {
  const ladder: Ladder = { gamma, levels, up: slopes.up, rest: slopes.rest };
  const start = beginnings(ladder);
  const size = start[levels];
  const width = Math.sqrt(mass * kT);
  const rest = new Float64Array(size);
  rest.set(slopes.rest);

  /** Σₙ cₙ hₙ times √w^a g^b at the cells. */
  const spread = (c: Float64Array, finish: (value: number, i: number, y: number) => number): Float64Array => {
    const at = atPlaces(slopes, start, c);
    const y = p.centres.map((momentum) => momentum / width);
    const h = hermiteFunctions(levels, y);
    return Float64Array.from({ length: grid.size }, (_, cell) => {
      const [i, j] = [cell % x.cells, Math.floor(cell / x.cells)];
      let sum = 0;
      for (let n = 0; n < levels; n++) sum += at[n][i] * h[j * levels + n];
      return finish(sum, i, y[j]);
    });
  };

  /** c from values ρ at the places and any momenta, with their weights. */
  const gather = (value: (i: number, j: number) => number, momenta: Float64Array, dp: Float64Array): Float64Array => {
    const y = momenta.map((momentum) => momentum / width);
    const h = hermiteFunctions(levels, y);
    const at = Array.from({ length: levels }, () => new Float64Array(x.cells));
    for (let j = 0; j < y.length; j++) {
      const lift = dp[j] * Math.exp(0.25 * y[j] * y[j]) * (2 * Math.PI) ** 0.25;
      for (let i = 0; i < x.cells; i++) {
        const part = (value(i, j) * x.widths[i] * lift) / root[i];
        if (part !== 0) for (let n = 0; n < levels; n++) at[n][i] += part * h[j * levels + n];
      }
    }
    const out = new Float64Array(size);
    at.forEach((row, n) => {
      out.set(analyse(n % 2 === 0 ? slopes.cosines : slopes.sines, row), start[n]);
    });
    return out;
  };

  const kept = (c: Float64Array, keep: (level: number, wave: number) => boolean): Float64Array => {
    const out = new Float64Array(size);
    for (let n = 0; n < levels; n++)
      for (let i = start[n]; i < start[n + 1]; i++) if (keep(n, i - start[n])) out[i] = c[i];
    return out;
  };

  return {
    grid,
    size,
    apply: climbing(ladder),
    series: 5,
    rest,
    inverse: () => descending(ladder, 0),
    resolvent: (tau) => {
      const solve = descending(ladder, 1 / tau);
      return (b, out) => {
        solve(b, out);
        for (let i = 0; i < size; i++) out[i] /= -tau;
      };
    },
    near: (shift) => {
      const { solve } = factorise(
        written(ladder),
        shift,
        Int32Array.from({ length: size }, (_, i) => size - 1 - i),
      );
      return (b, out) => out.set(solve(b).re);
    },
    reverse: (c) => {
      const out = c.slice();
      for (let n = 1; n < levels; n += 2) for (let i = start[n]; i < start[n + 1]; i++) out[i] = -out[i];
      return out;
    },
    density: (c) =>
      spread(
        c,
        (value, i, y) =>
          ((value * root[i]) / (x.widths[i] * width)) * (Math.exp(-0.25 * y * y) / (2 * Math.PI) ** 0.25),
      ),
    observable: (c) => {
      const most = root.reduce((top, value) => Math.max(top, value), 0) ** 2;
      return spread(c, (value, i, y) =>
        root[i] ** 2 * Math.exp(-0.5 * y * y) < KNOWN * most
          ? 0
          : (value / root[i]) * Math.exp(0.25 * y * y) * (2 * Math.PI) ** 0.25,
      );
    },
    coordinates: (rho) => gather((i, j) => rho[i + x.cells * j], p.centres, p.widths),
    expand: (f) => {
      const momenta = Float64Array.from({ length: 480 }, (_, j) => ((j - 239.5) / 24) * width);
      const dp = new Float64Array(480).fill(width / 24);
      return gather((i, j) => f(x.centres[i], momenta[j]), momenta, dp);
    },
    rims: [(c) => kept(c, (n) => n >= RIM * levels), (c) => kept(c, (_, i) => i >= RIM * x.cells)],
  };
};
