import { counted } from "../../counted.js";
import { type Molecule, type Weighed, weighed } from "../../dynamics/electronic/molecule.js";
import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { roomFor } from "../../potentials/fields/matrix-field.js";
import type { Potential } from "../../potentials/potential.js";
import { type AdiabaticGrid, adiabaticOn } from "./adiabatic.js";
import { scalarField } from "./scalar-field.js";

/** Nuclei on a grid, with the electrons' Hamiltonian V at every cell. */
export interface Space {
  readonly grid: Grid;
  readonly states: number;
  /** Of each axis. */
  readonly mass: Float64Array;
  readonly hbar: number;
  /** V_ij at [(i d + j) size + cell]; no imaginary parts where V is real. */
  readonly V: { readonly re: Float64Array; readonly im: Float64Array };
  readonly adiabatic: AdiabaticGrid;
}

/** What moves: nuclei and electrons, or a particle in a potential. ħ is 1 unless told, or M^(−1/2) with the mass ratio M. */
export type QuantumSystem =
  | Molecule
  | { readonly field: Potential; readonly mass: ArrayLike<number>; readonly hbar?: number };

/** A quantum system with its numbers checked. @throws PhysicsError "parameter", "dimension" */
export const moleculeOf = (system: QuantumSystem): Weighed =>
  weighed("states" in system.field ? (system as Molecule) : { ...system, field: scalarField(system.field) });

const checkAxes = (grid: Grid, dim: number): void => {
  if (grid.dim !== dim)
    throw new PhysicsError("dimension", {
      what: `V is a function of ${counted(dim, "coordinate")}, and the grid has ${grid.dim === 1 ? "1 axis" : `${grid.dim} axes`}`,
      expected: "an axis for each coordinate",
      remedy: "Make them in the order of the coordinates, such as grids.interval(-20, 20, 1024) for one",
    });
  for (const { symbol, widths, ends } of grid.axes) {
    if (widths.some((width) => width !== widths[0]))
      throw new PhysicsError("grid", {
        what: `The cells of the axis ${symbol} are of different widths`,
        expected: "equal cells, on which a wave is a sum of plane waves",
        remedy: "Make the axis as [from, to, cells]",
      });
    if (ends.includes("reflecting"))
      throw new PhysicsError("grid", {
        what: `An end of the axis ${symbol} is reflecting`,
        expected: "absorbing, natural or periodic ends",
        remedy: "Put a steep wall into the potential, or choose absorbing ends",
      });
  }
};

/** Entries side by side at each point, turned into a field of cells for each entry. */
const byEntry = (values: Float64Array, entries: number, size: number): Float64Array => {
  const out = new Float64Array(values.length);
  for (let cell = 0; cell < size; cell++)
    for (let k = 0; k < entries; k++) out[k * size + cell] = values[cell * entries + k];
  return out;
};

/** V and its eigenpairs on a grid. @throws PhysicsError "dimension", "grid", "parameter", "non-finite" where V is singular at a cell */
export const spaceOf = (system: QuantumSystem, grid: Grid): Space => {
  const { field, mass, hbar } = moleculeOf(system);
  checkAxes(grid, field.dim);
  const values = field.value(grid.points, roomFor(field, grid.size));
  const bad = values.re.findIndex((entry) => !Number.isFinite(entry));
  const entries = field.states ** 2;
  if (bad >= 0)
    throw new PhysicsError("non-finite", {
      what: `V is ${values.re[bad]} at (${Array.from(grid.points.subarray(Math.floor(bad / entries) * grid.dim, (Math.floor(bad / entries) + 1) * grid.dim)).join(", ")})`,
      expected: "finite entries at every cell",
      remedy: "Move the grid so that no cell has its middle at a singular point",
    });
  return {
    grid,
    states: field.states,
    mass,
    hbar,
    V: { re: byEntry(values.re, entries, grid.size), im: byEntry(values.im, entries, grid.size) },
    adiabatic: adiabaticOn(field, grid),
  };
};
