import { oneOf } from "../../checks.js";
import { display } from "../../display.js";
import type { System } from "../../dynamics/splitting/splitting.js";
import type { Grid } from "../../grids/grid.js";
import { cited } from "../../references.js";
import { type Density, densityOn } from "../density.js";
import { startOn } from "../diffusion/propagation.js";
import { type VectorField, vectorFieldOn } from "../field.js";
import type { Generator, Start } from "../generator.js";
import { checkFinite, checkMoment, stationaryOf } from "./liouville-densities.js";
import { flowing, flown } from "./liouville-flow.js";
import { type LiouvilleMethod, liouvilleMethods } from "./liouville-methods.js";
import { settled } from "./liouville-propagation.js";
import { liouvilleSystem } from "./liouville-system.js";
import { frequenciesOf } from "./orbits.js";
import type { PhaseDensity } from "./phase-generator.js";

/** The operator of Liouville's equation. Every density f(H) is in equilibrium, so that there is no one `equilibrium()`; and as frequencies depend on the
 *  energy its spectrum is continuous: eigenvalues on a grid would be those of the grid. `frequencies` has what lies behind it, at a given energy. */
export interface LiouvilleGenerator extends Omit<Generator, "equilibrium"> {
  /** 𝓛†a = −𝓛a at the cells, into `out`: the rate at which an observable changes along orbits, {a, H}. */
  adjoint(a: Float64Array, out: Float64Array): Float64Array;
  /** The density f(H), with mass 1: H => Math.exp(-H/kT) for the canonical one. */
  stationary(f: (H: number) => number): Density;
  /** exp(t𝓛)ρ, backwards for t < 0. */
  propagate(rho: Start, t: number): PhaseDensity;
  /** J = (ρ p/m, ρF), ∂ρ/∂t = −∂ₓJₓ − ∂ₚJₚ. */
  current(rho: Start): VectorField;
  /** ⟨H⟩ of a density, which motion keeps. */
  energy(rho: Start): number;
  /** ω(E) = 2π/T(E) of the orbits at an energy, one for each well that it fills, from left to right. */
  frequencies(E: number): Float64Array;
}

const equation =
  "\\frac{\\partial \\rho}{\\partial t} = -\\{\\rho, H\\} = \\left[-\\frac{p}{m}\\frac{\\partial}{\\partial x} + \\frac{\\partial V}{\\partial x}\\frac{\\partial}{\\partial p}\\right]\\rho";

/** Hamiltonian motion as the equation of its density, ∂ρ/∂t = −{ρ, H} = −(p/m)∂ₓρ + V′∂ₚρ with H = p²/2m + V, on equal cells in phase space such as
 *  grids.phase([-2.4, 2.4, 128], [-6, 6, 128]), which must hold all orbits of the start. A step shifts rows along x and columns along p, with an error of
 *  fourth order; steps are shortened until the density stays, and `error` of a density bounds ∫ |δρ| by what is left of it, of the cells, and at the edges.
 *  "spectral" (the default) shifts waves: mass and ∫ρ² stay to rounding, runs can be taken back, and errors fall off like an exponential of the cells,
 *  until mixing makes the density finer than they are, which is an error. Numbers of cells that are powers of 2 are the fastest.
 *  "conservative" hands on what crosses between cells: mass stays to rounding, ρ ≥ 0, and filaments finer than the cells are smoothed away, ∫ρ² falls.
 *  Errors fall like the third to fourth power of resolved cells: 5e-3 of the whole, 3e-3 of ∫ρ², after a harmonic period on 64 × 64, 5e-4 on 128 × 128.
 *  @throws PhysicsError "dimension", "parameter", "grid" where cells are not equal or ends are walls, "non-finite"
 *  [cheng-knorr-1976, suzuki-1990, colella-woodward-1984, zhang-shu-2010, bluestein-1970] */
export const liouville = (
  system: System,
  grid: Grid,
  { method = "spectral" }: { readonly method?: LiouvilleMethod } = {},
): LiouvilleGenerator => {
  oneOf("method", method, liouvilleMethods, "spectral");
  const known = liouvilleSystem(system, grid);
  const { x, p, H, mass, velocity, force } = known;
  const { lines, worth, works, name } = liouvilleMethods[method];
  const [along, across] = [lines(x.cells), lines(p.cells)];
  const [rate, run] = [flowing(known, along, across), flown(known, along, across)];
  cited("cheng-knorr-1976", "suzuki-1990", ...works);
  return {
    grid,
    equation,
    apply: rate,
    adjoint: (a, out) => {
      rate(a, out);
      for (let i = 0; i < out.length; i++) out[i] = -out[i];
      return out;
    },
    stationary: (f) => stationaryOf(known, f),
    propagate: (start, t) => {
      checkMoment(t);
      const rho = checkFinite(startOn(grid, start), method === "conservative");
      const { values, error } = settled(known, run, worth(known), rho, t);
      return Object.assign(densityOn(grid, values), { error });
    },
    current: (start) => {
      const rho = startOn(grid, start);
      const part = (speed: (cell: number) => number) => rho.map((value, cell) => value * speed(cell));
      const [Jx, Jp] = [part((c) => velocity[Math.floor(c / x.cells)]), part((c) => force[c % x.cells])];
      return vectorFieldOn(grid, [Jx, Jp], "J");
    },
    energy: (start) => startOn(grid, start).reduce((sum, value, i) => sum + value * H[i] * grid.volumes[i], 0),
    frequencies: (E) => {
      cited("landau-lifshitz-1976");
      return frequenciesOf(known, E);
    },
    [display]: () => ({
      "text/latex": `$$${equation},\\qquad m = ${mass},\\quad ${x.cells}\\times${p.cells}\\text{ cells}$$`,
      "text/plain": `∂ρ/∂t = [−(p/m)∂ₓ + V′∂ₚ]ρ, m = ${mass}, ${x.cells} × ${p.cells} cells, ${name}`,
    }),
  };
};
