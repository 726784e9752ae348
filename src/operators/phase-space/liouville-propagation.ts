import { PhysicsError } from "../../errors.js";
import type { Flown } from "./liouville-flow.js";
import type { LiouvilleSystem } from "./liouville-system.js";

/** What the method's runs are worth. */
export interface Worth {
  /** ∫ |δρ| from the steps at which they are short enough, as a part of ∫ |ρ|. */
  readonly tolerance: number;
  /** The error above which a density is no answer, as a part of ∫ |ρ|. */
  readonly useless: number;
  /** Whether each step smooths, so that more of them need not help. */
  readonly smooths: boolean;
  /** ∫ |δρ| from the cells, given the run, its start and the way back. */
  lost(run: Flown, start: Float64Array, back: () => Flown): number;
}

/** |ρ| at an edge, as a part of the maximum, at which the grid is too small; the most steps; what is little beside an error. */
const [CUT, MOST, LITTLE] = [1e-4, 100_000, 0.3];

const cut = ({ x, p }: LiouvilleSystem, part: number): never => {
  throw new PhysicsError("grid", {
    what: `At the edge of the grid, ${x.symbol} from ${x.from} to ${x.to} and p from ${p.from} to ${p.to}, the density comes to ${part.toPrecision(2)} of its maximum`,
    expected: `less than ${CUT}, as what leaves on one side would enter on the other`,
    remedy: "Widen the grid so that it holds all orbits of the start, or begin with less energy",
  });
};

const endless = (t: number, apart: number): never => {
  throw new PhysicsError("not-converged", {
    what: `At the time ${t} the density still moves by ${apart.toPrecision(2)} when steps are shortened`,
    expected: `a motion that steps, at most ${MOST}, can follow`,
    remedy: "Take a shorter time, or a potential without steps and kinks",
  });
};

const tooFine = (error: number): never => {
  throw new PhysicsError("not-converged", {
    what: `The density has become finer than the cells: it may be off by ${error.toPrecision(2)} of the whole`,
    expected: "filaments that a few cells hold",
    remedy:
      'Take a shorter time or more cells, or { method: "conservative" }, which forgets what is finer than the cells',
  });
};

/** 1/h at which a step h follows the fastest oscillation within reach of the start. */
const pace = ({ x, p, mass, force, H }: LiouvilleSystem, rho: Float64Array, top: number): number => {
  const reach = rho.reduce((most, value, i) => (Math.abs(value) > 1e-6 * top ? Math.max(most, H[i]) : most), -Infinity);
  const level = (i: number) => H[i] - p.centres[0] ** 2 / (2 * mass);
  let stiffest = 0;
  for (let i = 1; i < x.cells; i++)
    if (level(i) <= reach) stiffest = Math.max(stiffest, Math.abs(force[i] - force[i - 1]) / x.widths[0]);
  return Math.sqrt(stiffest / mass);
};

/** Whether the energies of the start suffice to come to natural ends of the grid. */
const reachesRim = ({ x, p, H }: LiouvilleSystem, rho: Float64Array, top: number): boolean => {
  let lowest = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell < H.length; cell++) {
    const [i, j] = [cell % x.cells, Math.floor(cell / x.cells)];
    const side = x.ends[0] === "natural" && (i === 0 || i === x.cells - 1);
    if (side || j === 0 || j === p.cells - 1) lowest = Math.min(lowest, H[cell]);
  }
  return rho.some((value, cell) => Math.abs(value) > CUT * top && H[cell] >= lowest);
};

/** exp(t𝓛)ρ with steps that are shortened until what they cost is little beside what the cells do, or the tolerance: as the error is of fourth order, the
 *  distance from the run before tells what is left. @throws PhysicsError "grid" where the density comes to an edge, "not-converged" */
export const settled = (
  system: LiouvilleSystem,
  run: (rho: Float64Array, t: number, steps: number) => Flown,
  worth: Worth,
  rho: Float64Array,
  t: number,
): { readonly values: Float64Array; readonly error: number } => {
  const area = system.x.widths[0] * system.p.widths[0];
  const size = rho.reduce((sum, value) => sum + Math.abs(value) * area, 0);
  const top = rho.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (t === 0 || top === 0) return { values: rho.slice(), error: 0 };
  let steps = Math.ceil(Math.abs(t) * pace(system, rho, top)) + 2;
  let [rough, before] = [run(rho, t, steps), Number.POSITIVE_INFINITY];
  for (;;) {
    const guess = (before / (worth.tolerance * size)) ** 0.25;
    const more = Math.ceil(steps * (Number.isFinite(before) ? Math.min(4, Math.max(2, guess)) : 2));
    if (more > MOST) endless(t, before / size);
    const fine = run(rho, t, more);
    const isCut = Math.min(rough.edge, fine.edge) > CUT * top;
    if (isCut && reachesRim(system, rho, top)) cut(system, fine.edge / top);
    const cells = 2 * fine.leak + worth.lost(fine, rho, () => run(fine.values, -t, more));
    const apart = fine.values.reduce((sum, value, i) => sum + Math.abs(value - rough.values[i]) * area, 0);
    const left = worth.smooths ? apart : apart / ((more / steps) ** 4 - 1);
    const enough = left <= Math.max(worth.tolerance * size, LITTLE * cells);
    if (enough || left > 0.5 * before) {
      const isUseless = !(left + cells <= worth.useless * size);
      if (isUseless && left > cells) endless(t, left / size);
      if (isUseless) tooFine((left + cells) / size);
      return { values: fine.values, error: left + cells };
    }
    [rough, before, steps] = [fine, left, more];
  }
};
