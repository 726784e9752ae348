import { cited } from "../../references.js";
import type { PointFunction } from "../point-function.js";
import { atTheCells } from "./flight-cells.js";
import { flightGrid, flightStart } from "./flight-field.js";
import { flown } from "./flight-steps.js";
import type { PhaseSystem } from "./phase-system.js";

/** The error to be reached, the one above which there is no answer, and how many lengths of steps are tried for it. */
const [GOAL, USELESS, LENGTHS] = [1e-5, 1e-4, 7];
/** The first number of waves, that of the other coordinate meanwhile, and the most. */
const [FIRST, OTHER, MOST] = [32, 64, 256];
/** The most of the shortest runs' steps, and of γt: longer times are for resolvents. */
const [STEPS, DAMPED] = [64, 8];
/** How deep in kT the places lie whose curvature matters. */
const DEEP = 12;

/** Values at the cells, and a bound of ∫ |δρ|. */
export interface Flown {
  readonly values: Float64Array;
  readonly error: number;
}

/** About one step while the stiffest well, or friction, turns a momentum by a radian. */
const stepsFor = ({ V, force, mass, kT, gamma, x }: PhaseSystem, t: number): number => {
  const floor = Math.min(...Array.from(x.centres, V));
  const stiff = Array.from(x.widths, (width, i) => {
    if (V(x.centres[i]) > floor + DEEP * kT) return 0;
    return Math.abs(force(x.edges[i + 1]) - force(x.edges[i])) / width;
  });
  return Math.max(4, Math.ceil(t * (Math.sqrt(Math.max(...stiff) / mass) + 0.5 * gamma)));
};

/** Weights that extrapolate runs of k = 1 … m times as many steps, with errors in even powers, to steps of no length. */
const weights = (m: number): number[] => {
  const all = Array.from({ length: m }, (_, k) => k + 1);
  return all.map((k) => all.reduce((product, l) => (l === k ? product : (product * k * k) / (k * k - l * l)), 1));
};

const apart = ({ grid }: PhaseSystem, a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]) * grid.volumes[i], 0);

/** A number of waves, and how far they may be off. */
type Enough = readonly [number, number];

/** The smallest number of waves that is enough. Each is off by what twice as many move; of the last ones, which nothing is held against, it is taken to fall by
 *  the same factor as before, while waves fall faster. */
const resolved = (system: PhaseSystem, run: (waves: number) => Float64Array): Enough => {
  let [before, now] = [run(FIRST), run(2 * FIRST)];
  let moved = apart(system, before, now);
  for (let waves = 2 * FIRST; ; waves *= 2) {
    if (waves === MOST) return [waves, moved];
    [before, now] = [now, run(2 * waves)];
    const next = apart(system, before, now);
    if (next < GOAL) return [waves, next];
    const last = (next * next) / moved;
    if (last < GOAL) return [2 * waves, last];
    moved = next;
  }
};

/** exp(t𝓛)ρ by steps of four and more lengths, extrapolated; nothing where that does not settle, or takes too long. The error is what the last length and twice as
 *  many waves have moved. [strang-1968] */
export const flight = (system: PhaseSystem, start: PointFunction, t: number): Flown | undefined => {
  const first = stepsFor(system, t);
  if (!(t > 0) || first > STEPS || system.gamma * t > DAMPED) return undefined;
  const run = (n: number, half: number, steps: number) => {
    const grid = flightGrid(system, n, half);
    return atTheCells(system, grid, flown(system, grid, flightStart(grid, start), t, steps));
  };
  const [n, missing] = resolved(system, (waves) => run(waves, OTHER, first));
  if (!(missing < USELESS)) return undefined;
  const [half, lost] = resolved(system, (waves) => run(OTHER, waves, first));
  const rough = missing + lost;
  if (!(rough < USELESS)) return undefined;
  const runs: Float64Array[] = [];
  let [before, error] = [new Float64Array(system.grid.size), Number.POSITIVE_INFINITY];
  for (let m = 1; m <= LENGTHS; m++) {
    runs.push(run(n, half, m * first));
    const share = weights(m);
    const values = runs[0].map((_, i) => runs.reduce((sum, row, k) => sum + share[k] * row[i], 0));
    error = rough + apart(system, values, before);
    before = values;
    if (m > 2 && error < 2 * GOAL) break;
  }
  if (!(error < USELESS)) return undefined;
  cited("strang-1968");
  return { values: before, error };
};
