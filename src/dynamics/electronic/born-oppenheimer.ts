import type { Displayable } from "../../display.js";
import { type Surface, surface } from "../../potentials/fields/surface.js";
import type { Splitting } from "../splitting/splitting.js";
import { type VerletOptions, velocityVerlet } from "../splitting/velocity-verlet.js";
import { type Molecule, weighed } from "./molecule.js";

export interface BornOppenheimerOptions extends VerletOptions {
  /** The eigenvalue of V on which nuclei move, 0 (the lowest) unless told. */
  readonly level?: number;
}

export interface BornOppenheimer extends Splitting, Displayable {
  readonly potential: Surface;
  /** The same dynamics with steps of another length. */
  withStep(dt: number): BornOppenheimer;
}

/** Born–Oppenheimer dynamics, q̇ = p/m, ṗ = −λ_level′(q) with V(q)Ψ = λΨ: nuclei on a single eigenvalue, by velocity Verlet of order 2 or Suzuki's
 *  scheme of order 4. ħ has no place in it. @throws PhysicsError "parameter", "dimension"; from a step "undefined-quantity" where levels meet
 *  [verlet-1967, suzuki-1990] */
export const bornOppenheimer = (
  molecule: Molecule,
  dt: number,
  { level = 0, ...options }: BornOppenheimerOptions = {},
): BornOppenheimer => {
  const { field, mass } = weighed(molecule);
  const potential = surface(field, level);
  return {
    ...velocityVerlet({ potential, mass }, dt, options),
    potential,
    withStep: (other) => bornOppenheimer(molecule, other, { level, ...options }),
  };
};
