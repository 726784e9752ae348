import type { Statement } from "../../../symbolic/statements/statement.js";
import { byParts, script, substitute, throughDelta, underTheIntegral, unfold } from "../steps.js";
import { arguments2, dots } from "./readings.js";

const flux = script(unfold("4.a", "6.a", "2"));

/** The six links of ∂W̃/∂t = … = −∂/∂R · ∫ρΔP*\/m dΓ*, before (7). */
export const conservation: readonly Statement[] = [
  {
    id: "6.b",
    kind: "identity",
    printed: "∂W̃/∂t = ∫ Δ ∂ρ/∂t dΓ*",
    from: ["5", "6", "6.a", "4.b"],
    steps: script(unfold("5"), underTheIntegral("4.b")),
    reading: arguments2,
  },
  {
    id: "6.c",
    kind: "identity",
    printed: "∫ Δ ∂ρ/∂t dΓ* = −∫ Δ (Σ_i [p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*]) dΓ*",
    from: ["4", "6", "6.a", "12.a"],
    steps: substitute("4"),
    reading: "The brackets belong to the sum over both terms.",
  },
  {
    id: "6.d",
    kind: "identity",
    printed:
      "−∫ Δ (Σ_i [p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*]) dΓ* = ∫ ρ (Σ_i [p_i*/m_i · ∂Δ/∂r_i* + F_i · ∂Δ/∂p_i*]) dΓ*",
    from: ["6", "6.a", "12.a", "4.b"],
    steps: script(byParts("ρ", "4.b")),
  },
  {
    id: "6.e",
    kind: "identity",
    printed:
      "∫ ρ (Σ_i [p_i*/m_i · ∂Δ/∂r_i* + F_i · ∂Δ/∂p_i*]) dΓ* = −∫ ρ (Σ_i [p_i*/m_i · ∂R*/∂r_i* + F_i · ∂R*/∂p_i*]) · ∂Δ/∂R dΓ*",
    from: ["6", "6.a", "12.a"],
    steps: script(throughDelta("6"), unfold("6.a")),
    reading: dots,
  },
  {
    id: "6.f",
    kind: "identity",
    printed: "−∫ ρ (Σ_i [p_i*/m_i · ∂R*/∂r_i* + F_i · ∂R*/∂p_i*]) · ∂Δ/∂R dΓ* = ∂/∂R · (∫ ρ Δ L R* dΓ*)",
    from: ["4.a", "6", "6.a", "12.a", "4.b"],
    steps: script(unfold("4.a"), underTheIntegral("4.b")),
    reading: dots,
  },
  {
    id: "6.g",
    kind: "identity",
    printed: "∂/∂R · (∫ ρ Δ L R* dΓ*) = −∂/∂R · (∫ ρ Δ P*/m dΓ*)",
    from: ["2", "4.a", "6", "6.a", "12.a"],
    steps: flux,
    reading: dots,
  },
  {
    id: "7",
    kind: "identity",
    printed: "∂W̃/∂t = −ε ∂/∂R · (∫ ρ Δ P*/m̂ dΓ*)",
    from: ["2", "3", "4", "5", "6", "6.a", "12.a", "4.b"],
    steps: script(
      unfold("5"),
      underTheIntegral("4.b"),
      substitute("4"),
      byParts("ρ", "4.b"),
      throughDelta("6"),
      unfold("6.a", "2", "3"),
    ),
    reading: dots,
  },
];
