import type { Statement } from "../../../symbolic/statements/statement.js";
import { exchange, fold, script, sift, stationary, substitute, unfold } from "../steps.js";
import { gibbs } from "./premises.js";
import { arguments2 } from "./readings.js";

const A1 = "∫ Δ A_1(Γ*, R*, t) dΓ*";

/** The orders of the reduced density, (26), (27) and the two chains after it. */
export const orders: readonly Statement[] = [
  { id: "26", kind: "definition", printed: "W̃_n(R, t) = ∫ Δ(Γr*, R) ρ_n dΓ*", from: ["6", "6.a"], reading: arguments2 },
  {
    id: "27",
    kind: "identity",
    printed: "W̃ = Σ_{n=0}^∞ ε^n W̃_n",
    from: ["5", "6", "6.a", "13", "26"],
    steps: script(unfold("5"), substitute("13"), unfold("26")),
  },
  {
    id: "27.a",
    kind: "identity",
    printed: "W̃_0 = ∫ Δ(Γr*, R) ρ_0 dΓ*",
    from: ["26"],
    steps: unfold("26"),
    reading: arguments2,
  },
  {
    id: "27.b",
    kind: "identity",
    printed: "∫ Δ(Γr*, R) ρ_0 dΓ* = ∫ Δ ρ_0(Γ*, t, R*) dΓ*",
    from: ["6", "6.a"],
    steps: script(sift("6")),
    reading: arguments2,
  },
  {
    id: "27.c",
    kind: "identity",
    printed: "∫ Δ ρ_0(Γ*, t, R*) dΓ* = ∫ Δ ρ̂ W(R*, t) dΓ*",
    from: ["6", "6.a", "16.a", "17", "17.a", "18"],
    steps: script(unfold("17", "17.a"), sift("6")),
  },
  {
    id: "27.d",
    kind: "identity",
    printed: "∫ Δ ρ̂ W(R*, t) dΓ* = W(R, t)",
    from: ["6", "6.a", "16.a", "17.a", "18"],
    steps: script(unfold("17.a"), sift("6"), fold("18")),
  },
  {
    id: "27.e",
    kind: "identity",
    printed: "W̃_1 = ∫ Δ ρ_1 dΓ*",
    from: ["26"],
    steps: unfold("26"),
    reading: arguments2,
  },
  {
    id: "27.f",
    kind: "identity",
    printed: "∫ Δ ρ_1 dΓ* = ∫ Δ [A_1 − ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds] dΓ*",
    flow: "gibbs",
    from: ["25", ...gibbs],
    steps: substitute("25"),
    reading: "ds stands before the integrand.",
  },
  {
    id: "27.g",
    kind: "identity",
    printed: `∫ Δ [A_1 − ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds] dΓ* = ${A1} − ∫ Δ ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ*`,
    flow: "gibbs",
    from: gibbs,
    steps: script(sift("6")),
    reading: "The bar |_{R=R*} is what Δ does.",
  },
  {
    id: "27.h",
    kind: "identity",
    printed: `${A1} − ∫ Δ ρ̂ (∂W/∂R − β f^th W) · ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ* = ${A1} + (∫ Δ ρ̂ ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ*) · (−∂W/∂R + β f^th W(R, t))`,
    flow: "gibbs",
    from: gibbs,
    steps: script(),
  },
  {
    id: "27.i",
    kind: "identity",
    printed: `${A1} + (∫ Δ ρ̂ ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds dΓ*) · (−∂W/∂R + β f^th W(R, t)) = ${A1} + [∫_{−t_0}^0 (e^{−L0 s} P/m̂)^th ds] · (−∂W/∂R + β f^th W)`,
    flow: "gibbs",
    from: gibbs,
    steps: script(unfold("19"), exchange),
  },
  {
    id: "27.j",
    kind: "identity",
    printed: `${A1} + [∫_{−t_0}^0 (e^{−L0 s} P/m̂)^th ds] · (−∂W/∂R + β f^th W) = ${A1}`,
    flow: "gibbs",
    from: ["23.c", ...gibbs],
    steps: script(stationary("20"), substitute("23.c")),
  },
];
