import type { Statement } from "../../../symbolic/statements/statement.js";
import * as by from "../steps.js";
import { dots, shortened } from "./readings.js";

const phases = ["33.a", "35", "35.a", "35.b"];
const flux = "(Σ_i [p_i*/m_i · ∂Δ/∂r_i* + F_i · ∂Δ/∂p_i*])";
const along = (X: string) => `(Σ_i [p_i*/m_i · ∂${X}*/∂r_i* + F_i · ∂${X}*/∂p_i*])`;
const byParts = `−∫ ρ ${along("R")} · ε^(1/2) ∂Δ/∂Φ dΓ* − ∫ ρ ${along("P")} · ε^(1/2) ∂Δ/∂Π dΓ*`;
const liouville = "ε^(1/2) ∂/∂Φ · (∫ ρ Δ L R* dΓ*) + ε^(1/2) ∂/∂Π · (∫ ρ Δ L P* dΓ*)";
const moved = "−ε^(1/2) ∂/∂Φ · (∫ ρ Δ P*/m dΓ*) − ε^(1/2) ∂/∂Π · (∫ ρ Δ Σ_i F_i θ_i dΓ*)";

/** The scaled order parameters, (30) to (35). */
const scaled: readonly Statement[] = [
  { id: "30", kind: "definition", printed: "ε = m̂/m", from: ["0.b"] },
  {
    id: "31",
    kind: "definition",
    printed: "Φ* = ε^(1/2) R*",
    from: ["1"],
    reading: "Φ is the phase function here, which (35) calls Φ*.",
  },
  {
    id: "32",
    kind: "definition",
    printed: "Π* = ε^(1/2) P*",
    from: ["2"],
    reading: "Π is the phase function here, which (35) calls Π*.",
  },
  { id: "33", kind: "definition", printed: "f = ε^(−1/2) Σ_i F_i θ_i", from: ["33.a"] },
  { id: "33.a", kind: "definition", printed: "∂V/∂r_i = −F_i", from: [] },
  { id: "34", kind: "definition", printed: "W̃(Φ, Π, t) = ∫ Δ(Γ*, Φ, Π) ρ dΓ*", from: ["35"], reading: shortened },
  { id: "35", kind: "definition", printed: "Δ(Γ*, Φ, Π) = δ(Φ − Φ*) δ(Π − Π*)", from: ["35.a", "35.b"] },
  { id: "35.a", kind: "definition", printed: "Φ* = ε^(1/2) Σ_i m_i/m r_i* θ_i", from: ["0.b"] },
  { id: "35.b", kind: "definition", printed: "Π* = ε^(1/2) Σ_i p_i* θ_i", from: ["0.a"] },
];

/** The links of ∂W̃/∂t = … before (36), and the conservation law (36). */
const conserved: readonly Statement[] = [
  {
    id: "35.c",
    kind: "identity",
    printed: "∂W̃/∂t = ∫ Δ ∂ρ/∂t dΓ*",
    from: ["34", ...phases, "4.b"],
    steps: by.script(by.unfold("34"), by.underTheIntegral("4.b")),
    reading: shortened,
  },
  {
    id: "35.d",
    kind: "identity",
    printed: "∫ Δ ∂ρ/∂t dΓ* = −∫ Δ (Σ_i [p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*]) dΓ*",
    from: ["4", ...phases],
    steps: by.substitute("4"),
    reading: "The brackets belong to the sum over both terms.",
  },
  {
    id: "35.e",
    kind: "identity",
    printed: `−∫ Δ (Σ_i [p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*]) dΓ* = ∫ ρ ${flux} dΓ*`,
    from: ["4.b", ...phases],
    steps: by.script(by.byParts("ρ", "4.b")),
  },
  {
    id: "35.f",
    kind: "identity",
    printed: `∫ ρ ${flux} dΓ* = ${byParts}`,
    from: ["1", "2", ...phases],
    steps: by.script(by.throughDelta("35"), by.unfold("35.a", "35.b", "1", "2")),
    reading: dots,
  },
  {
    id: "35.g",
    kind: "identity",
    printed: `${byParts} = ${liouville}`,
    from: ["1", "2", "4.a", ...phases, "4.b"],
    steps: by.script(by.unfold("4.a", "1", "2"), by.underTheIntegral("4.b")),
    reading: dots,
  },
  {
    id: "35.h",
    kind: "identity",
    printed: `${liouville} = ${moved}`,
    from: ["1", "2", "4.a", ...phases],
    steps: by.unfold("4.a", "1", "2"),
    reading: dots,
  },
  {
    id: "36",
    kind: "identity",
    printed: "∂W̃/∂t = −ε ∂/∂Φ · (∫ ρ Δ Π*/m̂ dΓ*) − ε ∂/∂Π · (∫ ρ Δ f dΓ*)",
    from: ["4", "30", "33", "34", ...phases, "4.b"],
    steps: by.script(
      by.unfold("34"),
      by.underTheIntegral("4.b"),
      by.substitute("4"),
      by.byParts("ρ", "4.b"),
      by.throughDelta("35"),
      by.unfold("35.a", "35.b", "33", "30"),
    ),
    reading: dots,
  },
];

/** Section 3 from the scaled order parameters to the conservation law (36). */
export const kinetic: readonly Statement[] = [...scaled, ...conserved];
