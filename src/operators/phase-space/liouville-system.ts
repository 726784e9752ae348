import { finite } from "../../checks.js";
import type { System } from "../../dynamics/splitting/splitting.js";
import { PhysicsError } from "../../errors.js";
import type { Axis } from "../../grids/axis.js";
import type { Grid } from "../../grids/grid.js";
import { onALine } from "../../potentials/on-a-line.js";
import { profile, pull } from "../../potentials/potential.js";
import { onlyMass } from "./phase-system.js";

/** One particle on a line without a bath, and the cells of its phase space. */
export interface LiouvilleSystem {
  readonly grid: Grid;
  readonly x: Axis;
  readonly p: Axis;
  readonly mass: number;
  readonly V: (x: number) => number;
  /** dx/dt = p/m of each row of cells. */
  readonly velocity: Float64Array;
  /** dp/dt = F of each column of cells. */
  readonly force: Float64Array;
  /** H = p²/2m + V of each cell. */
  readonly H: Float64Array;
}

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("grid", { what, expected, remedy });
};

const checkEven = ({ symbol, widths }: Axis): void => {
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  if (most - least > 1e-9 * most)
    refuse(
      `The cells of ${symbol} are from ${least} to ${most} wide`,
      "equal cells, as shifts need them",
      `Give ${symbol} as [from, to, cells]`,
    );
};

const axesOf = ({ dim, axes }: Grid): readonly [Axis, Axis] => {
  if (dim !== 2 || axes[1].symbol !== "p")
    refuse(
      `The grid has the axes ${axes.map(({ symbol }) => symbol).join(", ")}`,
      "a position and the momentum p",
      "Write it like grids.phase([-2.4, 2.4, 128], [-6, 6, 128])",
    );
  axes.forEach(checkEven);
  const [x, p] = axes;
  if (p.ends.some((end) => end !== "natural"))
    refuse(`Momenta have ${p.ends.join(" and ")} ends`, "natural ones", "Leave the ends of p out");
  if (x.ends.some((end) => end !== "natural" && end !== "periodic"))
    refuse(
      `The ends of ${x.symbol} are ${x.ends.join(" and ")}`,
      "natural or periodic ones",
      "Make a wall part of the potential, as a steep one",
    );
  return [x, p];
};

const checkPeriod = ({ symbol, from, to }: Axis, V: (x: number) => number, range: number): void => {
  const step = V(to) - V(from);
  if (Math.abs(step) > 1e-6 * range)
    refuse(
      `The axis ${symbol} is periodic, and V rises by ${step.toPrecision(3)} from one end to the other`,
      "a potential that closes",
      "Give the grid the length of the period",
    );
};

/** The system on the grid. @throws PhysicsError "dimension", "parameter", "grid" where cells are not equal or ends are walls, "non-finite" */
export const liouvilleSystem = (system: System, grid: Grid): LiouvilleSystem => {
  const potential = onALine(system.potential, "this generator");
  const mass = onlyMass(system);
  const [x, p] = axesOf(grid);
  const [V, F] = [profile(potential), pull(potential)];
  const levels = x.centres.map((at) => finite(`V(${at})`, V(at)));
  const force = x.centres.map((at) => finite(`F(${at})`, F(at)));
  if (x.ends[0] === "periodic") checkPeriod(x, V, Math.max(...levels) - Math.min(...levels));
  const velocity = p.centres.map((momentum) => momentum / mass);
  const H = Float64Array.from(
    { length: grid.size },
    (_, cell) => levels[cell % x.cells] + 0.5 * mass * velocity[Math.floor(cell / x.cells)] ** 2,
  );
  return { grid, x, p, mass, V, velocity, force, H };
};
