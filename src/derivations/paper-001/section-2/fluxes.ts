import type { Statement } from "../../../symbolic/statements/statement.js";
import { exchange, fold, oddInMomentum, onRight, script, sift, stationary, substitute, unfold } from "../steps.js";
import { gibbs } from "./premises.js";
import { arguments2, dots } from "./readings.js";

const PA1 = "∫ Δ P*/m̂ A_1(Γ*, R*, t) dΓ*";
const inserted = `∫ Δ ρ̂ P*/m̂ W(R*, t) dΓ* + ε ${PA1} + ε [∫ Δ ρ̂ P*/m̂ ⊗ ∫_{−t_0}^0 e^{−L0 s} P*/m̂ ds · (β f^th W − ∂W/∂R) dΓ*]`;
const averaged = `(P/m̂)^th W(R, t) + ε ${PA1} + ε (P/m̂ · ∫_{−t_0}^0 e^{−L0 s} P/m̂ ds)^th (β f^th W − ∂W/∂R)`;
const closed = `ε ${PA1} + ε γ/m̂^2 · (β f^th W − ∂W/∂R)`;
const star = "W(R*, t) and its gradient at R* stand under Δ, where R* is R.";

/** The flux to second order and the Smoluchowski equation (29). */
export const closure: readonly Statement[] = [
  { id: "27.k", kind: "hypothesis", printed: "ρ = ρ_0 + ε ρ_1", from: ["13"], reading: "In the text: ρ up to O(ε²)." },
  {
    id: "27.l",
    kind: "identity",
    printed: "∫ Δ P*/m̂ ρ dΓ* = ∫ Δ P*/m̂ ρ(Γ*, t, R*) dΓ*",
    from: ["2", "6", "6.a"],
    steps: script(sift("6")),
    reading: arguments2,
  },
  {
    id: "27.m",
    kind: "limit",
    printed: "∫ Δ P*/m̂ ρ(Γ*, t, R*) dΓ* = ∫ Δ P*/m̂ (ρ_0 + ε ρ_1) dΓ*",
    from: ["2", "6", "6.a", "27.k"],
    steps: script(sift("6"), substitute("27.k")),
  },
  {
    id: "27.n",
    kind: "identity",
    printed: `∫ Δ P*/m̂ (ρ_0 + ε ρ_1) dΓ* = ${inserted}`,
    flow: "gibbs",
    from: ["17", "25", ...gibbs],
    steps: script(unfold("17"), substitute("25"), unfold("17.a"), sift("6")),
    reading: `Three vectors stand side by side: read as P* ⊗ (∫…) · (…). ${star}`,
  },
  {
    id: "27.o",
    kind: "identity",
    printed: `${inserted} = ${averaged}`,
    flow: "gibbs",
    from: gibbs,
    steps: script(unfold("19"), sift("6")),
  },
  {
    id: "27.p",
    kind: "identity",
    printed: `${averaged} = ${closed}`,
    flow: "gibbs",
    from: ["28", "23.c", ...gibbs],
    steps: script(substitute("23.c"), unfold("28", "19"), exchange),
    reading: dots,
  },
  {
    id: "28",
    kind: "definition",
    printed: "γ = ∫_{−t_0}^0 (P(0) · P(s))^th ds",
    flow: "gibbs",
    from: gibbs,
    serves: ["27.p"],
    reading: "γ is a tensor, as its use in (29) for more than one direction asks.",
  },
  {
    id: "28.a",
    kind: "limit",
    printed: `∂W̃/∂t = −ε^2 ∂/∂R · (${PA1}) + ε^2 ∂/∂R · [γ/m̂^2 · (∂W/∂R − β f^th W)]`,
    flow: "gibbs",
    from: ["7", "17", "25", "27.k", "28", ...gibbs],
    lemmas: ["18.a"],
    steps: script(
      substitute("7", "27.k"),
      unfold("17"),
      substitute("25"),
      unfold("28", "19", "17.a"),
      sift("6"),
      oddInMomentum("18.a"),
      exchange,
    ),
    reading: dots,
  },
  {
    id: "28.b",
    kind: "limit",
    printed: "W̃ = W̃_0 + ε W̃_1",
    from: ["5", "6", "6.a", "26", "27.k"],
    steps: script(unfold("5", "26"), substitute("27.k")),
  },
  { id: "28.c", kind: "hypothesis", printed: "A_1 = 0", from: [], reading: "In the text: closed only if A₁ = 0." },
  {
    id: "29",
    kind: "limit",
    printed: "∂W̃/∂t = ε^2 ∂/∂R · [γ/m̂^2 · (∂/∂R − β f^th) W̃]",
    flow: "gibbs",
    from: ["5", "7", "17", "23.c", "25", "27.k", "28", "28.c", ...gibbs],
    lemmas: ["18.a"],
    steps: script(
      substitute("7"),
      unfold("5"),
      substitute("27.k"),
      unfold("17"),
      substitute("25", "28.c"),
      onRight(fold("18")),
      fold("19"),
      unfold("28"),
      exchange,
      stationary("20"),
      substitute("23.c"),
      oddInMomentum("18.a"),
    ),
    reading: dots,
  },
];
