import { whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { type Density, densityOn } from "../density.js";
import type { Space } from "./space.js";

/** Electron states: the basis in which V is given, or the eigenvectors of V at each place. */
export type Basis = "diabatic" | "adiabatic";

/** ψ(X) with d electron states on a grid. */
export interface Wave extends Complexes, Displayable {
  readonly grid: Grid;
  /** d. */
  readonly states: number;
  /** ∫ |ψ|² dX. */
  readonly norm: number;
  /** |ψ|², of all states together or of one of them. @throws PhysicsError "parameter" for a state that there is not */
  density(state?: number, basis?: Basis): Density;
  /** ∫ |ψⱼ|² dX for each state; adiabatic unless told. */
  populations(basis?: Basis): Float64Array;
}

/** The components ⟨Ψⱼ(X), ψ(X)⟩ of a wave, state by state. */
export const adiabaticComponents = (
  { states, grid: { size }, adiabatic: { vectors } }: Space,
  psi: Complexes,
): Complexes => {
  const out = { re: new Float64Array(states * size), im: new Float64Array(states * size) };
  for (let j = 0; j < states; j++)
    for (let i = 0; i < states; i++)
      for (let cell = 0; cell < size; cell++) {
        const [at, from, to] = [(j * states + i) * size + cell, i * size + cell, j * size + cell];
        out.re[to] += vectors.re[at] * psi.re[from] + vectors.im[at] * psi.im[from];
        out.im[to] += vectors.re[at] * psi.im[from] - vectors.im[at] * psi.re[from];
      }
  return out;
};

const squares = ({ re, im }: Complexes, state: number, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, cell) => re[state * size + cell] ** 2 + im[state * size + cell] ** 2);

/** A wave on a space from its parts, which it keeps: component i of cell c at [i size + c]. */
export const waveOn = (space: Space, { re, im }: Complexes): Wave => {
  const { grid, states } = space;
  const volume = grid.volumes[0];
  const components = (basis: Basis): Complexes =>
    basis === "adiabatic" ? adiabaticComponents(space, { re, im }) : { re, im };
  const populations = (basis: Basis = "adiabatic"): Float64Array => {
    const found = components(basis);
    return Float64Array.from({ length: states }, (_, j) =>
      squares(found, j, grid.size).reduce((sum, value) => sum + value * volume, 0),
    );
  };
  const density = (state?: number, basis: Basis = "adiabatic"): Density => {
    if (state === undefined) {
      const sum = new Float64Array(grid.size);
      for (let i = 0; i < re.length; i++) sum[i % grid.size] += re[i] * re[i] + im[i] * im[i];
      return densityOn(grid, sum);
    }
    if (whole("state", state, 0) >= states)
      throw new PhysicsError("parameter", {
        what: `There is no state ${state}`,
        expected: `0 to ${states - 1}`,
        remedy: "Count from the lowest, 0",
      });
    return densityOn(grid, squares(components(basis), state, grid.size));
  };
  const norm = re.reduce((sum, x, i) => sum + (x * x + im[i] * im[i]) * volume, 0);
  return {
    grid,
    states,
    re,
    im,
    norm,
    density,
    populations,
    [display]: () => ({
      "text/plain": `wave of ${states === 1 ? "one state" : `${states} states`} on ${grid[display]()["text/plain"]}, norm ${norm.toPrecision(10)}${states > 1 ? `, adiabatic populations ${Array.from(populations(), (p) => p.toPrecision(6)).join(", ")}` : ""}`,
    }),
  };
};
