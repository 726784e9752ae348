import { describe, expect, it } from "vitest";
import { section2 } from "../../../src/derivations/paper-001/declarations.js";
import { parseEquation, text } from "../../../src/symbolic/notation/index.js";
import { contributions } from "../../../src/symbolic/statements/contribution.js";

const right = (of: string) => parseEquation(`W = ${of}`, section2).right;
const contributed = (of: string, other: string) => contributions(right(of), right(other)).map((each) => text(each));

describe("what the part that an edit changed contributes", () => {
  it.each([
    ["Q + W", "Q − W", "W"],
    ["2 ∫ Δ (ρ + H ρ) dΓ*", "2 ∫ Δ (ρ + 3 H ρ) dΓ*", "2 ∫ Δ (H ρ) dΓ*"],
    ["∫ Δ Σ_i (m_i V + θ_i H) dΓ*", "∫ Δ Σ_i (m_i V + m_i H) dΓ*", "∫ Δ Σ_i θ_i H dΓ*"],
    ["∫_0^t (Q + s W) ds + Q", "∫_0^t (Q − s W) ds + Q", "∫_{0}^{t} s W ds"],
  ])("%s and %s differ in %s", (of, other, alone) => {
    expect(contributed(of, other)).toContain(text(right(alone)));
  });

  it("is the whole function of a sum where that is not linear", () => {
    expect(contributed("Q + e^{−β (H + V)}", "Q + e^{−β (H − V)}")).toContain(text(right("e^{−β (H + V)}")));
    expect(contributed("(Q + W)^2", "(Q − W)^2")).toContain(text(right("(Q + W)^2")));
  });
});
