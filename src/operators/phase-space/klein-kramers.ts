import { oneOf, positive, whole } from "../../checks.js";
import { display } from "../../display.js";
import type { Bath } from "../../dynamics/splitting/letters.js";
import type { System } from "../../dynamics/splitting/splitting.js";
import type { Grid } from "../../grids/grid.js";
import { cited } from "../../references.js";
import { cellsGenerator } from "./cells-generator.js";
import { hermiteGenerator } from "./hermite-generator.js";
import type { PhaseGenerator } from "./phase-generator.js";
import { phaseSystem } from "./phase-system.js";

/** The ways to write the equation on a grid. */
const methods = {
  /** Hermite's functions of the momentum times waves in x: errors fall off like an exponential. */
  hermite: "cosines and Hermite functions",
  /** What flows between cells, to second order; values may be slightly negative. */
  "finite-volume": "finite volumes",
  /** The same to first order, as jumps with rates ≥ 0: values stay positive. */
  upwind: "finite volumes, upwind",
} as const;

export type PhaseMethod = keyof typeof methods;

const equation =
  "\\frac{\\partial \\rho}{\\partial t} = \\left[-\\frac{p}{m}\\frac{\\partial}{\\partial x} + \\frac{\\partial V}{\\partial x}\\frac{\\partial}{\\partial p} + \\gamma\\frac{\\partial}{\\partial p}\\left(p + m k_BT\\frac{\\partial}{\\partial p}\\right)\\right]\\rho";

/** Langevin dynamics as the equation of its density, ∂ρ/∂t = [−(p/m)∂ₓ − F∂ₚ + γ∂ₚ(p + m kT ∂ₚ)]ρ with F = −V′, on a grid in phase space such as
 *  grids.phase([-2.2, 2.2, 80], [-6, 6, 72]). exp(−H/kT) is its exact equilibrium by every method, mass is conserved, and 𝓛ᵀ = T𝓛T holds to rounding, T: p → −p.
 *  "hermite" (the default) has as many functions of p as an answer asks for; the cells in x are its resolution there, those in p only show the result. It wants equal
 *  cells in x and a smooth V. "finite-volume" has errors of second, "upwind" of first order in the cells; they alone know regions: passages, committors, reactions.
 *  @throws PhysicsError "dimension", "parameter", "grid" where the grid cuts the well or the momenta, "non-finite" [kramers-1940, risken-1989] */
export const kleinKramers = (
  system: System,
  bath: Bath,
  grid: Grid,
  { method = "hermite" }: { readonly method?: PhaseMethod } = {},
): PhaseGenerator => {
  oneOf("method", method, methods, "hermite");
  cited("kramers-1940", "risken-1989");
  const known = phaseSystem(system, bath, grid);
  const generator =
    method === "hermite" ? hermiteGenerator(known) : cellsGenerator(known, method === "upwind" ? "upwind" : "central");
  const { mass, kT, gamma, x, p } = known;
  const numbers = `kT = ${kT}, γ = ${gamma}, m = ${mass}, ${x.cells} × ${p.cells} cells`;
  return {
    ...generator,
    spectrum: (count, { frequency } = {}) => {
      cited("stewart-2002");
      whole("count", count);
      if (frequency === undefined) return generator.spectrum(count);
      return generator.spectrum(count, { frequency: positive("frequency", frequency) });
    },
    equation,
    [display]: () => ({
      "text/latex": `$$${equation},\\qquad k_BT = ${kT},\\quad \\gamma = ${gamma},\\quad m = ${mass},\\quad ${x.cells}\\times${p.cells}\\text{ cells}$$`,
      "text/plain": `∂ρ/∂t = [−(p/m)∂ₓ + V′∂ₚ + γ∂ₚ(p + m kT ∂ₚ)]ρ, ${numbers}, ${methods[method]}`,
    }),
  };
};
