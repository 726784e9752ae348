import type { Statement } from "../../../symbolic/statements/statement.js";
import { unfold } from "../steps.js";
import { conservation } from "./conservation.js";
import { arguments2 } from "./readings.js";

/** From the definitions to the conservation law (7). */
export const conserved: readonly Statement[] = [
  {
    id: "0.a",
    kind: "definition",
    printed: "θ_i = 1 if atom i is in the nanoparticle, 0 otherwise",
    words: true,
    from: [],
  },
  { id: "0.b", kind: "definition", printed: "m = Σ_i m_i θ_i", from: ["0.a"] },
  {
    id: "1",
    kind: "definition",
    printed: "R* = Σ_i m_i/m r_i θ_i",
    from: ["0.b"],
    reading: "R here is the phase function, which (6) calls R*.",
  },
  { id: "2", kind: "definition", printed: "P = Σ_i p_i θ_i", from: ["0.a"] },
  { id: "3", kind: "definition", printed: "ε = m̂/m", from: ["0.b"] },
  {
    id: "3.a",
    kind: "identity",
    printed: "P/m = ε P/m̂",
    from: ["2", "3"],
    steps: unfold("3"),
    reading: "In the text: dR/dt = P/m = ε P/m̂.",
  },
  { id: "4", kind: "hypothesis", printed: "∂ρ/∂t = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i] ρ", from: ["12.a"] },
  {
    id: "4.a",
    kind: "definition",
    printed: "L = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]",
    from: ["4"],
    reading: "The second half of (4): … ≡ 𝓛ρ.",
  },
  { id: "4.b", kind: "hypothesis", printed: "ρ decays at infinity", words: true, from: [] },
  { id: "5", kind: "definition", printed: "W̃(R, t) = ∫ Δ(Γr*, R) ρ dΓ*", from: [], reading: arguments2 },
  { id: "6", kind: "definition", printed: "Δ(Γr*, R) = δ(R − R*)", from: ["6.a"] },
  { id: "6.a", kind: "definition", printed: "R* = Σ_i m_i/m r_i* θ_i", from: ["0.b"] },
  ...conservation,
];
