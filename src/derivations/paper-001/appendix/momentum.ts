import type { Statement } from "../../../symbolic/statements/statement.js";
import { ensemble } from "../section-3/readings.js";
import { script, substitute, unfold } from "../steps.js";
import * as by from "./steps.js";

const kinetic = ["56.u", "56.v"];
const direction = ["30", "0.b", "57.b"];
const whole = "∫ δ(Π − Π*) e^{−β K_1*} dΓ1*";
const gaussian = "exp(−β/(2 m_l) x_l^2)";
const listed = "The product over the M momenta of the nanoparticle, printed with dots.";

const fourier = "1/sqrt(2 π) ∫_{−∞}^∞ exp[i k (Πx − sqrt(ε) Σ_{l=1}^M x_l)] dk";
const together = `1/sqrt(2 π) ∫ (∫_{−∞}^∞ exp[i k (Πx − sqrt(ε) Σ_{l=1}^M x_l)] dk) (∏_{l=1}^M ${gaussian}) dΓx*`;
const apart = "1/sqrt(2 π) ∫_{−∞}^∞ exp(i k Πx) (∏_{l=1}^M [∫_{−∞}^∞ exp(−i k sqrt(ε) z) exp(−β/(2 m_l) z^2) dz]) dk";
const transformed = "∫_{−∞}^∞ e^{i k Πx} (∏_{l=1}^M [sqrt(m_l/β) e^{−ε m_l k^2/(2 β)}]) dk";
const gathered = "(∏_{l=1}^M sqrt(m_l/(2 π β))) ∫_{−∞}^∞ exp(i k Πx) exp[−ε k^2/(2 β) m] dk";

/** Q as a product of three integrals, (57). */
const split: readonly Statement[] = [
  {
    id: "56.t",
    kind: "identity",
    printed: "∂ρ̂/∂Π = β ρ̂ Π/m̂",
    from: ["30", ...ensemble],
    steps: substitute("58.a"),
    lemmas: ["58.a"],
    reading: "Claimed here and proved below.",
  },
  { id: "56.u", kind: "definition", printed: "K_0 = Σ_i p_i^2/(2 m_i) (1 − θ_i)", from: ["0.a"] },
  { id: "56.v", kind: "definition", printed: "K_1 = Σ_i p_i^2/(2 m_i) θ_i", from: ["0.a"] },
  {
    id: "57",
    kind: "identity",
    printed: `Q(β, Φ, Π) = (∫ δ(Φ − Φ*) e^{−β V*} dΓr*) (∫ e^{−β K_0*} dΓ0*) (${whole})`,
    from: [...kinetic, ...ensemble],
    steps: script(unfold("46", "35", "35.a", "35.b", "44.c", "56.u", "56.v"), by.apart("0.a")),
  },
];

/** The integral over the momenta of the nanoparticle, one direction at a time. */
const oneDirection: readonly Statement[] = [
  {
    id: "57.a",
    kind: "definition",
    printed: `I_x = ∫ δ(Πx − Πx*) (∏_{l=1}^M ${gaussian}) dΓx*`,
    from: ["57.b"],
    reading: "In the text: the x-direction of the Γ₁* integral; xₗ is the x-momentum of atom l of the nanoparticle.",
  },
  { id: "57.b", kind: "definition", printed: "Πx* = sqrt(ε) Σ_{l=1}^M x_l", from: [] },
  {
    id: "57.c",
    kind: "identity",
    printed: `δ(Πx − Πx*) = ${fourier}`,
    from: ["57.b"],
    steps: script(by.fourier("Πx"), unfold("57.b")),
  },
  {
    id: "57.d",
    kind: "identity",
    printed: "exp(−λ k^2) = 1/sqrt(2 π) ∫_{−∞}^∞ 1/sqrt(4 π λ) exp(−i k z) exp(−z^2/(4 λ)) dz",
    from: [],
    steps: script(by.gaussian),
  },
  {
    id: "57.e",
    kind: "identity",
    printed: `I_x = ${together}`,
    from: ["57.a", "57.b"],
    steps: script(unfold("57.a"), by.fourier("Πx"), unfold("57.b")),
    reading: listed,
  },
  {
    id: "57.f",
    kind: "identity",
    printed: `${together} = ${apart}`,
    from: [],
    steps: script(by.exchange, by.eachMomentum()),
    reading: `${listed} Within each bracket the bound x-momentum is called z.`,
  },
  {
    id: "57.g",
    kind: "identity",
    printed: `${apart} = ${transformed}`,
    from: [],
    steps: script(by.gaussian),
    reading: listed,
  },
  {
    id: "57.h",
    kind: "identity",
    printed: `${transformed} = ${gathered}`,
    from: direction,
    steps: script(unfold("0.b"), by.numberAtoms("0.a")),
    reading: listed,
  },
  {
    id: "57.i",
    kind: "identity",
    printed: `${gathered} = C_1 exp(−β/(2 m̂) Πx^2)`,
    from: ["57.j", ...direction],
    steps: script(by.gaussian, unfold("57.j", "30")),

    reading: listed,
  },
  {
    id: "57.j",
    kind: "definition",
    printed: "C_1 = (∏_{l=1}^M sqrt(m_l/(2 π β))) sqrt(2 π β/m̂)",
    from: [],
    serves: ["57.k", "57.i"],
    reading: listed,
  },
];

/** Q and ρ̂ with their dependence on Π, (58). */
const result: readonly Statement[] = [
  {
    id: "57.k",
    kind: "identity",
    printed: `${whole} = (C_1)^3 exp(−β/(2 m̂) Π^2)`,
    from: ["30", "0.b", "35.b", "56.v", "57.j"],
    steps: script(
      unfold("56.v", "35.b"),
      by.fourier("Π", "57.o"),
      by.numberAtoms("0.a"),
      by.exchange,
      by.eachMomentum("57.o"),
      by.gaussian,
      by.foldSum("0.b", "0.a"),
      unfold("57.j", "30"),
    ),
    lemmas: ["57.o"],
    reading: "Of three directions.",
  },
  {
    id: "57.o",
    kind: "hypothesis",
    printed: "space has 3 directions",
    words: true,
    from: [],
    reading: "In the text: one integral each in the x, y and z directions.",
  },
  {
    id: "57.l",
    kind: "identity",
    printed: "Q(β, Φ, Π) = Q_1(Φ) (C_1)^3 C_2 exp(−β/(2 m̂) Π^2)",
    from: ["30", "57.j", "57.m", "57.n", ...kinetic, ...ensemble],
    steps: script(substitute("57", "57.k"), unfold("57.m", "57.n")),
    lemmas: ["57", "57.k"],
    reading: "Of three directions.",
  },
  { id: "57.m", kind: "definition", printed: "Q_1(Φ) = ∫ δ(Φ − Φ*) e^{−β V*} dΓr*", from: ["35.a"] },
  { id: "57.n", kind: "definition", printed: "C_2 = ∫ e^{−β K_0*} dΓ0*", from: ["56.u"] },
  {
    id: "58",
    kind: "identity",
    printed: "ρ̂ = e^{−β H}/(Q_1(Φ) (C_1)^3 C_2) exp(β/(2 m̂) Π^2)",
    from: ["30", "57.j", "57.m", "57.n", ...kinetic, ...ensemble],
    steps: script(unfold("45.a"), substitute("57.l")),
    lemmas: ["57.l"],
    reading: "Of three directions.",
  },
  {
    id: "58.a",
    kind: "identity",
    printed: "∂ρ̂/∂Π = β ρ̂ Π/m̂",
    from: ["30", "58", "57.j", "57.m", "57.n", ...kinetic, ...ensemble],
    steps: substitute("58"),
  },
];

/** The appendix's second half: the derivative of ρ̂ by Π. */
export const momentum: readonly Statement[] = [...split, ...oneDirection, ...result];
