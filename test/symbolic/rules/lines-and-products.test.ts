import { describe, expect, it } from "vitest";
import { section3 } from "../../../src/derivations/paper-001/declarations.js";
import { parse } from "../../../src/symbolic/notation/index.js";
import { normalForm, sameAs } from "../../../src/symbolic/rules/normal-form.js";

const p = (text: string) => parse(text, section3);
const same = (a: string, b: string) => sameAs(p(a), p(b), section3);
const forms = (a: string, b: string) => `${normalForm(p(a), section3)}\n${normalForm(p(b), section3)}`;

describe("exponentials, roots and i", () => {
  it.each([
    ["e^{−β H} e^{β H}", "1"],
    ["e^{−β (H + V)}", "e^{−β H} e^{−β V}"],
    ["(e^{λ k})^3", "e^{3 λ k}"],
    ["sqrt(2 π) sqrt(2 π)", "2 π"],
    ["sqrt(m/(8 π β))", "1/2 sqrt(m/(2 π β))"],
    ["sqrt(ε)/ε", "1/sqrt(ε)"],
    ["(i k)^2", "−k^2"],
    ["1/i", "−i"],
    ["i^5 k", "i k"],
  ])("finds %s the same as %s", (a, b) => expect(same(a, b), forms(a, b)).toBe(true));

  it.each([
    ["e^{−β H} e^{−β H}", "e^{−β H}"],
    ["sqrt(2 π)", "2 π"],
    ["sqrt(z^2)", "z"],
    ["sqrt(z k)", "sqrt(z) sqrt(k)"],
    ["(i k)^2", "k^2"],
  ])("tells %s from %s", (a, b) => expect(same(a, b), forms(a, b)).toBe(false));
});

describe("integrals over one variable", () => {
  it.each([
    ["∫_{0}^{t_0} s ds", "∫_{0}^{t_0} τ dτ"],
    ["∫_{0}^{t_0} ds", "t_0"],
    ["∫_{−t_0}^0 (s + β) ds", "t_0 β + ∫_{−t_0}^0 s ds"],
    ["∫_{0}^{t_0} λ e^{β s + τ} ds", "λ e^τ ∫_{0}^{t_0} e^{β s} ds"],
    ["∫_{0}^{t} (∫_{0}^{s} τ s dτ) ds", "∫_{0}^{t} z (∫_{0}^{z} k dk) dz"],
    ["∫_{−∞}^∞ Σ_i p_i · p_i e^{−λ k^2} dk", "(Σ_j p_j · p_j) ∫_{−∞}^∞ e^{−λ z^2} dz"],
  ])("finds %s the same as %s", (a, b) => expect(same(a, b), forms(a, b)).toBe(true));

  it.each([
    ["∫_{0}^{t_0} s ds", "∫_{0}^{t} s ds"],
    ["∫_{0}^{t_0} s ds", "s ∫_{0}^{t_0} ds"],
    ["∫_{−∞}^∞ ds", "1"],
    ["∫_{0}^{t} (∫_{0}^{s} τ dτ) ds", "∫_{0}^{t} (∫_{0}^{τ} s dτ) ds"],
    ["∫_{0}^{t} (∫_{0}^{t} τ s^2 dτ) ds", "∫_{0}^{t} (∫_{0}^{t} s s^2 dτ) ds"],
  ])("tells %s from %s", (a, b) => expect(same(a, b), forms(a, b)).toBe(false));
});

describe("sums and products over integers", () => {
  it.each([
    ["∏_{l=1}^M e^{−β x_l^2/(2 m_l)}", "exp(−Σ_{n=1}^M β x_n^2/(2 m_n))"],
    ["∏_{l=1}^M sqrt(2 π m_l/β)", "(∏_{l=1}^M sqrt(m_l)) ∏_{n=1}^M sqrt(2 π/β)"],
    ["∏_{l=1}^M (m_l x_l)", "(∏_{l=1}^M x_l) (∏_{l=1}^M m_l)"],
    ["Σ_{n=0}^∞ ε^n (z + k)", "z Σ_{n=0}^∞ ε^n + k Σ_{l=0}^∞ ε^l"],
    ["Σ_{l=1}^M x_l", "Σ_{n=1}^M x_n"],
  ])("finds %s the same as %s", (a, b) => expect(same(a, b), forms(a, b)).toBe(true));

  it.each([
    ["Σ_{l=1}^M x_l", "Σ_i x_i"],
    ["Σ_{l=1}^M x_l", "Σ_{l=1}^N x_l"],
    ["∏_{l=1}^M m_l", "∏_{l=0}^M m_l"],
    ["∏_{l=1}^M (m_l + x_l)", "(∏_{l=1}^M m_l) + ∏_{l=1}^M x_l"],
    ["∏_{l=1}^M sqrt(x_l m_l)", "(∏_{l=1}^M sqrt(x_l)) ∏_{l=1}^M sqrt(m_l)"],
    ["Σ_{n=0}^∞ ε^n", "ε^n Σ_{n=0}^∞ 1"],
  ])("tells %s from %s", (a, b) => expect(same(a, b), forms(a, b)).toBe(false));
});
