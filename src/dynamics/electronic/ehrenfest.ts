/** Ehrenfest dynamics: nuclei q, p in the mean field of electrons φ, which move in the matrix field of the nuclei. */

import { oneOf, positive, whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { type Surface, surface } from "../../potentials/fields/surface.js";
import { cited } from "../../references.js";
import { hasRecipe } from "../ensemble/recipe.js";
import type { Integrator } from "../integrator.js";
import { meanField, motionShown } from "../motion-shown.js";
import { fourth } from "../splitting/fourth-order.js";
import { type EhrenfestState, ehrenfestStep } from "./ehrenfest-step.js";
import { type Electrons, inLevel } from "./electrons.js";
import { laneElectrons } from "./lanes/lane-electrons.js";
import { type Molecule, type Weighed, weighed } from "./molecule.js";

const orders = { 2: [1], 4: fourth } as const;

export interface EhrenfestOptions {
  /** 2 unless told. At 4 a step is five steps of order 2, the middle one backwards. */
  readonly order?: keyof typeof orders;
  /** The level in which electrons begin, 0 (the lowest) unless told; or a rule for their amplitudes, such as dynamics.gibbsElectrons(…). */
  readonly electrons?: number | Electrons;
  /** Pieces into which a step is cut. Unless told, as many as keep the fastest beat (λ_max − λ_min)/ħ at the start to half a radian for each. */
  readonly substeps?: number;
  /** The temperature of thermal starts of the nuclei, an energy. Without it trajectories begin at rest, unless `start` has momenta. */
  readonly kT?: number;
}

export interface Ehrenfest extends Integrator<EhrenfestState>, Displayable {
  readonly potential: Surface;
  readonly account: readonly string[];
  readonly molecule: Weighed;
  /** The same dynamics with steps of another length. */
  withStep(dt: number): Ehrenfest;
}

/** Ehrenfest dynamics, q̇ = p/m, ṗ = −⟨φ, V′(q)φ⟩, iħφ̇ = V(q)φ with |φ| = 1. Each step is made of free flights and of flows at fixed nuclei that are
 *  exact, so that it is symplectic, reversible, and unitary for the electrons; the energy p²/2m + ⟨φ, Vφ⟩ stays within O(dt²), or O(dt⁴), of its first
 *  value. Observables may name "potential", which is ⟨φ, Vφ⟩, and the populations P_0, P_1, … of the levels.
 *  @throws PhysicsError "parameter", "dimension"; from a step "unstable" where the electrons turn too fast for it [strang-1968, suzuki-1990] */
export const ehrenfest = (molecule: Molecule, dt: number, options: EhrenfestOptions = {}): Ehrenfest => {
  const { order = 2, electrons = 0, substeps, kT = 0 } = options;
  const known = weighed(molecule);
  const { field, hbar } = known;
  positive("dt", dt);
  oneOf("order", String(order), orders, "2");
  if (substeps !== undefined) whole("substeps", substeps);
  if (kT !== 0) positive("kT", kT);
  cited(order === 4 ? "suzuki-1990" : "strang-1968");
  const begin = typeof electrons === "number" ? inLevel(field, electrons) : electrons;
  const steps = { dt, kT, stages: orders[order], substeps };
  const { init, advance } = ehrenfestStep(known, { ...steps, begin });
  const name = order === 4 ? "Ehrenfest, Suzuki's fourth order" : "Ehrenfest";
  const integrator: Ehrenfest = {
    name,
    dt,
    kT,
    potential: surface(field, typeof electrons === "number" ? electrons : 0),
    molecule: known,
    account: ["potential", ...Array.from({ length: field.states }, (_, j) => `P_${j}`)],
    draws: 0,
    init,
    step: (state) => {
      for (let copy = 0; copy < state.frames.length; copy++) advance(state, copy);
      return state;
    },
    withStep: (other) => ehrenfest(molecule, other, options),
    [display]: () => motionShown(name, meanField, { dt, kT: kT || undefined, hbar }),
  };
  const numbers = laneElectrons(known, begin);
  return numbers
    ? hasRecipe(integrator, { kind: "ehrenfest", mass: known.mass, ...steps, electrons: numbers })
    : integrator;
};
