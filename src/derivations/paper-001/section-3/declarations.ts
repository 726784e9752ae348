import type { Declarations } from "../../../symbolic/terms/declarations.js";
import { section3 } from "../declarations.js";

/** Section 3 up to (36), where ρ does not yet depend on Φ and Π beside Γ. */
export const scaledConservation: Declarations = new Map([
  ...section3,
  ["ρ", { ...section3.get("ρ")!, of: ["Γ", "t"] }],
]);
