import { positive } from "../../checks.js";
import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import type { MatrixField } from "../../potentials/fields/matrix-field.js";

/** Nuclei and electrons: the electrons' Hamiltonian V(q), and either the masses of the coordinates, with ħ = 1 unless told, or the mass ratio M of the
 *  scaled equations, in which nuclei have mass 1 and ħ = M^(−1/2). */
export type Molecule =
  | { readonly field: MatrixField; readonly mass: ArrayLike<number>; readonly hbar?: number }
  | { readonly field: MatrixField; readonly M: number };

/** A molecule with its numbers checked. */
export interface Weighed {
  readonly field: MatrixField;
  readonly mass: Float64Array;
  readonly hbar: number;
}

/** Masses and ħ of a molecule. @throws PhysicsError "parameter", "dimension" */
export const weighed = (molecule: Molecule): Weighed => {
  const { field } = molecule;
  if ("M" in molecule)
    return { field, mass: new Float64Array(field.dim).fill(1), hbar: 1 / Math.sqrt(positive("M", molecule.M)) };
  const { mass, hbar = 1 } = molecule;
  if (mass.length !== field.dim)
    throw new PhysicsError("dimension", {
      what: `mass has ${counted(mass.length, "number")}`,
      expected: `${field.dim}, one for each coordinate`,
      remedy: "List a mass for every coordinate, such as mass: [2000]",
    });
  return {
    field,
    mass: Float64Array.from(mass, (m, i) => positive(`mass[${i}]`, m)),
    hbar: positive("hbar", hbar),
  };
};
