import { describe, expect, it } from "vitest";
import { section3 } from "../../../src/derivations/paper-001/declarations.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/index.js";
import { replay } from "../../../src/symbolic/rules/index.js";
import type { Grounds } from "../../../src/symbolic/statements/interpreters.js";
import type { Step } from "../../../src/symbolic/statements/statement.js";

const equations = {
  "0.b": "m = Σ_i m_i θ_i",
  30: "ε = m̂/m",
  "35.b": "Π* = ε^(1/2) Σ_i p_i* θ_i",
  "56.v": "K_1 = Σ_i p_i^2/(2 m_i) θ_i",
  "57.b": "Πx* = sqrt(ε) Σ_{l=1}^M x_l",
};
const grounds: Grounds = {
  declarations: section3,
  equations: new Map(Object.entries(equations).map(([id, text]) => [id, parseEquation(text, section3)])),
  definitions: new Set(Object.keys(equations)),
  words: new Map([
    ["0.a", "θ_i = 1 if atom i is in the nanoparticle, 0 otherwise"],
    ["4.b", "ρ decays at infinity"],
    ["3d", "space has 3 directions"],
  ]),
};
const by = (rule: string, parameters: Readonly<Record<string, string>> = {}): Step => ({ rule, with: parameters });
const led = (left: string, right: string, steps: readonly Step[]) =>
  replay({ left: parse(left, section3), right: parse(right, section3) }, steps, grounds);
const holds = (left: string, right: string, ...steps: readonly Step[]) =>
  expect(led(left, right, steps)).toHaveProperty("steps");
const fails = (left: string, right: string, ...steps: readonly Step[]) =>
  expect(led(left, right, steps)).toMatchObject({ missing: "its steps leave the two sides different" });
const refuses = (condition: string, left: string, steps: readonly Step[]) =>
  expect(led(left, left, steps)).toEqual({ missing: expect.stringContaining(condition) });

const unfold = (equation: string) => by("unfold", { equation });
const fourier = by("Fourier representation of δ");
const exchange = by("exchange integrals");
const eachMomentum = by("integrate over each momentum by itself");
const gaussian = by("Gaussian integral");
const number = by("number the atoms of the nanoparticle from 1 to M", { definition: "0.a" });
const sift = by("sift with δ");

describe("the Fourier representation of δ", () => {
  it("has 2π for one direction", () => {
    holds("δ(Πx − Πx*)", "1/(2 π) ∫_{−∞}^∞ e^{i k (Πx − sqrt(ε) Σ_{l=1}^M x_l)} dk", fourier, unfold("57.b"));
    fails("δ(Πx − Πx*)", "1/sqrt(2 π) ∫_{−∞}^∞ e^{i k (Πx − sqrt(ε) Σ_{l=1}^M x_l)} dk", fourier, unfold("57.b"));
    fails("δ(Πx − Πx*)", "1/(2 π) ∫_{−∞}^∞ e^{k (Πx − Πx*)} dk", fourier);
  });

  it("of a vector asks for the number of directions, and for the δ that is meant", () => {
    refuses("number of directions", "δ(Π − Π*)", [fourier]);
    refuses("a real argument", "δ(i z)", [fourier]);
    refuses("something to act on", "δ(Π − Π*)", [by("Fourier representation of δ", { of: "Φ", directions: "3d" })]);
  });
});

describe("sifting with δ", () => {
  it("sets the variable to the root of the argument and divides by its slope", () => {
    holds("∫_{−∞}^∞ z^2 e^{−λ z} δ(z − k) dz", "k^2 e^{−λ k}", sift);
    holds("∫_{−∞}^∞ z δ(λ z + k) dz", "−k/λ^2", sift);
    holds("∫_{−∞}^∞ z δ(k − 2 λ z) dz", "k/(4 λ^2)", sift);
    fails("∫_{−∞}^∞ z δ(k − 2 λ z) dz", "−k/(4 λ^2)", sift);
  });

  it("asks for the whole line, a linear argument and a known sign", () => {
    refuses("from −∞ to ∞", "∫_{0}^∞ z δ(z − k) dz", [sift]);
    refuses("linear", "∫_{−∞}^∞ z δ(z^2 − k) dz", [sift]);
    refuses("declared as positive", "∫_{−∞}^∞ z δ(t z − k) dz", [sift]);
  });
});

describe("the Gaussian integral", () => {
  it("completes the square, also of an imaginary linear part", () => {
    holds("e^{−λ k^2}", "∫_{−∞}^∞ 1/sqrt(4 π λ) e^{−i k z} e^{−z^2/(4 λ)} dz", gaussian);
    fails("e^{−λ k^2}", "1/sqrt(2 π) ∫_{−∞}^∞ 1/sqrt(4 π λ) e^{−i k z} e^{−z^2/(4 λ)} dz", gaussian);
    holds("∫_{−∞}^∞ e^{−λ z^2 + k z + t} dz", "sqrt(π/λ) e^{k^2/(4 λ) + t}", gaussian);
    holds("∫_{−∞}^∞ e^{−λ z^2 + k z + t z} dz", "sqrt(π/λ) e^{(k^2 + 2 k t + t^2)/(4 λ)}", gaussian);
    holds("∫_{−∞}^∞ e^{−λ z^2 − β z^2} dz", "sqrt(π) (λ + β)^(−1/2)", gaussian);
  });

  it("keeps the bound names of a linear part apart when it is squared", () => {
    const both = "sqrt(π/λ) exp((Σ_i Σ_j p_i · p_j)/(4 λ))";
    fails("∫_{−∞}^∞ e^{−λ z^2 + z Σ_i p_i · p_i} dz", both, gaussian);
    holds("∫_{−∞}^∞ e^{−λ z^2 + z Σ_i x_i} dz", "sqrt(π/λ) exp((Σ_i Σ_j x_i x_j)/(4 λ))", gaussian);
  });

  it("asks for a > 0 and the whole line", () => {
    refuses("a > 0", "∫_{−∞}^∞ e^{λ z^2} dz", [gaussian]);
    refuses("a > 0", "∫_{−∞}^∞ e^{−t z^2} dz", [gaussian]);
    refuses("a > 0", "∫_{−∞}^∞ e^{i k z} dz", [gaussian]);
    refuses("from −∞ to ∞", "∫_{0}^∞ e^{−λ z^2} dz", [gaussian]);
    refuses("something to act on", "∫_{−∞}^∞ z e^{−λ z^2} dz", [gaussian]);
  });
});

describe("integrals over the momenta of the nanoparticle", () => {
  const together = "1/(2 π) ∫ (∫_{−∞}^∞ e^{i k (Πx − sqrt(ε) Σ_{l=1}^M x_l)} dk) (∏_{l=1}^M e^{−β x_l^2/(2 m_l)}) dΓx*";
  const apart = "1/(2 π) ∫_{−∞}^∞ e^{i k Πx} (∏_{l=1}^M ∫_{−∞}^∞ e^{−i k sqrt(ε) z} e^{−β z^2/(2 m_l)} dz) dk";
  const transformed = "1/(2 π) ∫_{−∞}^∞ e^{i k Πx} (∏_{l=1}^M (sqrt(2 π m_l/β) e^{−ε m_l k^2/(2 β)})) dk";
  const gathered = "1/(2 π) (∏_{l=1}^M sqrt(2 π m_l/β)) ∫_{−∞}^∞ e^{i k Πx} e^{−ε k^2 m/(2 β)} dk";

  it("are the product of one integral each", () => {
    holds(together, apart, exchange, eachMomentum);
    fails(together, apart.replace("−i k sqrt", "i k sqrt"), exchange, eachMomentum);
    holds(apart, transformed, gaussian);
    fails(apart, transformed.replace("2 π m_l", "m_l"), gaussian);
    holds(transformed, gathered, unfold("0.b"), number);
    const momentum = "1/(2 π) (∏_{l=1}^M sqrt(2 π m_l/β)) sqrt(2 π β/m̂) e^{−β Πx^2/(2 m̂)}";
    holds(gathered, momentum, gaussian, unfold("30"));
  });

  it("ask for decay, a product over the atoms, and what θ says", () => {
    const undamped = "∫ (∫_{−∞}^∞ e^{i k Σ_{l=1}^M x_l} dk) e^{β Σ_{l=1}^M x_l^2} dΓx*";
    refuses("decays", undamped, [exchange]);
    refuses("decays", undamped.replace("β", "−β").replace("^M x_l^2", "^N x_l^2"), [exchange]);
    refuses("decays", together, [by("exchange integrals", { hypothesis: "57.b" })]);
    refuses("a product over the atoms", "∫ e^{−β Σ_{l=1}^M Σ_{n=1}^M x_l x_n} dΓx*", [eachMomentum]);
    refuses("a product over the atoms", "∫ e^{−β Σ_{l=1}^N x_l^2} dΓx*", [eachMomentum]);
    refuses("a product over the atoms", "∫ (Σ_{l=1}^M x_l) e^{−β Σ_{l=1}^M x_l^2} dΓx*", [eachMomentum]);
    refuses("number of directions", "∫ e^{−β K_1*} dΓ1*", [unfold("56.v"), number, eachMomentum]);
    refuses("named as a definition", gathered, [unfold("0.b"), by(number.rule)]);
  });
});

describe("a sum over atoms by its name", () => {
  const fold = (atoms?: string) => by("fold a sum over atoms", { equation: "0.b", ...(atoms && { atoms }) });

  it("is found within products, exponentials and powers", () => {
    holds("β/(Σ_i m_i θ_i)", "β/m", fold());
    holds("e^{−λ Σ_i m_i θ_i} Σ_j m_j θ_j", "m e^{−λ m}", fold());
    holds("Σ_j (Σ_i m_i θ_i) x_j", "m Σ_i x_i", fold());
    holds("sqrt(β Σ_{l=1}^M m_l)", "sqrt(β m)", fold("0.a"));
  });

  it("is told from a sum in which more stands, or which runs over other atoms", () => {
    refuses("something to act on", "Σ_i m_i θ_i x_i", [fold()]);
    refuses("something to act on", "Σ_i Σ_j m_i θ_j", [fold()]);
    refuses("something to act on", "Σ_i m_i^2 θ_i", [fold()]);
    refuses("something to act on", "Σ_{l=1}^N m_l", [fold("0.a")]);
  });

  it("asks for a definition by one sum, and for what θ says", () => {
    refuses("by one sum", "m", [by("fold a sum over atoms", { equation: "30" })]);
    refuses("of what θ_i says", "m", [fold("4.b")]);
    refuses("a definition (9)", "m", [by("fold a sum over atoms", { equation: "9" })]);
  });
});

describe("integrals over positions, host and nanoparticle", () => {
  const apart = by("integrate over positions, host and nanoparticle apart", { definition: "0.a" });
  const energy = "Σ_i p_i^2/(2 m_i)";
  const host = "(∫ exp(−β Σ_i p_i^2/(2 m_i) (1 − θ_i)) dΓ0*)";
  const inner = "(∫ δ(Π − Π*) exp(−β Σ_i p_i^2/(2 m_i) θ_i) dΓ1*)";

  it("are multiplied together", () => {
    const whole = `∫ δ(Π − Π*) e^{−β V} exp(−β ${energy}) dΓ*`;
    holds(whole, `(∫ e^{−β V} dΓr*) ${host} ${inner}`, unfold("35.b"), apart);
    fails(whole, `(∫ e^{−β V} dΓr*) ${host} ${inner.replace("−β", "β")}`, unfold("35.b"), apart);
    fails(whole, `(∫ e^{−β V} dΓr*) ${host} ${host}`, unfold("35.b"), apart);
  });

  it("ask for what θ says, and an integrand without a coupling", () => {
    refuses("named as a definition", `∫ exp(−β ${energy}) dΓ*`, [by(apart.rule, { definition: "35.b" })]);
    refuses("a product over", "∫ e^{−β H} dΓ*", [apart]);
    refuses("a product over", "∫ exp(−β Σ_i Σ_j p_i · p_j) dΓ*", [apart]);
    refuses("a product over", "∫ e^{−β V} (Σ_i x_i p_i · p_i) dΓ*", [apart]);
    refuses("a product over", "∫ δ(Π − Σ_i p_i) e^{−β V} dΓ*", [apart]);
  });
});
