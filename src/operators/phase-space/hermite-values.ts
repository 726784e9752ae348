import type { Axis } from "../../grids/axis.js";
import type { PointFunction } from "../point-function.js";
import { hermiteFunctions } from "./hermite-functions.js";
import type { HermitePlaces } from "./hermite-places.js";
import { analyse, synthesise } from "./hermite-slopes.js";
import { KNOWN } from "./phase-operator.js";
import type { PhaseSystem } from "./phase-system.js";

/** The vectors c of the levels, to and from values. */
export interface HermiteValues {
  /** The density √π c at the cells. */
  density(c: Float64Array): Float64Array;
  /** The observable c/√π at the cells. */
  observable(c: Float64Array): Float64Array;
  /** c of a density at the cells. Beyond the ends of p it is taken to fall off like the equilibrium: cut there, the highest levels would see the edge. */
  coordinates(rho: Float64Array): Float64Array;
  /** c of a function ρ(x, p), looked at wherever there are thermal momenta. */
  expand(rho: PointFunction): Float64Array;
}

/** Momenta, in thermal ones, with their widths. */
interface Momenta {
  readonly y: Float64Array;
  readonly dy: Float64Array;
}

/** How far thermal momenta are looked at, and how many places there are to each. */
const [REACH, FINE] = [10, 24];

/** (2π)^¼ exp(y²/4), one over the root of the weight g. */
const lift = (y: number): number => Math.exp(0.25 * y * y) * (2 * Math.PI) ** 0.25;

/** Momenta of the cells, and beyond them as many as the equilibrium has. `cell` is that whose value each continues. */
const continued = ({ centres, widths, cells }: Axis, width: number): Momenta & { readonly cell: Int32Array } => {
  const [y, dy] = [centres.map((p) => p / width), widths.map((dp) => dp / width)];
  const edge = y[cells - 1];
  const more = Math.max(0, Math.ceil((REACH - edge) / dy[cells - 1]));
  const at = (k: number) => k - more;
  const inside = (k: number) => Math.min(Math.max(at(k), 0), cells - 1);
  return {
    y: Float64Array.from({ length: cells + 2 * more }, (_, k) => y[inside(k)] + (at(k) - inside(k)) * dy[inside(k)]),
    dy: Float64Array.from({ length: cells + 2 * more }, (_, k) => dy[inside(k)]),
    cell: Int32Array.from({ length: cells + 2 * more }, (_, k) => inside(k)),
  };
};

/** Values at the cells from Σₙ cₙ hₙ √g there, with what each is worth at a place and a momentum. */
type Spread = (c: Float64Array, worth: (value: number, i: number, y: number) => number) => Float64Array;

const spreading = (
  { grid, mass, kT, x, p }: PhaseSystem,
  { slopes }: HermitePlaces,
  levels: number,
  start: Int32Array,
): Spread => {
  const y = p.centres.map((momentum) => momentum / Math.sqrt(mass * kT));
  return (c, worth) => {
    const h = hermiteFunctions(levels, y);
    const at = Array.from({ length: levels }, (_, n) =>
      synthesise(n % 2 === 0 ? slopes.cosines : slopes.sines, c.subarray(start[n], start[n + 1])),
    );
    return Float64Array.from({ length: grid.size }, (_, cell) => {
      const [i, j] = [cell % x.cells, Math.floor(cell / x.cells)];
      let sum = 0;
      for (let n = 0; n < levels; n++) sum += at[n][i] * h[j * levels + n];
      return worth(sum, i, y[j]);
    });
  };
};

/** c from ρ dx dp at the places and any momenta. */
type Gather = (value: (i: number, j: number) => number, momenta: Momenta) => Float64Array;

const gathering =
  ({ mass, kT, x }: PhaseSystem, { slopes, root }: HermitePlaces, levels: number, start: Int32Array): Gather =>
  (value, { y, dy }) => {
    const width = Math.sqrt(mass * kT);
    const h = hermiteFunctions(levels, y);
    const at = Array.from({ length: levels }, () => new Float64Array(x.cells));
    for (let j = 0; j < y.length; j++) {
      const weight = dy[j] * width * lift(y[j]);
      for (let i = 0; i < x.cells; i++) {
        const part = (value(i, j) * x.widths[i] * weight) / root[i];
        if (part !== 0) for (let n = 0; n < levels; n++) at[n][i] += part * h[j * levels + n];
      }
    }
    const out = new Float64Array(start[levels]);
    at.forEach((row, n) => {
      out.set(analyse(n % 2 === 0 ? slopes.cosines : slopes.sines, row), start[n]);
    });
    return out;
  };

/** For this many levels, each from its `start` on. */
export const hermiteValues = (
  system: PhaseSystem,
  places: HermitePlaces,
  levels: number,
  start: Int32Array,
): HermiteValues => {
  const { mass, kT, x, p } = system;
  const { root } = places;
  const width = Math.sqrt(mass * kT);
  const spread = spreading(system, places, levels, start);
  const gather = gathering(system, places, levels, start);
  const most = root.reduce((top, value) => Math.max(top, value), 0) ** 2;
  const known = (i: number, y: number) => root[i] ** 2 * Math.exp(-0.5 * y * y) >= KNOWN * most;
  const fine = Float64Array.from({ length: 2 * REACH * FINE }, (_, j) => (j + 0.5) / FINE - REACH);
  return {
    density: (c) => spread(c, (value, i, y) => (value * root[i]) / (x.widths[i] * width * lift(y))),
    observable: (c) => spread(c, (value, i, y) => (known(i, y) ? (value / root[i]) * lift(y) : 0)),
    coordinates: (rho) => {
      const { y, dy, cell } = continued(p, width);
      const fall = y.map((at, j) => Math.exp(0.5 * ((p.centres[cell[j]] / width) ** 2 - at * at)));
      return gather((i, j) => rho[i + x.cells * cell[j]] * fall[j], { y, dy });
    },
    expand: (f) =>
      gather((i, j) => f(x.centres[i], fine[j] * width), { y: fine, dy: new Float64Array(fine.length).fill(1 / FINE) }),
  };
};
