import { finite, notNegative, positive } from "../../checks.js";
import { counted } from "../../counted.js";
import type { System } from "../../dynamics/splitting/splitting.js";
import { PhysicsError } from "../../errors.js";
import type { Axis } from "../../grids/axis.js";
import type { Grid } from "../../grids/grid.js";
import { onALine } from "../../potentials/on-a-line.js";
import { profile, pull } from "../../potentials/potential.js";

/** One particle on a line, and the cells of its phase space. */
export interface PhaseSystem {
  readonly V: (x: number) => number;
  readonly force: (x: number) => number;
  readonly mass: number;
  readonly kT: number;
  readonly gamma: number;
  readonly grid: Grid;
  readonly x: Axis;
  readonly p: Axis;
}

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("grid", { what, expected, remedy });
};

const example = "Write it like grids.phase([-2.2, 2.2, 80], [-6, 6, 72])";

/** Position, then momentum, which must be as long on both sides, so that it can be turned round. */
const axesOf = ({ dim, axes }: Grid): readonly [Axis, Axis] => {
  const names = axes.map(({ symbol }) => symbol).join(", ");
  if (dim !== 2 || axes[1].symbol !== "p")
    refuse(`The grid has the axes ${names}`, "a position and the momentum p", example);
  const [x, p] = axes;
  const { edges, from, to, cells } = p;
  const odd = edges.findIndex((edge, j) => Math.abs(edge + edges[cells - j]) > 1e-9 * (to - from));
  if (odd >= 0) refuse(`The momenta run from ${from} to ${to}`, "cells that are the same for p and −p", example);
  if (p.ends.some((end) => end !== "natural"))
    refuse(`Momenta have ${p.ends.join(" and ")} ends`, "natural ones", example);
  return [x, p];
};

/** The mass of one coordinate. @throws PhysicsError "dimension", "parameter" */
export const onlyMass = ({ mass }: System): number => {
  const first = mass[0];
  if (mass.length === 1) return positive("mass[0]", typeof first === "number" ? first : first[0]);
  throw new PhysicsError("dimension", {
    what: `mass has ${counted(mass.length, "number")}`,
    expected: "one, for one coordinate",
    remedy: "Write mass: [1.5]",
  });
};

/** exp(−p²/2mkT) must have died away at the ends of p, or the grid cuts the momenta. */
const checkMomenta = ({ to }: Axis, width: number): void => {
  if (to < 4.3 * width)
    refuse(
      `The momenta end at ${to}, where the equilibrium is more than 1e-4 of its maximum`,
      `an end beyond ${(4.3 * width).toPrecision(3)}`,
      `Take momenta from ${(-6 * width).toPrecision(2)} to ${(6 * width).toPrecision(2)}`,
    );
};

/** exp(−V/kT) must have died away at natural ends of x, and be a number everywhere. */
const checkPlaces = (x: Axis, reduced: Float64Array): void => {
  const floor = reduced.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = reduced.findIndex((value) => value - floor > 600);
  if (high >= 0)
    refuse(
      `V(${x.centres[high]}) lies more than 600 kT above the lowest well`,
      "a grid on which exp(−V/kT) is a number everywhere",
      "Narrow the grid: nothing ever gets there",
    );
  [0, x.cells - 1].forEach((at, side) => {
    if (x.ends[side] === "natural" && reduced[at] - floor < Math.log(1e4))
      refuse(
        `At ${side === 0 ? x.from : x.to}, where the grid ends, the density is more than 1e-4 of its maximum`,
        "a grid that holds the whole well",
        'Widen it, or, if there is a wall, say so: { ends: { x: "reflecting" } }',
      );
  });
};

/** The system on the grid. @throws PhysicsError "dimension", "parameter", "grid" where it cuts the well or the momenta, "non-finite" */
export const phaseSystem = (
  system: System,
  { kT, gamma }: { readonly kT: number; readonly gamma: number },
  grid: Grid,
): PhaseSystem => {
  const potential = onALine(system.potential, "this generator");
  const mass = onlyMass(system);
  positive("kT", kT);
  notNegative("gamma", gamma);
  const [x, p] = axesOf(grid);
  const V = profile(potential);
  checkMomenta(p, Math.sqrt(mass * kT));
  checkPlaces(
    x,
    x.centres.map((at) => finite(`V(${at})`, V(at)) / kT),
  );
  return { V, force: pull(potential), mass, kT, gamma, grid, x, p };
};
