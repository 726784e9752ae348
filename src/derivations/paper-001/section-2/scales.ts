import type { Statement } from "../../../symbolic/statements/statement.js";
import { chainRule, script, unfold } from "../steps.js";
import { dots } from "./readings.js";

const along = "∂ρ/∂t is 𝓛ρ by (4), with ρ at R = R*(Γ), where both sides are compared.";

/** The Liouville equation in two scales, (8) to (12). */
export const scales: readonly Statement[] = [
  {
    id: "7.a",
    kind: "hypothesis",
    printed: "ρ depends on Γ directly and through R",
    words: true,
    from: [],
    reading: "In the text: ρ(Γ, t) = Υ(Γ, t, R), and the new function is called ρ again.",
  },
  {
    id: "7.b",
    kind: "identity",
    printed: "L ρ(Γ, t, R*) = (−L0 ρ − Σ_i p_i/m_i · dR*/dr_i · ∂ρ/∂R)|_{R = R*}",
    from: ["4.a", "6.a", "7.a", "10", "12.a"],
    steps: script(unfold("4.a", "10"), chainRule("7.a"), unfold("6.a")),
    reading: `${along} ${dots}`,
  },
  {
    id: "8",
    kind: "identity",
    printed: "L ρ(Γ, t, R*) = (−L0 ρ − P/m · ∂ρ/∂R)|_{R = R*}",
    from: ["2", "4.a", "6.a", "7.a", "10", "12.a"],
    steps: script(unfold("4.a", "10"), chainRule("7.a"), unfold("6.a", "2")),
    reading: along,
  },
  {
    id: "9",
    kind: "identity",
    printed: "L ρ(Γ, t, R*) = ((L0 + ε L1) ρ)|_{R = R*}",
    from: ["2", "3", "4.a", "6.a", "7.a", "10", "11", "12.a"],
    steps: script(unfold("4.a", "10", "11"), chainRule("7.a"), unfold("6.a", "2", "3")),
    reading: along,
  },
  {
    id: "9.a",
    kind: "hypothesis",
    printed: "∂ρ/∂t = (L0 + ε L1) ρ",
    from: ["10", "11"],
    reading: "(9) as it is printed and used: with (4) it holds at R = R*(Γ), and it is supposed for R as an argument.",
  },
  { id: "10", kind: "definition", printed: "L0 = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]", from: ["12.a"] },
  { id: "11", kind: "definition", printed: "L1 = −P/m̂ · ∂/∂R", from: ["2"], serves: ["9"] },
  { id: "12", kind: "definition", printed: "f = Σ_i F_i θ_i", from: ["12.a"] },
  { id: "12.a", kind: "definition", printed: "∂V/∂r_i = −F_i", from: [] },
];
