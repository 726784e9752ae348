import type { Statement } from "../../../symbolic/statements/statement.js";
import * as by from "../steps.js";
import { dots } from "./readings.js";

const chained = ["4.a", "33.a", "35.a", "35.b", "36.a", "39"];
const all = "L ρ(Γ, t, Φ*, Π*)";
const here = "|_{Φ = Φ*}|_{Π = Π*}";
const rate = "∂ρ/∂t is 𝓛ρ by (4), with ρ at Φ = Φ*(Γ) and Π = Π*(Γ), where both sides are compared.";

/** The Liouville equation in two scales, the chain rule before (37) to (40). */
const scales: readonly Statement[] = [
  {
    id: "36.a",
    kind: "hypothesis",
    printed: "ρ depends on Γ directly and through Φ and Π",
    words: true,
    from: [],
    reading: "In the text: ρ(Γ, t) = Υ(Γ, t, Φ, Π), and the new function is called ρ again.",
  },
  {
    id: "36.b",
    kind: "identity",
    printed: `${all} = (−L0 ρ − Σ_i p_i/m_i · dΦ*/dr_i · ∂ρ/∂Φ − Σ_i F_i · dΠ*/dp_i · ∂ρ/∂Π)${here}`,
    from: chained,
    steps: by.script(by.unfold("4.a", "39"), by.chainRule("36.a"), by.chainRule("36.a"), by.unfold("35.a", "35.b")),
    reading: `${rate} ${dots}`,
  },
  {
    id: "37",
    kind: "identity",
    printed: `${all} = (−L0 ρ − ε^(1/2) P/m · ∂ρ/∂Φ − ε f · ∂ρ/∂Π)${here}`,
    from: ["2", "33", ...chained],
    steps: by.script(
      by.unfold("4.a", "39"),
      by.chainRule("36.a"),
      by.chainRule("36.a"),
      by.unfold("35.a", "35.b", "2", "33"),
    ),
    reading: `${rate} ${dots}`,
  },
  {
    id: "38",
    kind: "identity",
    printed: `${all} = ((L0 + ε L1) ρ)${here}`,
    from: ["30", "33", "40", ...chained],
    steps: by.script(
      by.unfold("4.a", "39", "40"),
      by.chainRule("36.a"),
      by.chainRule("36.a"),
      by.unfold("35.a", "35.b", "33", "30"),
    ),
    reading: rate,
  },
  {
    id: "38.a",
    kind: "hypothesis",
    printed: "∂ρ/∂t = (L0 + ε L1) ρ",
    from: ["39", "40"],
    reading:
      "(38) as it is printed and used: with (4) it holds at Φ*(Γ) and Π*(Γ), and it is supposed for Φ and Π as arguments.",
  },
  { id: "39", kind: "definition", printed: "L0 = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]", from: ["33.a"] },
  { id: "40", kind: "definition", printed: "L1 = −Π/m̂ · ∂/∂Φ − f · ∂/∂Π", from: ["33"], serves: ["38"] },
];

/** The expansion in ε and its lowest order, (41) to (48). */
const lowest: readonly Statement[] = [
  { id: "41", kind: "hypothesis", printed: "ρ = Σ_{n=0}^∞ ρ_n ε^n", from: [] },
  { id: "41.a", kind: "definition", printed: "t_n = ε^n t", from: [] },
  {
    id: "42",
    kind: "identity",
    printed: "∂/∂t = Σ_{n=0}^∞ ε^n ∂/∂t_n",
    from: ["41.a"],
    steps: by.script(by.slowTimes("41.a")),
  },
  { id: "43", kind: "definition", printed: "Λ_n = ∂/∂t_n − L_n", from: ["39", "40"], reading: "𝓛ₙ = 0 for n > 1." },
  {
    id: "43.a",
    kind: "identity",
    printed: "Λ_0 ρ_0 = 0",
    from: ["38.a", "41", "42", "43"],
    steps: by.script(by.unfold("43"), by.order("0", "38.a", "41", "42")),
  },
  {
    id: "43.b",
    kind: "identity",
    printed: "Λ_0 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}",
    from: ["38.a", "41", "42", "43", "43.d"],
    steps: by.script(by.unfold("43"), by.order("n", "38.a", "41", "42"), by.firstTerm, by.noHigherOperators("43.d")),
  },
  { id: "43.c", kind: "hypothesis", printed: "∂ρ_0/∂t_0 = 0", from: [], reading: "In the text: quasi-equilibrium." },
  {
    id: "43.d",
    kind: "definition",
    printed: "L_n = 0 for n > 1",
    words: true,
    from: [],
    reading: "Taken over from (15).",
  },
  {
    id: "44",
    kind: "identity",
    printed: "L0 ρ_0 = 0",
    from: ["43", "43.a", "43.c"],
    steps: by.script(by.onLeft(by.addEquation("43.a", "−1")), by.unfold("43"), by.substitute("43.c")),
  },
  {
    id: "44.a",
    kind: "identity",
    printed: "L0 Φ = 0",
    from: ["39"],
    steps: by.unfold("39"),
    reading: "Φ is an argument here, not the phase function.",
  },
  {
    id: "44.b",
    kind: "identity",
    printed: "L0 Π = 0",
    from: ["39"],
    steps: by.unfold("39"),
    reading: "Π is an argument here, not the phase function.",
  },
  { id: "44.c", kind: "definition", printed: "H = Σ_i (p_i^2/(2 m_i) + V(Γr))", from: [], serves: ["44.d", "56.m"] },
  {
    id: "44.d",
    kind: "identity",
    printed: "L0 H = 0",
    from: ["33.a", "39", "44.c"],
    steps: by.script(by.unfold("39", "44.c"), by.substitute("33.a")),
  },
  {
    id: "45",
    kind: "definition",
    printed: "ρ_0 = (e^{−β H} W(Φ, Π, t))/Q",
    from: ["44.c", "46"],
    serves: ["45.b", "54.c"],
  },
  {
    id: "45.a",
    kind: "definition",
    printed: "ρ̂ = e^{−β H}/Q",
    from: ["44.c", "46"],
    reading: "The second half of (45): … ≡ ρ̂W.",
  },
  {
    id: "45.b",
    kind: "identity",
    printed: "L0 ρ_0 = 0",
    from: ["33.a", "35", "35.a", "35.b", "39", "44.c", "45", "46"],
    steps: by.script(by.unfold("39", "45", "44.c"), by.substitute("33.a")),
    reading: "In the text: (45) solves (44).",
  },
  {
    id: "46",
    kind: "definition",
    printed: "Q(β, Φ, Π) = ∫ Δ(Γ*, Φ, Π) e^{−β H*} dΓ*",
    from: ["35", "35.a", "35.b", "44.c"],
  },
  { id: "47", kind: "definition", printed: "A^th = ∫ Δ ρ̂ A(Γ*) dΓ*", from: ["35", "35.a", "35.b", "45.a"] },
  { id: "48", kind: "hypothesis", printed: "lim_{t→∞} 1/t ∫_{−t}^0 e^{−L0 s} A ds = A^th", from: ["39", "47"] },
];

/** Section 3 from the chain rule before (37) to the Gibbs hypothesis (48). */
export const expansion: readonly Statement[] = [...scales, ...lowest];
