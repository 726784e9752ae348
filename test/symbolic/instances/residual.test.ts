import { describe, expect, it } from "vitest";
import { section2, section3 } from "../../../src/derivations/paper-001/declarations.js";
import { stream } from "../../../src/random/index.js";
import { residual } from "../../../src/symbolic/instances/residual.js";
import { parseEquation } from "../../../src/symbolic/notation/index.js";
import type { Declarations } from "../../../src/symbolic/terms/declarations.js";

const mechanics = [
  "R* = Σ_i m_i/m r_i θ_i",
  "P = Σ_i p_i θ_i",
  "f = Σ_i F_i θ_i",
  "H = (Σ_i p_i^2/(2 m_i)) + V",
  "Δ = δ(R − R*)",
  "ρ̂ = e^{−β H}/Q",
  "Q = ∫ Δ e^{−β H*} dΓ*",
  "L0 = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]",
];
const scaled = [
  "P = Σ_i p_i θ_i",
  "f = ε^(−1/2) Σ_i F_i θ_i",
  "H = (Σ_i p_i^2/(2 m_i)) + V",
  "Δ = δ(Φ − Φ*) δ(Π − Π*)",
  "ρ̂ = e^{−β H}/Q",
  "Q = ∫ Δ e^{−β H*} dΓ*",
];

const ask = (
  text: string,
  {
    by = section2,
    given = mechanics,
    flow = "newton" as "newton" | "gibbs",
    seed = "an equation",
    premises = [] as string[],
  } = {},
) => {
  const read = (each: string, declarations: Declarations = by) => parseEquation(each, declarations);
  const question = {
    declarations: by,
    definitions: given.map((each) => read(each)),
    premises: premises.map((each) => read(each)),
    flow,
    stream: stream(seed),
    instances: 3,
  };
  return residual(read(text), question);
};

describe("what holds is found to hold", () => {
  it.each([
    ["the energy is kept", "L0 H = 0", {}],
    ["the mean force", "β f^th = ∂/∂R ln(Q)", {}],
    ["ρ̂ by the centre of mass", "∂ρ̂/∂R = −β ρ̂ f^th", {}],
    ["the momentum has no mean", "P^th = 0", {}],
    ["ρ̂ is a conditional probability", "∫ Δ ρ̂ dΓ* = 1", {}],
    ["δ sifts", "∫ Δ ρ̂ W(R*, t) dΓ* = W(R, t)", {}],
    ["by parts over Γ", "∫ Δ Σ_i p_i/m_i · ∂ρ/∂r_i dΓ* = −∫ ρ Σ_i p_i/m_i · ∂Δ/∂r_i dΓ*", {}],
    ["the average is kept by 𝓛₀ at constant R", "(e^{−L0 s} P)^th = P^th", { flow: "gibbs" }],
    ["the average is linear", "∫_{−t_0}^0 (e^{−L0 s} (P − f))^th ds = t_0 (P^th − f^th)", { flow: "gibbs" }],
    ["the semigroup is solved by 𝓛₀", "∂/∂t_0 (e^{L0 t_0} ρ) = L0 e^{L0 t_0} ρ", {}],
    ["variation of constants", "∂/∂t_0 (∫_{−t_0}^0 e^{−L0 s} f ds) = e^{L0 t_0} f", {}],
    ["ρ̂ by the scaled momentum", "∂ρ̂/∂Π = β ρ̂ Π/m̂", { by: section3, given: scaled }],
    ["ρ̂ by the scaled centre of mass", "∂ρ̂/∂Φ = −β ρ̂ f^th", { by: section3, given: scaled }],
  ] as const)("%s", (_, text, more) => {
    const found = ask(text, { ...more, given: [...("given" in more ? more.given : mechanics)] });
    expect(found.counterexample).toBeUndefined();
    expect(found.residual).toBeLessThan(1e-10);
  });

  it("the conservation law, with ρ moved by Liouville's equation", () => {
    const given = mechanics.slice(0, 5).concat("L = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]", "W̃ = ∫ Δ ρ dΓ*");
    const law = (sign: string) =>
      ask(`∂W̃/∂t = ${sign} ε ∂/∂R · (∫ ρ Δ P*/m̂ dΓ*)`, { given, premises: ["∂ρ/∂t = L ρ"], seed: "conserved" });
    expect(law("−").residual).toBeLessThan(1e-10);
    expect(law("").residual).toBeGreaterThan(0.1);
  });
});

describe("what is wrong is found to be wrong, with a counter-example", () => {
  it.each([
    ["a sign", "∂ρ̂/∂R = β ρ̂ f^th", {}],
    ["a factor", "β f^th = 2 ∂/∂R ln(Q)", {}],
    ["a missing mass", "∫ δ(R − Σ_i r_i θ_i) ρ̂ dΓ* = 1", {}],
    ["a power of β", "∂ρ̂/∂Π = β^2 ρ̂ Π/m̂", { by: section3, given: scaled }],
    [
      "a potential that is summed over atoms",
      "L0 H = 0",
      { given: mechanics.map((each) => each.replace("(Σ_i p_i^2/(2 m_i)) + V", "Σ_i (p_i^2/(2 m_i) + V)")) },
    ],
    ["Newton's flow where 𝓛₀ must leave R", "(e^{−L0 s} P)^th = P^th", {}],
    ["an integral that diverges", "∫ e^{β H*} dΓ* = 1", {}],
    ["a rank", "f^th = ln(Q)", {}],
  ] as const)("%s", (_, text, more) => {
    const found = ask(text, { ...more, given: [...("given" in more ? more.given : mechanics)] });
    expect(found.residual).toBeGreaterThan(1e-4);
    expect(found.counterexample).toMatch(/is .* but|diverges|rank/);
  });

  it("tells a dot from an outer product in two dimensions", () => {
    const flux = (sign: string) =>
      ask(`∫ Δ ρ̂ P ⊗ P · ∂W/∂R dΓ* = (P ${sign} P)^th ${sign === "⊗" ? "·" : ""} ∂W/∂R`, { seed: "tensor" });
    expect(flux("⊗").residual).toBeLessThan(1e-10);
    expect(flux("·").residual).toBeGreaterThan(1e-3);
  });

  it("says so where harmonic systems cannot decide", () => {
    expect(() => ask("∫ Δ e^{−β H*} ln(H) dΓ* = 1")).toThrow("no pure Gaussian");
  });

  it("finds the same with one seed, and other systems with another", () => {
    const wrong = (seed: string) => ask("∂ρ̂/∂R = β ρ̂ f^th", { seed }).counterexample;
    expect(wrong("a")).toBe(wrong("a"));
    expect(wrong("b")).not.toBe(wrong("a"));
  });
});
