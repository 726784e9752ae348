import { finite, positive } from "../../checks.js";
import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import { cited } from "../../references.js";
import { linearField } from "./linear-field.js";
import type { MatrixField } from "./matrix-field.js";

/** A normal mode: its frequency, and the matrix of the linear couplings along it. */
export interface VibronicMode {
  readonly frequency: number;
  /** C_ij, an energy for a dimensionless coordinate: tuning on the diagonal, coupling beside it. */
  readonly linear: readonly (readonly number[])[];
}

export interface VibronicOptions {
  /** E_i, the energies of the states at q = 0. */
  readonly energies: readonly number[];
  readonly modes: readonly VibronicMode[];
}

export interface VibronicCoupling extends MatrixField {
  /** 1/ω_k, the masses that belong to dimensionless normal coordinates where ħ = 1. */
  readonly mass: Float64Array;
}

const wrongShape = (mode: number, states: number): never => {
  throw new PhysicsError("dimension", {
    what: `The matrix linear of mode ${mode} is not ${states} × ${states}`,
    expected: "a row and a column for each of the energies",
    remedy: "Write 0 where two states are not coupled",
  });
};

const notSymmetric = (mode: number, i: number, j: number, above: number, below: number): never => {
  throw new PhysicsError("parameter", {
    what: `The entries linear[${i}][${j}] and linear[${j}][${i}] of mode ${mode} are ${above} and ${below}`,
    expected: "equal numbers, as in every symmetric matrix",
    remedy: `Correct linear[${i}][${j}] or linear[${j}][${i}]`,
  });
};

const linearOf = ({ linear }: VibronicMode, mode: number, states: number): number[] => {
  if (linear.length !== states || linear.some((row) => row.length !== states)) wrongShape(mode, states);
  for (let i = 0; i < states; i++)
    for (let j = 0; j < i; j++)
      if (finite(`linear[${j}][${i}]`, linear[j][i]) !== finite(`linear[${i}][${j}]`, linear[i][j]))
        notSymmetric(mode, j, i, linear[j][i], linear[i][j]);
  return linear.flatMap((row, i) => row.map((value, j) => finite(`linear[${i}][${j}]`, value)));
};

const needed = (): never => {
  throw new PhysicsError("dimension", {
    what: "The model has fewer than two states, or no mode",
    expected: "two energies and one mode at least",
    remedy: "Write energies: [0, 0.8], modes: [{ frequency: 0.3, linear: [[0.1, 0.2], [0.2, -0.1]] }]",
  });
};

/** Linear vibronic coupling in dimensionless normal coordinates, V_ij = δ_ij(E_i + ½ Σ_k ω_k q_k²) + Σ_k C^k_ij q_k; the kinetic energy ½ Σ_k ω_k p_k² belongs to
 *  masses 1/ω_k. Two states with one mode that tunes and another that couples meet in a conical intersection.
 *  @throws PhysicsError "parameter" that names the entry where a matrix is not symmetric, "dimension" [koeppel-domcke-cederbaum-1984] */
export const vibronicCoupling = ({ energies, modes }: VibronicOptions): VibronicCoupling => {
  cited("koeppel-domcke-cederbaum-1984");
  const states = energies.length;
  if (states < 2 || modes.length === 0) needed();
  const stiffness = Float64Array.from(modes, ({ frequency }, k) => positive(`modes[${k}].frequency`, frequency));
  const slopes = Float64Array.from(modes.flatMap((mode, k) => linearOf(mode, k, states)));
  const constant = new Float64Array(states * states);
  for (const [i, energy] of energies.entries()) constant[i * (states + 1)] = finite(`energies[${i}]`, energy);
  const field = linearField({
    ...{ states, stiffness, constant, slopes },
    variables: modes.length === 1 ? ["q"] : modes.map((_, k) => `q${k + 1}`),
    interval: [-5, 5],
    tex: "\\delta_{ij}\\Bigl(E_i + \\tfrac12\\sum_k \\omega_k q_k^2\\Bigr) + \\sum_k C^k_{ij} q_k",
    values: `E = ${energies.join(", ")}, ${counted(modes.length, "mode")}`,
  });
  return { ...field, mass: stiffness.map((omega) => 1 / omega) };
};
