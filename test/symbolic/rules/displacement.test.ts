import { describe, expect, it } from "vitest";
import { section3 } from "../../../src/derivations/paper-001/declarations.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/index.js";
import { replay } from "../../../src/symbolic/rules/index.js";
import type { Grounds } from "../../../src/symbolic/statements/interpreters.js";
import type { Step } from "../../../src/symbolic/statements/statement.js";

const equations = {
  1: "R* = Σ_i m_i/m r_i θ_i",
  31: "Φ* = ε^(1/2) R*",
  32: "Π* = ε^(1/2) P*",
  35: "Δ(Γ*, Φ, Π) = δ(Φ − Φ*) δ(Π − Π*)",
  "56.g": "r_i = σ_i + R* θ_i",
};
const grounds: Grounds = {
  declarations: section3,
  equations: new Map(Object.entries(equations).map(([id, text]) => [id, parseEquation(text, section3)])),
  definitions: new Set(Object.keys(equations)),
  words: new Map([["0.a", "θ_i = 1 if atom i is in the nanoparticle, 0 otherwise"]]),
};
const by = (rule: string, parameters: Readonly<Record<string, string>>): Step => ({ rule, with: parameters });
const led = (left: string, right: string, steps: readonly Step[]) =>
  replay({ left: parse(left, section3), right: parse(right, section3) }, steps, grounds);
const holds = (left: string, right: string, ...steps: readonly Step[]) =>
  expect(led(left, right, steps)).toHaveProperty("steps");
const fails = (left: string, right: string, ...steps: readonly Step[]) =>
  expect(led(left, right, steps)).toMatchObject({ missing: "its steps leave the two sides different" });
const refuses = (condition: string, left: string, ...steps: readonly Step[]) =>
  expect(led(left, left, steps)).toEqual({ missing: expect.stringContaining(condition) });

describe("a derivative by X*", () => {
  const moves = (parameters: Readonly<Record<string, string>>) => by("∂/∂X* moves the nanoparticle", parameters);
  const scaled = moves({ definition: "56.g", scaled: "31" });

  it("moves all atoms of the nanoparticle", () => {
    holds("∂V/∂R*", "Σ_i θ_i ∂V/∂r_i", moves({ definition: "56.g" }));
    holds("∂V/∂Φ*", "ε^(−1/2) Σ_i θ_i ∂V/∂r_i", scaled);
    holds("∂/∂R* (Σ_i r_i · r_i)", "2 Σ_i θ_i r_i", moves({ definition: "56.g" }));
    fails("∂V/∂Φ*", "ε^(1/2) Σ_i θ_i ∂V/∂r_i", scaled);
    fails("∂V/∂R*", "Σ_i ∂V/∂r_i", moves({ definition: "56.g" }));
  });

  it("is none by X, at constant Γ", () => {
    fails("∂Δ/∂Φ", "∂Δ/∂Φ*");
    refuses("something to act on", "∂Δ/∂Φ", scaled);
  });

  it("asks for what the positions and the other variable are", () => {
    refuses("r_i = σ_i + X* θ_i", "∂V/∂R*", moves({ definition: "35" }));
    refuses("Φ* as a multiple of R*", "∂V/∂Φ*", moves({ definition: "56.g" }));
    refuses("Y* as a multiple of R*", "∂V/∂Φ*", moves({ definition: "56.g", scaled: "32" }));
    refuses("Y* as a multiple of R*", "∂V/∂Φ*", moves({ definition: "56.g", scaled: "1" }));
  });

  it("of Δ is minus that by X, where Δ is δ of the difference", () => {
    const star = (definition: string) => by("δ(X − X*) depends on X − X*", { definition });
    holds("∂Δ/∂Φ", "−∂Δ/∂Φ*", star("35"));
    holds("∂Δ/∂Π", "−∂Δ/∂Π*", star("35"));
    fails("∂Δ/∂Φ", "∂Δ/∂Φ*", star("35"));
    refuses("Δ = δ(X − X*)", "∂Δ/∂Φ", star("31"));
    refuses("something to act on", "∂W/∂Φ", star("35"));
  });
});

describe("θ is 0 or 1", () => {
  const once = by("θ is 0 or 1", { definition: "0.a" });

  it("so that its powers are itself", () => {
    holds("Σ_i m_i θ_i^2", "Σ_i m_i θ_i", once);
    holds("e^{−λ Σ_i θ_i θ_i m_i}", "e^{−λ Σ_i θ_i m_i}", once);
    fails("Σ_i Σ_j m_i m_j θ_i θ_j^2", "Σ_i m_i^2 θ_i", once);
  });

  it("asks for what θ says", () => {
    refuses("named as a definition", "Σ_i θ_i^2", by(once.rule, { definition: "1" }));
    refuses("something to act on", "Σ_i θ_i^(−2)", once);
    refuses("something to act on", "Σ_i 1/θ_i", once);
  });
});

describe("the normal form of derivatives", () => {
  it("takes what stands at a value that does not move before the value", () => {
    holds("∂/∂Π (ρ|_{Φ = Φ*})", "(∂ρ/∂Π)|_{Φ = Φ*}");
    fails("∂/∂Φ (ρ|_{Φ = Φ*})", "(∂ρ/∂Φ)|_{Φ = Φ*}");
    fails("Σ_i ∂/∂r_i (ρ|_{Φ = Φ*})", "Σ_i (∂ρ/∂r_i)|_{Φ = Φ*}");
  });

  it("does not reach a derivative by what an integral binds", () => {
    expect(led("∫_0^t ∂/∂s (e^{−s}) ds", "0", [])).toEqual({ missing: expect.stringContaining("does not reach") });
  });
});
