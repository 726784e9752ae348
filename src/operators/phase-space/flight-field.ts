import type { PointFunction } from "../point-function.js";
import type { PhaseSystem } from "./phase-system.js";

/** A density on waves: row j < half holds ρ(x, pⱼ), pⱼ = (j + ½) dp, at 2n places round a circle. Its second half are the mirrored places, x → −x about the
 *  upper end, where −p stands for p: both ends are walls. */
export interface FlightGrid {
  readonly n: number;
  readonly half: number;
  readonly places: Float64Array;
  readonly length: number;
  readonly dx: number;
  readonly dp: number;
}

export type FlightField = readonly Float64Array[];

/** How many thermal momenta the grid reaches. */
const REACH = 9;

export const flightGrid = ({ x, mass, kT }: PhaseSystem, n: number, half: number): FlightGrid => {
  const length = x.to - x.from;
  return {
    n,
    half,
    length,
    places: Float64Array.from({ length: n }, (_, i) => x.from + ((i + 0.5) * length) / n),
    dx: length / n,
    dp: (REACH * Math.sqrt(mass * kT)) / half,
  };
};

/** The values of a function, made to sum to 1. */
export const flightStart = ({ n, half, places, dx, dp }: FlightGrid, f: PointFunction): FlightField => {
  const rows = Array.from({ length: half }, (_, j) => {
    const p = (j + 0.5) * dp;
    return Float64Array.from({ length: 2 * n }, (_, i) => (i < n ? f(places[i], p) : f(places[2 * n - 1 - i], -p)));
  });
  const mass = rows.reduce((sum, row) => sum + row.reduce((all, value) => all + value, 0), 0) * dx * dp;
  return rows.map((row) => row.map((value) => value / mass));
};
