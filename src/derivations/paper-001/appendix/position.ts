import type { Statement } from "../../../symbolic/statements/statement.js";
import { ensemble } from "../section-3/readings.js";
import { addEquation, byParts, onLeft, script, substitute, underTheIntegral, unfold } from "../steps.js";
import * as by from "./steps.js";

const shift = ["33", "33.a", "35.a", "35.b", "56.g"];
const factor = "−ρ̂ β ∫ 1/Q Δ e^{−β H*} f* dΓ*";

/** ∂Q/∂Φ as an average of the force. */
const partition: readonly Statement[] = [
  {
    id: "56.a",
    kind: "identity",
    printed: "∂ρ̂/∂Φ = −β ρ̂ f^th",
    from: ensemble,
    steps: script(unfold("45.a"), substitute("56.m"), unfold("47", "45.a")),
    lemmas: ["56.m"],
    reading: "Claimed here and proved below.",
  },
  { id: "56.b", kind: "identity", printed: "∂ρ̂/∂Φ = −e^{−β H}/Q^2 ∂Q/∂Φ", from: ensemble, steps: unfold("45.a") },
  { id: "56.c", kind: "identity", printed: "∂/∂Φ (e^{−β H}) = 0", from: ["44.c"], steps: script() },
  {
    id: "56.d",
    kind: "identity",
    printed: "∂Q/∂Φ = ∫ ∂Δ/∂Φ e^{−β H*} dΓ*",
    from: ensemble,
    steps: script(unfold("46"), underTheIntegral("18.a")),
    lemmas: ["18.a"],
  },
  {
    id: "56.e",
    kind: "identity",
    printed: "∫ ∂Δ/∂Φ e^{−β H*} dΓ* = −∫ ∂Δ/∂Φ* e^{−β H*} dΓ*",
    from: ensemble,
    steps: script(onLeft(by.starOfDelta("35"))),
  },
  {
    id: "56.f",
    kind: "identity",
    printed: "−∫ ∂Δ/∂Φ* e^{−β H*} dΓ* = ε^(−1/2) ∫ Δ ∂/∂R* (e^{−β H*}) dΓ*",
    from: ["56.g", ...ensemble],
    steps: script(by.displacement("56.g", "31"), byParts("Δ", "18.a")),
    lemmas: ["18.a"],
    reading: "The extraction leaves ǫ^{−1/2} apart from its integral.",
  },
  {
    id: "56.g",
    kind: "definition",
    printed: "r_i = σ_i + R* θ_i",
    from: ["0.a"],
    reading: "R is the phase function here. ∂/∂R* and ∂/∂Φ* move it at constant σᵢ.",
  },
  {
    id: "56.h",
    kind: "identity",
    printed: "Σ_i σ_i θ_i = 0",
    from: ["1", "56.g"],
    steps: script(onLeft(addEquation("1", "−m")), unfold("56.g"), by.zeroOrOne("0.a"), by.foldSum("0.b")),
    reading: "Said to follow from the residual displacements.",
  },
  {
    id: "56.i",
    kind: "identity",
    printed: "∂V/∂R* = Σ_i ∂V/∂r_i θ_i",
    from: shift,
    steps: script(by.displacement("56.g")),
  },
  {
    id: "56.j",
    kind: "identity",
    printed: "Σ_i ∂V/∂r_i θ_i = −ε^(1/2) f",
    from: ["33", "33.a"],
    steps: script(unfold("33"), substitute("33.a")),
  },
  {
    id: "56.k",
    kind: "identity",
    printed: "∂/∂R* (e^{−β H*}) = −β e^{−β H*} ∂V*/∂R*",
    from: ["44.c", ...shift],
    steps: script(by.displacement("56.g"), unfold("44.c")),
  },
  {
    id: "56.l",
    kind: "identity",
    printed: "−β e^{−β H*} ∂V*/∂R* = β ε^(1/2) f* e^{−β H*}",
    from: ["44.c", ...shift],
    steps: script(by.displacement("56.g"), unfold("33"), substitute("33.a")),
  },
  {
    id: "56.m",
    kind: "identity",
    printed: "∂Q/∂Φ = ε^(−1/2) ∫ Δ e^{−β H*} β ε^(1/2) f* dΓ*",
    from: ensemble,
    steps: script(
      unfold("46"),
      underTheIntegral("18.a"),
      by.starOfDelta("35"),
      by.displacement("56.g", "31"),
      byParts("Δ", "18.a"),
      unfold("44.c", "33"),
      substitute("33.a"),
    ),
    lemmas: ["18.a", "56.g"],
  },
  {
    id: "56.n",
    kind: "identity",
    printed: "ε^(−1/2) ∫ Δ e^{−β H*} β ε^(1/2) f* dΓ* = β ∫ Δ e^{−β H*} f* dΓ*",
    from: ensemble,
    steps: script(),
  },
];

/** The chain that ends in ∂ρ̂/∂Φ = −βρ̂fᵗʰ. */
const density: readonly Statement[] = [
  { id: "56.o", kind: "identity", printed: "∂ρ̂/∂Φ = −e^{−β H}/Q^2 ∂Q/∂Φ", from: ensemble, steps: unfold("45.a") },
  {
    id: "56.p",
    kind: "identity",
    printed: "−e^{−β H}/Q^2 ∂Q/∂Φ = −ρ̂ (1/Q ∂Q/∂Φ)",
    from: ensemble,
    steps: unfold("45.a"),
    reading: "The dot between the scalar 1/Q and ∂Q/∂Φ is a product.",
  },
  {
    id: "56.q",
    kind: "identity",
    printed: `−ρ̂ (1/Q ∂Q/∂Φ) = ${factor}`,
    from: ensemble,
    steps: substitute("56.m"),
    lemmas: ["56.m"],
  },
  { id: "56.r", kind: "identity", printed: `${factor} = −β ρ̂ (∫ Δ ρ̂ f* dΓ*)`, from: ensemble, steps: unfold("45.a") },
  { id: "56.s", kind: "identity", printed: "−β ρ̂ (∫ Δ ρ̂ f* dΓ*) = −β ρ̂ f^th", from: ensemble, steps: unfold("47") },
];

/** The appendix's first half: the derivative of ρ̂ by Φ. */
export const position: readonly Statement[] = [...partition, ...density];
