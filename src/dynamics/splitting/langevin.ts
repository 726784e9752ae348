/** Langevin dynamics, dq = M⁻¹p dt, dp = (F − γp) dt + √(2γkT) M^½ dW, by splitting its generator 𝓛 = A + B + O. */

import { notNegative, positive } from "../../checks.js";
import { cited } from "../../references.js";
import type { Bath } from "./letters.js";
import { type Splitting, type System, splitting } from "./splitting.js";

/** Langevin dynamics of a system in a bath, by a word of A (drift), B (kick) and O (bath), each for dt over the number of its letters.
 *  Symmetric words sample exp(−H/kT) to O(dt²); BAOAB is exact for q in a harmonic well. gamma may be 0.
 *  @throws PhysicsError "parameter", "dimension" [leimkuhler-matthews-2013] */
export const langevin = (system: System, bath: Bath, dt: number, word = "BAOAB"): Splitting => {
  cited("leimkuhler-matthews-2013");
  positive("kT", bath.kT);
  notNegative("gamma", bath.gamma);
  return splitting(system, bath, dt, { name: `Langevin ${word}`, word });
};
