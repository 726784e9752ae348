import type { Displayable } from "../../display.js";
import type { Complexes } from "../../linalg/dense/complexes.js";

/** What lengths and energies of a field are measured in; none where the field has no units of its own. */
export interface FieldUnits {
  readonly length: string;
  readonly energy: string;
}

/** The adiabatic picture of a field at one place, V Ψ_j = λ_j Ψ_j: eigenpairs, and ∂V/∂q between them. */
export interface Frame {
  /** λ_j, rising. */
  readonly values: Float64Array;
  /** Ψ_j at [j d, (j + 1) d), of length 1, with any phase. */
  readonly vectors: Complexes;
  /** ⟨Ψ_i, ∂V/∂q_k Ψ_j⟩ at [k d² + i d + j]: slopes of the λ on the diagonal, (λ_j − λ_i)⟨Ψ_i, ∂Ψ_j/∂q_k⟩ beside it. */
  readonly slopes: Complexes;
}

/** A Hermitian d × d matrix V(q) over the nuclear coordinates q, in a basis that does not depend on q (diabatic): the electrons' Hamiltonian. */
export interface MatrixField extends Displayable {
  /** Number of nuclear coordinates. */
  readonly dim: number;
  /** Number d of electron states. */
  readonly states: number;
  /** Whether V is real and symmetric everywhere: then the imaginary parts of `out` are left alone, and may have no room. */
  readonly real: boolean;
  readonly variables: readonly string[];
  /** A part of the first coordinate's axis where something happens, for figures. */
  readonly interval: readonly [number, number];
  readonly units?: FieldUnits;
  /** V at every point of `q`, which holds one point after the other: V_ij of point r at [r d² + i d + j]; returns `out`. */
  value(q: Float64Array, out: Complexes): Complexes;
  /** ∂V/∂q_k at every point of `q`: ∂V_ij/∂q_k of point r at [(r dim + k) d² + i d + j]; returns `out`. */
  gradient(q: Float64Array, out: Complexes): Complexes;
  /** Fills a frame at one point, where it is known in closed form; and the levels alone. */
  frame?(q: Float64Array, frame: Frame): void;
  levels?(q: Float64Array, out: Float64Array): void;
}

/** Zeros for so many matrices of a field. */
export const roomFor = ({ states, real }: MatrixField, matrices: number): Complexes => ({
  re: new Float64Array(matrices * states * states),
  im: new Float64Array(real ? 0 : matrices * states * states),
});
