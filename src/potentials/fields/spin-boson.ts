import { finite, notNegative, positive, whole } from "../../checks.js";
import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import { cited } from "../../references.js";
import { linearField } from "./linear-field.js";
import type { MatrixField } from "./matrix-field.js";

/** Modes by their frequencies and couplings, or a number of them that stands for J(ω) = (π/2) α ω e^{−ω/ω_c}. */
export type SpinBath =
  | { readonly frequencies: readonly number[]; readonly couplings: readonly number[] }
  | { readonly alpha: number; readonly cutoff: number; readonly modes: number };

export interface SpinBosonOptions {
  /** ε, the difference of the two energies without bath. */
  readonly bias: number;
  /** Δ, twice the coupling between the two states. */
  readonly tunnelling: number;
  readonly bath: SpinBath;
}

export interface SpinBoson extends MatrixField {
  readonly frequencies: Float64Array;
  readonly couplings: Float64Array;
  /** E_r = 2 Σ_j c_j²/ω_j², the energy between a state's minimum and the same state at the minimum of the other one. */
  readonly reorganisation: number;
}

const unequal = (frequencies: number, couplings: number): never => {
  throw new PhysicsError("dimension", {
    what: `There are ${counted(frequencies, "frequency").replace("frequencys", "frequencies")} and ${counted(couplings, "coupling")}`,
    expected: "as many of each, one for every mode, and at least one",
    remedy: "Give each mode a frequency and a coupling",
  });
};

/** Modes at ω_j = −ω_c ln(1 − (j − ½)/n), where each carries the same part of ∫ J/ω dω: c_j² = ω_j² α ω_c/n. */
const ohmic = (alpha: number, cutoff: number, modes: number) => {
  positive("alpha", alpha);
  positive("cutoff", cutoff);
  const frequencies = Float64Array.from(
    { length: whole("modes", modes) },
    (_, j) => -cutoff * Math.log1p(-(j + 0.5) / modes),
  );
  return { frequencies, couplings: frequencies.map((omega) => omega * Math.sqrt((alpha * cutoff) / modes)) };
};

const modesOf = (bath: SpinBath) => {
  if ("modes" in bath) return ohmic(bath.alpha, bath.cutoff, bath.modes);
  const { frequencies, couplings } = bath;
  if (frequencies.length !== couplings.length || frequencies.length === 0)
    unequal(frequencies.length, couplings.length);
  return {
    frequencies: Float64Array.from(frequencies, (omega, j) => positive(`frequencies[${j}]`, omega)),
    couplings: Float64Array.from(couplings, (c, j) => finite(`couplings[${j}]`, c)),
  };
};

/** A two-state system in a harmonic bath, V = ½ Σ_j ω_j² q_j² + σ_z(ε/2 + Σ_j c_j q_j) + σ_x Δ/2, for coordinates of mass 1. The bath acts by
 *  J(ω) = (π/2) Σ_j c_j²/ω_j δ(ω − ω_j); { alpha, cutoff, modes } stands for the Ohmic J(ω) = (π/2) α ω e^{−ω/ω_c}.
 *  @throws PhysicsError "parameter", "dimension" [leggett-1987] */
export const spinBoson = ({ bias, tunnelling, bath }: SpinBosonOptions): SpinBoson => {
  cited("leggett-1987");
  finite("bias", bias);
  notNegative("tunnelling", tunnelling);
  const { frequencies, couplings } = modesOf(bath);
  const shift = couplings.reduce((widest, c, j) => Math.max(widest, Math.abs(c) / frequencies[j] ** 2), 0);
  const field = linearField({
    states: 2,
    stiffness: frequencies.map((omega) => omega * omega),
    constant: Float64Array.of(0.5 * bias, 0.5 * tunnelling, 0.5 * tunnelling, -0.5 * bias),
    slopes: Float64Array.from(Array.from(couplings).flatMap((c) => [c, 0, 0, -c])),
    variables: frequencies.length === 1 ? ["q"] : Array.from(frequencies, (_, j) => `q${j + 1}`),
    interval: [-3 * shift || -1, 3 * shift || 1],
    tex: "\\tfrac12\\sum_j \\omega_j^2 q_j^2 + \\sigma_z\\Bigl(\\tfrac{\\varepsilon}{2} + \\sum_j c_j q_j\\Bigr) + \\sigma_x \\tfrac{\\Delta}{2}",
    values: `ε = ${bias}, Δ = ${tunnelling}, ${counted(frequencies.length, "mode")}`,
  });
  const reorganisation = 2 * couplings.reduce((sum, c, j) => sum + (c / frequencies[j]) ** 2, 0);
  return { ...field, frequencies, couplings, reorganisation };
};
