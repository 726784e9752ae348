import type { Problem } from "../../../src/symbolic/reduce/problem.js";

/** The angle of a rotor whose moment of inertia is large. */
export const rotor: Problem = {
  slow: ["φ"],
  motion: { φ: "ℓ/I", ℓ: "τ" },
  fast: ["τ"],
  constants: ["I"],
  odd: ["ℓ"],
  order: { I: -1 },
};
