import { paper } from "../../../src/derivations/paper-001/paper.js";
import { parseEquation } from "../../../src/symbolic/notation/index.js";
import { type Rule, replay, rules } from "../../../src/symbolic/rules/index.js";
import { groundsOf } from "../../../src/symbolic/statements/assumptions.js";
import type { Equation } from "../../../src/symbolic/statements/equation.js";
import type { Grounds } from "../../../src/symbolic/statements/interpreters.js";
import { placed } from "../../../src/symbolic/statements/reach.js";
import type { Step } from "../../../src/symbolic/statements/statement.js";

/** What the evaluation puts in the place of prints that fail, as far as other replays use it. */
const mended: Readonly<Record<string, string>> = {
  "16.a": "H = Σ_i p_i^2/(2 m_i) + V",
  "23.b": "∫_{−∞}^∞ k exp(−k^2/(2 m)) dk = 0",
  "23.e": "lim_{t_0→∞} ρ_1/t_0 = −ρ̂ ∂W/∂t_1",
  28: "γ = ∫_{−t_0}^0 (P ⊗ e^{−L0 s} P)^th ds",
  "44.c": "H = Σ_i p_i^2/(2 m_i) + V",
  "50.c": "lim_{t_0→∞} ρ_1/t_0 = ρ̂ (−∂W/∂t_1 − Π/m̂ · ∂W/∂Φ − f^th · ∂W/∂Π)",
  55: "θ = ∫_{−t_0}^0 [(f ⊗ e^{−L0 s} f)^th − f^th ⊗ f^th] ds",
  "56.h": "Σ_i m_i (σ_i θ_i) = 0",
  "57.j": "C_1 = (∏_{l=1}^M sqrt(2 π m_l/β)) sqrt(β/(2 π m̂))",
};

/** An equation of the first paper with what it is replayed from. */
export interface Case {
  readonly id: string;
  readonly equation: Equation;
  readonly steps: readonly Step[];
  readonly grounds: Grounds;
}

const all = placed(paper);

const believed = (id: string): Equation | undefined => {
  const { statement, section } = all.get(id)!;
  if (statement.words) return undefined;
  try {
    return parseEquation(mended[id] ?? statement.printed, section.declarations);
  } catch {
    return undefined;
  }
};

const succeeds = ({ equation, steps, grounds }: Case, by: readonly Rule[] = rules): boolean =>
  "steps" in replay(equation, steps, grounds, by);

/** The equations of the paper that are replayed as printed, or as mended. */
export const cases: readonly Case[] = [...all.values()].flatMap(({ statement: { id, steps, serves } }) => {
  const equation = believed(id);
  if (!equation || !steps || serves) return [];
  const one = { id, equation, steps, grounds: groundsOf(id, all, believed) };
  return succeeds(one) ? [one] : [];
});
export { succeeds };
