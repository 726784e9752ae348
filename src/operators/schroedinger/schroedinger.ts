import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { cited } from "../../references.js";
import { type EnergySpread, energySpread, hamiltonian } from "./energy.js";
import type { Evolution } from "./evolution.js";
import { type PacketOptions, packetOn } from "./packet.js";
import { type PropagationOptions, propagated } from "./propagate.js";
import { type QuantumSystem, spaceOf } from "./space.js";
import type { Wave } from "./wave.js";

/** H = Σₐ P²ₐ/(2mₐ) + V(X) on a grid, V a matrix of electron states. */
export interface Schroedinger extends Displayable {
  readonly grid: Grid;
  readonly states: number;
  readonly hbar: number;
  /** A Gaussian packet of norm 1 in one electron state. @throws PhysicsError "dimension", "parameter", "grid" */
  packet(options: PacketOptions): Wave;
  /** ⟨H⟩ and the standard deviation of H. */
  energy(wave: Wave): EnergySpread;
  /** The wave after a time, looked at on its way. Gives way to the event loop every 10 ms, reports its progress and can be stopped.
   *  @throws PhysicsError "grid", "parameter", and the reason of an aborted `signal` */
  propagate(start: Wave, options: PropagationOptions): Promise<Evolution>;
}

/** Nuclei as waves: iħ ∂ψ/∂t = (Σₐ P²ₐ/(2mₐ) + V(X)) ψ for d electron states on a grid of equal cells, by Strang's splitting
 *  e^{−iV dt/2ħ} e^{−iT dt/ħ} e^{−iV dt/2ħ}, V exponentiated by its eigenpairs at every cell, T in momentum space. It is unitary, reversible and of second order in dt; in the cells
 *  it converges faster than any power, as long as they are short enough for the fastest wave. Absorbing ends take up what comes to them, by a potential −iW(X) that grows with the cube
 *  of the depth, and keep account of it by electron state (on several axes compare with a wider layer, as its width is checked on one axis alone); at natural ends the wave must not arrive; periodic ones lead to the other side.
 *  @throws PhysicsError "dimension", "grid", "parameter", "non-finite" [strang-1968, feit-fleck-steiger-1982] */
export const schroedinger = (system: QuantumSystem, grid: Grid): Schroedinger => {
  cited("strang-1968", "feit-fleck-steiger-1982");
  const space = spaceOf(system, grid);
  const H = hamiltonian(space);
  const checked = (wave: Wave): Wave => {
    if (wave.re.length === grid.size * space.states) return wave;
    throw new PhysicsError("grid", {
      what: `The wave has ${wave.re.length} components`,
      expected: `${grid.size * space.states}, ${space.states} for each cell`,
      remedy: "Make it on the grid of this operator, by its `packet`",
    });
  };
  return {
    grid,
    states: space.states,
    hbar: space.hbar,
    packet: (options) => packetOn(space, options),
    energy: (wave) => energySpread(H, checked(wave)),
    propagate: (start, options) => propagated(space, checked(start), options),
    [display]: () => ({
      "text/latex":
        "$$i\\hbar\\,\\partial_t \\psi = \\Big(\\sum_a \\frac{P_a^2}{2 m_a} + V(X)\\Big) \\psi, \\qquad e^{-iV\\Delta t/2\\hbar}\\, e^{-iT\\Delta t/\\hbar}\\, e^{-iV\\Delta t/2\\hbar}$$",
      "text/plain": `Schrödinger's equation of ${space.states === 1 ? "one state" : `${space.states} states`} on ${grid[display]()["text/plain"]}, mass ${Array.from(space.mass).join(", ")}, hbar ${space.hbar}`,
    }),
  };
};
