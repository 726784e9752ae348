import { section2, section3 } from "../../../src/derivations/paper-001/declarations.js";
import * as by from "../../../src/derivations/paper-001/steps.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/index.js";
import type { Grounds } from "../../../src/symbolic/statements/interpreters.js";
import type { Step } from "../../../src/symbolic/statements/statement.js";
import type { Declarations } from "../../../src/symbolic/terms/declarations.js";
import type { Case } from "./replayed-paper.js";

const definitions = {
  2: "P = Σ_i p_i θ_i",
  "13.a": "t_n = ε^n t",
  12: "f = Σ_i F_i θ_i",
  "16.a": "H = Σ_i p_i^2/(2 m_i) + V",
  "57.b": "Πx* = sqrt(ε) Σ_{l=1}^M x_l",
};
const premises = {
  20: "lim_{t→∞} 1/t ∫_{−t}^0 e^{−L0 s} A ds = A^th",
  "23.d": "L0 A_1 = 0",
  weighed: "θ_i p_i = 0",
};
const words = new Map([
  ["0.a", "θ_i = 1 if atom i is in the nanoparticle, 0 otherwise"],
  ["15.d", "L_n = 0 for n > 1"],
  ["18.a", "e^{−β H} decays at infinity"],
]);

const groundsIn = (declarations: Declarations): Grounds => ({
  declarations,
  equations: new Map(
    Object.entries({ ...definitions, ...premises })
      .filter(([id]) => id !== "57.b" || declarations === section3)
      .map(([id, text]) => [id, parseEquation(text, declarations)]),
  ),
  definitions: new Set(Object.keys(definitions)),
  words,
});

type Line = readonly [left: string, right: string, ...steps: readonly (Step | readonly Step[])[]];

const cased = (declarations: Declarations, [left, right, ...steps]: Line): Case => ({
  id: left,
  equation: { left: parse(left, declarations), right: parse(right, declarations) },
  steps: steps.flat(),
  grounds: groundsIn(declarations),
});

const sift: Step = { rule: "sift with δ" };
const gaussian: Step = { rule: "Gaussian integral" };
const fourier: Step = { rule: "Fourier representation of δ" };
const exchange: Step = { rule: "exchange integrals" };
const eachMomentum: Step = { rule: "integrate over each momentum by itself" };

/** Equations that a rule leads to, beside those of the paper. */
export const lemmas: readonly Case[] = (
  [
    ["∫ Δ e^{−β H} (p_i + r_i) dΓ*", "∫ Δ e^{−β H} r_i dΓ*", by.oddInMomentum("18.a")],
    ["∂/∂t_0 ∫_0^{t_0} s t_0 ds", "t_0^2 + ∫_0^{t_0} s ds", by.leibniz],
    ["∂/∂t_0 ∫_{t_0}^0 e^{−L0 s} f ds", "−e^{−L0 t_0} f", by.leibniz],
    ["∂/∂t_0 (e^{L0 t_0} f)", "L0 (e^{L0 t_0} f)", by.flowEquation],
    ["∂/∂t_0 (e^{−L0 t_0} ρ)", "−L0 (e^{−L0 t_0} ρ) + e^{−L0 t_0} ∂ρ/∂t_0", by.flowEquation],
    ["lim_{t_0→∞} 1/t_0 ∫_{−t_0}^0 e^{−L0 s} f ds", "f^th", by.gibbs("20")],
    ["(e^{−L0 t_0} f)^th", "f^th", by.stationary("20")],
    ["∫_{−∞}^∞ z^2 e^{−λ z} δ(z − k) dz", "k^2 e^{−λ k}", sift],
    ["∂/∂t ρ", "∂ρ/∂t_0 + Σ_{n=1}^∞ ε^n ∂ρ/∂t_n", by.slowTimes("13.a"), by.firstTerm],
    ["Σ_{n=1}^∞ L_n f", "L_1 f", by.noHigherOperators("15.d")],
    ["∫_0^{t_0} e^{L0 (t_0 − t_0')} f dt_0'", "∫_{−t_0}^0 e^{−L0 s} f ds", by.changeVariable("t_0")],
  ] satisfies readonly Line[]
).map((line) => cased(section2, line));

/** Equations that a rule must not lead to, for a condition of it that does not hold here. */
export const refusals: readonly (readonly [rule: string, Case])[] = (
  [
    [section2, "∫ Δ e^{−β H} f dΓ*", "0", by.unfold("12"), by.oddInMomentum("18.a")],
    [section2, "∫ Δ e^{−β H} A_1 P dΓ*", "0", by.unfold("2"), by.oddInMomentum("18.a")],
    [section2, "∫ Δ e^{−β H} P · P dΓ*", "0", by.unfold("2"), by.oddInMomentum("18.a")],
    [section2, "∫ e^{−β H} e^{2 β H} p_i dΓ*", "0", by.oddInMomentum("18.a")],
    [section2, "∫_{−t}^{t} k^(−1) dk", "0", by.oddOverInterval],
    [section2, "1", "0", by.order("0", "13.a", "20")],
    [section2, "∫ Δ P dΓ*", "0", by.unfold("2"), by.oddInMomentum("18.a")],
    [section2, "∫_{−∞}^∞ k exp(k^2/(2 m)) dk", "0", by.oddOverInterval],
    [section2, "∫_{−∞}^∞ k exp(−t k^2) dk", "0", by.oddOverInterval],
    [section2, "∫_{−∞}^∞ k^2 exp(−k^2/(2 m)) dk", "0", by.oddOverInterval],
    [section2, "∫_{−t}^{2 t} k dk", "0", by.oddOverInterval],
    [section2, "∫ Δ ∫_{−∞}^0 e^{−L0 s} f ds dΓ*", "∫_{−∞}^0 ∫ Δ e^{−L0 s} f dΓ* ds", by.exchange],
    [section2, "∂/∂t_0 ∫_{−∞}^{t_0} e^{−s^2} ds", "e^{−t_0^2}", by.leibniz],
    [section2, "∫_0^{t_0} s ds", "∫_{−t}^{t_0 − t} (s + t) ds", by.changeVariable("t")],
    [section2, "∂/∂R · (e^{L0 t_0} (W f))", "e^{L0 t_0} (f · ∂W/∂R)", by.flowEquation],
    [section2, "lim_{t_0→∞} t_0", "0", by.vanishes],
    [section2, "lim_{t_0→0} 1/t_0", "0", by.vanishes],
    [section2, "lim_{t_0→∞} 1/t_0 ρ_1", "0", by.vanishes],
    [section2, "lim_{t_0→∞} 1/t_0 ∫_0^{t_0} e^{−L0 s} f ds", "f^th", by.gibbs("20")],
    [section2, "(f · e^{−L0 t_0} f)^th", "(f · f)^th", by.stationary("20")],
    [section2, "e^{L0 t_0} f", "f", by.stays("23.d")],
    [section2, "Σ_{n=0}^∞ L_n f", "L_1 f", by.noHigherOperators("15.d")],
    [section2, "Σ_{n=2}^∞ ∂f/∂t_n", "0", by.firstTerm],
    [section2, "∫ ρ Δ ∂f/∂t dΓ*", "∂/∂t ∫ ρ Δ f dΓ*", by.underTheIntegral("18.a")],
    [section2, "−∫ ρ ∂Δ/∂r_i dΓ*", "∫ Δ ∂ρ/∂r_i dΓ*", by.byParts("ρ", "18.a")],
    [section2, "p_i", "0", ...by.substitute("weighed")],
    [section3, "δ(i z)", "1/(2 π) ∫_{−∞}^∞ e^{−k z} dk", fourier],
    [section3, "∫_{0}^∞ z δ(z − k) dz", "k", sift],
    [section3, "∫_{−∞}^∞ z^2 δ(z − i k) dz", "−k^2", sift],
    [section3, "∫_{−∞}^∞ z δ(t z − k) dz", "k/t^2", sift],
    [section3, "∫_{−∞}^∞ e^{−t z^2} dz", "sqrt(π/t)", gaussian],
    [section3, "∫_{0}^∞ e^{−λ z^2} dz", "sqrt(π/λ)", gaussian],
    [section3, "∫ ∫_{−∞}^∞ e^{i k Πx} dk dΓx*", "∫_{−∞}^∞ ∫ e^{i k Πx} dΓx* dk", exchange],
    [section3, "∫ e^{−β Σ_{l=1}^N x_l^2} dΓx*", "∏_{l=1}^N ∫_{−∞}^∞ e^{−β z^2} dz", eachMomentum],
  ] as const
).map(([declarations, left, right, ...steps]) => {
  const case_ = cased(declarations, [left, right, ...steps]);
  return [case_.steps.at(-1)!.rule, case_];
});
