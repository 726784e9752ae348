import type { Statement } from "../../symbolic/statements/statement.js";

const dots = "A product of two vectors stands without its dot; the ranks leave no other reading.";
const arguments2 =
  "ρ(Γ*, t) and ρ(Γ*, t, R) are one function; its arguments are left out where the print shortens them.";

/** The six links of ∂W̃/∂t = … = −∂/∂R · ∫ρΔP*\/m dΓ*, before (7). */
const conservation: readonly Statement[] = [
  { id: "6.b", kind: "identity", printed: "∂W̃/∂t = ∫ Δ ∂ρ/∂t dΓ*", from: ["5", "6", "6.a"], reading: arguments2 },
  {
    id: "6.c",
    kind: "identity",
    printed: "∫ Δ ∂ρ/∂t dΓ* = −∫ Δ (Σ_i p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*) dΓ*",
    from: ["4", "6", "6.a", "12.a"],
    reading: "The brackets belong to the sum over both terms.",
  },
  {
    id: "6.d",
    kind: "identity",
    printed: "−∫ Δ (Σ_i p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*) dΓ* = ∫ ρ (Σ_i p_i*/m_i · ∂Δ/∂r_i* + F_i · ∂Δ/∂p_i*) dΓ*",
    from: ["6", "6.a", "12.a", "4.b"],
  },
  {
    id: "6.e",
    kind: "identity",
    printed:
      "∫ ρ (Σ_i p_i*/m_i · ∂Δ/∂r_i* + F_i · ∂Δ/∂p_i*) dΓ* = −∫ ρ (Σ_i p_i*/m_i · ∂R*/∂r_i* + F_i · ∂R*/∂p_i*) · ∂Δ/∂R dΓ*",
    from: ["6", "6.a", "12.a"],
    reading: dots,
  },
  {
    id: "6.f",
    kind: "identity",
    printed: "−∫ ρ (Σ_i p_i*/m_i · ∂R*/∂r_i* + F_i · ∂R*/∂p_i*) · ∂Δ/∂R dΓ* = ∂/∂R · (∫ ρ Δ L R* dΓ*)",
    from: ["4.a", "6", "6.a", "12.a"],
    reading: dots,
  },
  {
    id: "6.g",
    kind: "identity",
    printed: "∂/∂R · (∫ ρ Δ L R* dΓ*) = −∂/∂R · (∫ ρ Δ P*/m dΓ*)",
    from: ["2", "4.a", "6", "6.a", "12.a"],
    reading: dots,
  },
  {
    id: "7",
    kind: "identity",
    printed: "∂W̃/∂t = −ε ∂/∂R · (∫ ρ Δ P*/m̂ dΓ*)",
    from: ["2", "3", "4", "5", "6", "6.a", "12.a"],
    reading: dots,
  },
];

/** From the definitions to the conservation law (7). */
const conserved: readonly Statement[] = [
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

/** The Liouville equation in two scales, (8) to (12). */
const scales: readonly Statement[] = [
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

/** The expansion and its lowest order, (13) to (20). */
const lowest: readonly Statement[] = [
  { id: "13", kind: "hypothesis", printed: "ρ = Σ_{n=0}^∞ ρ_n ε^n", from: [] },
  { id: "13.a", kind: "definition", printed: "t_n = ε^n t", from: [] },
  { id: "14", kind: "identity", printed: "∂/∂t = Σ_{n=0}^∞ ε^n ∂/∂t_n", from: ["13.a"] },
  { id: "15", kind: "definition", printed: "Λ_n = ∂/∂t_n − L_n", from: ["10", "11"], reading: "𝓛ₙ = 0 for n > 1." },
  { id: "15.a", kind: "identity", printed: "Λ_0 ρ_0 = 0", from: ["9", "13", "14", "15"] },
  { id: "15.b", kind: "identity", printed: "Λ_0 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}", from: ["9", "13", "14", "15"] },
  { id: "15.c", kind: "hypothesis", printed: "∂ρ_0/∂t_0 = 0", from: [], reading: "In the text: quasi-equilibrium." },
  { id: "16", kind: "identity", printed: "L0 ρ_0 = 0", from: ["15", "15.a", "15.c"] },
  { id: "16.a", kind: "definition", printed: "H = Σ_i (p_i^2/(2 m_i) + V(Γr))", from: [], serves: ["16.b"] },
  { id: "16.b", kind: "identity", printed: "L0 H = 0", from: ["10", "12.a", "16.a"] },
  { id: "16.c", kind: "identity", printed: "L0 R = 0", from: ["10"] },
  { id: "17", kind: "definition", printed: "ρ_0 = e^{−β H} W(R, t)/Q", from: ["16.a", "18"], serves: ["17.b"] },
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
    reading: "In the text: (17) solves (16).",
  },
  { id: "18", kind: "definition", printed: "Q(β, R) = ∫ Δ(Γr*, R) e^{−β H*} dΓ*", from: ["6", "6.a", "16.a"] },
  { id: "19", kind: "definition", printed: "A^th = ∫ ρ̂ Δ A(Γ*) dΓ*", from: ["6", "6.a", "17.a"] },
  { id: "20", kind: "hypothesis", printed: "lim_{t→∞} 1/t ∫_{−t}^0 e^{−L0 s} A ds = A^th", from: ["10", "19"] },
];

const energy = ["6", "6.a", "10", "12.a", "16.a", "17.a", "18", "19"];

/** The first order and what its growth says, (21) to (25). */
const first: readonly Statement[] = [
  { id: "21", kind: "identity", printed: "Λ_0 ρ_1 = −Λ_1 ρ_0", from: ["15.b"] },
  {
    id: "21.a",
    kind: "identity",
    printed: "ρ_1 = e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} Λ_1 ρ_0 dt_0'",
    from: ["2", "11", "15", "17", ...energy],
    serves: ["21"],
  },
  {
    id: "21.b",
    kind: "identity",
    printed:
      "e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} Λ_1 ρ_0 dt_0' = e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} [ρ̂ ∂W/∂t_1 + P/m̂ ρ̂ · ∂W/∂R + P/m̂ · ∂ρ̂/∂R W] dt_0'",
    from: ["2", "11", "15", "17", ...energy],
  },
  {
    id: "22",
    kind: "identity",
    printed: "ρ_1 = e^{L0 t_0} A_1 − t_0 ρ̂ ∂W/∂t_1 + ρ̂ [β f^th W − ∂W/∂R] · ∫_{−t_0}^0 e^{−L0 s} P/m̂ ds",
    from: ["21.a", "2", "11", "12", "15", "17", ...energy],
  },
  { id: "22.a", kind: "identity", printed: "β f^th = ∂/∂R ln(Q)", from: ["12", ...energy] },
  { id: "23", kind: "hypothesis", printed: "f^th = lim_{t_0→∞} 1/t_0 ∫_{−t_0}^0 e^{−L0 s} f ds", from: ["20", "12"] },
  {
    id: "23.a",
    kind: "hypothesis",
    printed: "lim_{t_0→∞} 1/t_0 ρ_1 = 0",
    from: [],
    reading: "In the text: ρ₁ remains bounded.",
  },
  {
    id: "23.b",
    kind: "identity",
    printed: "∫_{−∞}^∞ k exp(k^2/(2 m)) dk = 0",
    from: [],
    reading: "In the text, of every direction k of a momentum pᵢ, without the zero.",
  },
  { id: "23.c", kind: "identity", printed: "P^th = 0", from: ["2", ...energy] },
  { id: "23.d", kind: "hypothesis", printed: "L0 A_1 = 0", from: ["10"] },
  {
    id: "23.e",
    kind: "limit",
    printed: "lim_{t_0→∞} ρ_1/t_0 = −∂W/∂t_1",
    flow: "gibbs",
    from: ["20", "22", "23.c", "23.d", "2", "12", ...energy],
  },
  { id: "24", kind: "limit", printed: "∂W/∂t_1 = 0", flow: "gibbs", from: ["23.a", "23.e"] },
  {
    id: "25",
    kind: "identity",
    printed: "ρ_1 = A_1 + ρ̂ [β f^th W − ∂W/∂R] · ∫_{−t_0}^0 e^{−L0 s} P/m̂ ds",
    from: ["22", "23.d", "24", "2", "12", ...energy],
    reading: dots,
  },
];

const A1 = "∫ Δ A_1(Γ*, R*, t) dΓ*";
const gibbs = ["2", "12", "20", ...energy];

/** The orders of the reduced density, (26), (27) and the two chains after it. */
const orders: readonly Statement[] = [
  { id: "26", kind: "definition", printed: "W̃_n(R, t) = ∫ Δ(Γr*, R) ρ_n dΓ*", from: ["6", "6.a"], reading: arguments2 },
  { id: "27", kind: "identity", printed: "W̃ = Σ_{n=0}^∞ ε^n W̃_n", from: ["5", "6", "6.a", "13", "26"] },
  { id: "27.a", kind: "identity", printed: "W̃_0 = ∫ Δ(Γr*, R) ρ_0 dΓ*", from: ["26"], reading: arguments2 },
  {
    id: "27.b",
    kind: "identity",
    printed: "∫ Δ(Γr*, R) ρ_0 dΓ* = ∫ Δ ρ_0(Γ*, R*, t) dΓ*",
    from: ["6", "6.a"],
    reading: arguments2,
  },
  {
    id: "27.c",
    kind: "identity",
    printed: "∫ Δ ρ_0(Γ*, R*, t) dΓ* = ∫ Δ ρ̂ W(R*, t) dΓ*",
    from: ["6", "6.a", "16.a", "17", "17.a", "18"],
  },
  { id: "27.d", kind: "identity", printed: "∫ Δ ρ̂ W(R*, t) dΓ* = W(R, t)", from: ["6", "6.a", "16.a", "17.a", "18"] },
  { id: "27.e", kind: "identity", printed: "W̃_1 = ∫ Δ ρ_1 dΓ*", from: ["26"], reading: arguments2 },
  {
    id: "27.f",
    kind: "identity",
    printed: "∫ Δ ρ_1 dΓ* = ∫ Δ [A_1 − ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds] dΓ*",
    flow: "gibbs",
    from: ["25", ...gibbs],
    reading: "ds stands before the integrand.",
  },
  {
    id: "27.g",
    kind: "identity",
    printed: `∫ Δ [A_1 − ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds] dΓ* = ${A1} − ∫ Δ ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ*`,
    flow: "gibbs",
    from: gibbs,
    reading: "The bar |_{R=R*} is what Δ does.",
  },
  {
    id: "27.h",
    kind: "identity",
    printed: `${A1} − ∫ Δ ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ* = ${A1} + (∫ Δ ρ̂ ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ*) · (−∂W/∂R + β f^th W(R, t))`,
    flow: "gibbs",
    from: gibbs,
  },
  {
    id: "27.i",
    kind: "identity",
    printed: `${A1} + (∫ Δ ρ̂ ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ*) · (−∂W/∂R + β f^th W(R, t)) = ${A1} + [∫_{−t_0}^0 (e^{−L0 s} P/m̂)^th ds] · (−∂W/∂R + β f^th W)`,
    flow: "gibbs",
    from: gibbs,
  },
  {
    id: "27.j",
    kind: "identity",
    printed: `${A1} + [∫_{−t_0}^0 (e^{−L0 s} P/m̂)^th ds] · (−∂W/∂R + β f^th W) = ${A1}`,
    flow: "gibbs",
    from: gibbs,
  },
];

const PA1 = "∫ Δ P*/m̂ A_1(Γ*, R*, t) dΓ*";
const inserted = `∫ Δ ρ̂ P*/m̂ W(R*, t) dΓ* + ε ${PA1} + ε [∫ Δ ρ̂ P*/m̂ ⊗ ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds · (β f^th W − ∂W/∂R) dΓ*]`;
const averaged = `(P/m̂)^th W(R, t) + ε ${PA1} + ε (P/m̂ · ∫_{−t_0}^0 e^{−L0 s} P/m̂ ds)^th (β f^th W − ∂W/∂R)`;
const closed = `ε ${PA1} + ε γ/m̂^2 · (β f^th W − ∂W/∂R)`;
const star = "W(R*, t) and its gradient at R* stand under Δ, where R* is R.";

/** The flux to second order and the Smoluchowski equation (29). */
const closure: readonly Statement[] = [
  { id: "27.k", kind: "limit", printed: "ρ = ρ_0 + ε ρ_1", from: ["13"], reading: "In the text: ρ up to O(ε²)." },
  {
    id: "27.l",
    kind: "identity",
    printed: "∫ Δ P*/m̂ ρ dΓ* = ∫ Δ P*/m̂ ρ(Γ*, R*, t) dΓ*",
    from: ["2", "6", "6.a"],
    reading: arguments2,
  },
  {
    id: "27.m",
    kind: "limit",
    printed: "∫ Δ P*/m̂ ρ(Γ*, R*, t) dΓ* = ∫ Δ P*/m̂ (ρ_0 + ε ρ_1) dΓ*",
    from: ["2", "6", "6.a", "27.k"],
  },
  {
    id: "27.n",
    kind: "identity",
    printed: `∫ Δ P*/m̂ (ρ_0 + ε ρ_1) dΓ* = ${inserted}`,
    flow: "gibbs",
    from: ["17", "25", ...gibbs],
    reading: `Three vectors stand side by side: read as P* ⊗ (∫…) · (…). ${star}`,
  },
  {
    id: "27.o",
    kind: "identity",
    printed: `${inserted} = ${averaged}`,
    flow: "gibbs",
    from: gibbs,
  },
  {
    id: "27.p",
    kind: "identity",
    printed: `${averaged} = ${closed}`,
    flow: "gibbs",
    from: ["28", "23.c", ...gibbs],
    reading: dots,
  },
  {
    id: "28",
    kind: "definition",
    printed: "γ = ∫_{−t_0}^0 (P(0) · P(s))^th ds",
    flow: "gibbs",
    from: gibbs,
    serves: ["28.a"],
    reading: "γ is a tensor, as its use in (29) for more than one direction asks.",
  },
  {
    id: "28.a",
    kind: "limit",
    printed: `∂W̃/∂t = −ε^2 ∂/∂R · (${PA1}) + ε^2 ∂/∂R · [γ/m̂^2 · (∂W/∂R − β f^th W)]`,
    flow: "gibbs",
    from: ["7", "17", "25", "27.k", "28", ...gibbs],
    reading: dots,
  },
  { id: "28.b", kind: "limit", printed: "W̃ = W̃_0 + ε W̃_1", from: ["5", "6", "6.a", "26", "27.k"] },
  { id: "28.c", kind: "hypothesis", printed: "A_1 = 0", from: [], reading: "In the text: closed only if A₁ = 0." },
  {
    id: "29",
    kind: "limit",
    printed: "∂W̃/∂t = ε^2 ∂/∂R · [γ/m̂^2 · (∂/∂R − β f^th) W̃]",
    flow: "gibbs",
    from: ["5", "7", "17", "25", "27.k", "28", "28.c", ...gibbs],
    reading: dots,
  },
];

/** Section 2 as printed, from the definitions to the Smoluchowski equation: every numbered equation and every display between. */
export const section2: readonly Statement[] = [...conserved, ...scales, ...lowest, ...first, ...orders, ...closure];
