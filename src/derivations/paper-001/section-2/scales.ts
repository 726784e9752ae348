import type { Statement } from "../../../symbolic/statements/statement.js";
import { dots } from "./readings.js";

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
    printed: "L ρ = −L0 ρ − Σ_i p_i/m_i · dR*/dr_i · ∂ρ/∂R",
    from: ["4.a", "6.a", "7.a", "10", "12.a"],
    reading: `∂ρ/∂t is 𝓛ρ by (4), with all derivatives along every dependence. ${dots}`,
  },
  {
    id: "8",
    kind: "identity",
    printed: "L ρ = −L0 ρ − P/m · ∂ρ/∂R",
    from: ["2", "4.a", "6.a", "7.a", "10", "12.a"],
    reading: "∂ρ/∂t is 𝓛ρ by (4).",
  },
  {
    id: "9",
    kind: "identity",
    printed: "L ρ = (L0 + ε L1) ρ",
    from: ["2", "3", "4.a", "6.a", "7.a", "10", "11", "12.a"],
    reading: "∂ρ/∂t is 𝓛ρ by (4).",
  },
  { id: "10", kind: "definition", printed: "L0 = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]", from: ["12.a"] },
  { id: "11", kind: "definition", printed: "L1 = −P/m̂ · ∂/∂R", from: ["2"], serves: ["9"] },
  { id: "12", kind: "definition", printed: "f = Σ_i F_i θ_i", from: ["12.a"] },
  { id: "12.a", kind: "definition", printed: "∂V/∂r_i = −F_i", from: [] },
];
