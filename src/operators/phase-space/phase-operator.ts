import type { Grid } from "../../grids/grid.js";
import type { LinearMap } from "../../linalg/krylov/krylov.js";
import type { Shift } from "../../linalg/sparse/sparse-lu.js";

/** A generator 𝓛 in the variables c of ρ = √π c, where π is its equilibrium: a damping, which is symmetric, and a rotation, which is not. Turning the momenta
 *  round, T, makes of it its transpose, 𝓛ᵀ = T𝓛T, and both annihilate √π. */
export interface PhaseOperator {
  readonly grid: Grid;
  readonly size: number;
  /** c → 𝓛c. */
  readonly apply: LinearMap;
  /** The unit vector √π. */
  readonly rest: Float64Array;
  /** b → 𝓛⁻¹ b, for b without a part along the rest state. */
  inverse(): LinearMap;
  /** b → (1 − τ𝓛)⁻¹ b, for such b. */
  resolvent(tau: number): LinearMap;
  /** b → Re (𝓛 − s)⁻¹ b. */
  near(shift: Shift): LinearMap;
  /** How many steps of a power series are worth one space of resolvents. */
  readonly series: number;
  /** c → Tc. */
  reverse(c: Float64Array): Float64Array;
  /** The density √π c at the cells. */
  density(c: Float64Array): Float64Array;
  /** The observable c/√π at the cells; 0 where π is less than 1e-13 of its maximum, as nothing is known of it there. */
  observable(c: Float64Array): Float64Array;
  /** c of a density at the cells. */
  coordinates(rho: Float64Array): Float64Array;
}

/** Below this part of its maximum the equilibrium says nothing of an observable. */
export const KNOWN = 1e-13;
