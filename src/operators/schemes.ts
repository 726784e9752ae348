/** Jump rates between neighbouring cells; each scheme keeps exp(−V/kT) in detailed balance exactly. */

/** Bernoulli's function z/(eᶻ − 1), with its series near 0. */
const bernoulli = (z: number): number => (Math.abs(z) < 1e-5 ? 1 - z / 2 + (z * z) / 12 : z / Math.expm1(z));

/** The rate D/Δx² · g(u) from a cell to its neighbour, u = (V_neighbour − V_cell)/kT. In detailed balance g(u)/g(−u) = e⁻ᵘ. */
export const schemes = {
  /** g(u) = u/(eᵘ − 1): the exact flux between two points under a constant force. [scharfetter-gummel-1969] */
  "scharfetter-gummel": bernoulli,
  /** g(u) = e^(−u/2). [lie-fackeldey-weber-2013] */
  "square-root": (u: number): number => Math.exp(-u / 2),
} as const;

export type Scheme = keyof typeof schemes;
