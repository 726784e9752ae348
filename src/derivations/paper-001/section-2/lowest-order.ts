import type { Statement } from "../../../symbolic/statements/statement.js";
import { addEquation, onLeft, order, script, slowTimes, substitute, unfold } from "../steps.js";

/** The expansion and its lowest order, (13) to (20). */
export const lowest: readonly Statement[] = [
  { id: "13", kind: "hypothesis", printed: "ρ = Σ_{n=0}^∞ ρ_n ε^n", from: [] },
  { id: "13.a", kind: "definition", printed: "t_n = ε^n t", from: [] },
  {
    id: "14",
    kind: "identity",
    printed: "∂/∂t = Σ_{n=0}^∞ ε^n ∂/∂t_n",
    from: ["13.a"],
    steps: script(slowTimes("13.a")),
  },
  { id: "15", kind: "definition", printed: "Λ_n = ∂/∂t_n − L_n", from: ["10", "11"], reading: "𝓛ₙ = 0 for n > 1." },
  {
    id: "15.a",
    kind: "identity",
    printed: "Λ_0 ρ_0 = 0",
    from: ["9.a", "13", "14", "15"],
    steps: script(unfold("15"), order("0", "9.a", "13", "14")),
  },
  { id: "15.b", kind: "identity", printed: "Λ_0 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}", from: ["9.a", "13", "14", "15"] },
  { id: "15.c", kind: "hypothesis", printed: "∂ρ_0/∂t_0 = 0", from: [], reading: "In the text: quasi-equilibrium." },
  {
    id: "16",
    kind: "identity",
    printed: "L0 ρ_0 = 0",
    from: ["15", "15.a", "15.c"],
    steps: script(onLeft(addEquation("15.a", "−1")), unfold("15"), substitute("15.c")),
  },
  { id: "16.a", kind: "definition", printed: "H = Σ_i (p_i^2/(2 m_i) + V(Γr))", from: [], serves: ["16.b", "22.a"] },
  {
    id: "16.b",
    kind: "identity",
    printed: "L0 H = 0",
    from: ["10", "12.a", "16.a"],
    steps: script(unfold("10", "16.a"), substitute("12.a")),
  },
  { id: "16.c", kind: "identity", printed: "L0 R = 0", from: ["10"], steps: unfold("10") },
  {
    id: "17",
    kind: "definition",
    printed: "ρ_0 = (e^{−β H} W(R, t))/Q",
    from: ["16.a", "18"],
    serves: ["17.b", "27.c"],
  },
  {
    id: "17.a",
    kind: "definition",
    printed: "ρ̂ = e^{−β H}/Q",
    from: ["16.a", "18"],
    reading: "The second half of (17): … ≡ ρ̂W.",
  },
  {
    id: "17.b",
    kind: "identity",
    printed: "L0 ρ_0 = 0",
    from: ["10", "12.a", "16.a", "17", "18"],
    steps: script(unfold("10", "17", "16.a"), substitute("12.a")),
    reading: "In the text: (17) solves (16).",
  },
  { id: "18", kind: "definition", printed: "Q(β, R) = ∫ Δ(Γr*, R) e^{−β H*} dΓ*", from: ["6", "6.a", "16.a"] },
  {
    id: "18.a",
    kind: "hypothesis",
    printed: "e^{−β H} decays at infinity",
    words: true,
    from: [],
    reading: "Not in the text: as it must for (18) to exist.",
  },
  { id: "19", kind: "definition", printed: "A^th = ∫ ρ̂ Δ A(Γ*) dΓ*", from: ["6", "6.a", "17.a"] },
  { id: "20", kind: "hypothesis", printed: "lim_{t→∞} 1/t ∫_{−t}^0 e^{−L0 s} A ds = A^th", from: ["10", "19"] },
];
