/** Jump rates between neighbouring cells; each scheme keeps exp(−V/kT) in detailed balance exactly. */

import type { ReferenceKey } from "../../references.js";

/** Bernoulli's function z/(eᶻ − 1), with its series near 0. */
const bernoulli = (z: number): number => (Math.abs(z) < 1e-5 ? 1 - z / 2 + (z * z) / 12 : z / Math.expm1(z));

/** Half of a cell on one side of a face: its depth and the diffusion coefficient in it. */
export interface Half {
  readonly depth: number;
  readonly D: number;
}

export interface Rule {
  /** The rate from a cell to its neighbour in units of D/Δx², for u = (V_neighbour − V_cell)/kT. In detailed balance g(u)/g(−u) = e⁻ᵘ. */
  g(u: number): number;
  /** D over the distance between the middles, for two halves and D at the face between them. */
  permeability(a: Half, b: Half, atFace: () => number): number;
  readonly source: ReferenceKey;
}

export const schemes = {
  /** g(u) = u/(eᵘ − 1): the exact flux between two points under a constant force. Resistances depth/D in a row add up. [scharfetter-gummel-1969] */
  "scharfetter-gummel": {
    g: bernoulli,
    permeability: (a: Half, b: Half) => 1 / (a.depth / a.D + b.depth / b.D),
    source: "scharfetter-gummel-1969",
  },
  /** g(u) = 1 − uδ with the weight δ = 1/u − 1/(eᵘ − 1) of the upwind cell, which is u/(eᵘ − 1) again where, as here, the drift between two cells is
   *  that of their difference in V. D is taken at the face. [chang-cooper-1970] */
  "chang-cooper": {
    g: bernoulli,
    permeability: (a: Half, b: Half, atFace: () => number) => atFace() / (a.depth + b.depth),
    source: "chang-cooper-1970",
  },
  /** g(u) = e^(−u/2), and the geometric mean of D. [lie-fackeldey-weber-2013] */
  "square-root": {
    g: (u: number) => Math.exp(-u / 2),
    permeability: (a: Half, b: Half) => Math.sqrt(a.D * b.D) / (a.depth + b.depth),
    source: "lie-fackeldey-weber-2013",
  },
} as const satisfies Record<string, Rule>;

export type Scheme = keyof typeof schemes;
