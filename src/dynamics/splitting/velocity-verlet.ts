import { oneOf, positive } from "../../checks.js";
import { cited } from "../../references.js";
import { fourth } from "./fourth-order.js";
import { type Splitting, type System, splitting } from "./splitting.js";

const forms = { BAB: "velocity form", ABA: "position form" } as const;

const orders = { 2: [1], 4: fourth } as const;

export interface VerletOptions {
  /** "BAB", kick–drift–kick, unless told; or "ABA". */
  readonly word?: keyof typeof forms;
  /** 2 unless told. At 4 a step is five steps of order 2, the middle one backwards. */
  readonly order?: keyof typeof orders;
  /** The temperature of thermal starts, an energy. Without it trajectories begin at rest, unless `start` has momenta. */
  readonly kT?: number;
}

/** Newton's equations, dq = M⁻¹p dt, dp = F dt, at constant energy: symplectic and reversible, with an energy that stays within O(dt²), or O(dt⁴),
 *  of its first value. @throws PhysicsError "parameter", "dimension" [verlet-1967, suzuki-1990] */
export const velocityVerlet = (
  system: System,
  dt: number,
  { word = "BAB", order = 2, kT = 0 }: VerletOptions = {},
): Splitting => {
  oneOf("form", word, forms, "BAB");
  oneOf("order", String(order), orders, "2");
  if (kT !== 0) positive("kT", kT);
  cited(order === 4 ? "suzuki-1990" : "verlet-1967");
  const name = order === 4 ? `Suzuki's fourth order of ${word}` : `Verlet ${word}`;
  return splitting(system, { kT, gamma: 0 }, dt, { name, word, stages: orders[order] });
};
