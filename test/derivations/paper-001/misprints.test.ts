import { describe, expect, it } from "vitest";
import { appendix } from "../../../src/derivations/paper-001/appendix.js";
import { section3 as declarations } from "../../../src/derivations/paper-001/declarations.js";
import { section2 } from "../../../src/derivations/paper-001/section-2.js";
import { section3 } from "../../../src/derivations/paper-001/section-3.js";
import { stream } from "../../../src/random/index.js";
import { residual } from "../../../src/symbolic/instances/residual.js";
import { parseEquation } from "../../../src/symbolic/notation/parse.js";
import { text } from "../../../src/symbolic/notation/text.js";
import { assumptionsOf } from "../../../src/symbolic/statements/assumptions.js";
import { corrections } from "../../../src/symbolic/statements/corrections.js";
import type { Equation } from "../../../src/symbolic/statements/equation.js";
import { outcomeOf } from "../../../src/symbolic/statements/outcome.js";
import { placed } from "../../../src/symbolic/statements/reach.js";

const all = placed({
  key: "001",
  title: "",
  sections: [{ title: "", declarations, statements: [...section2, ...section3, ...appendix] }],
});
const printed = (id: string): Equation | undefined => {
  const { statement } = all.get(id)!;
  return statement.words || id === "54.i" ? undefined : parseEquation(statement.printed, declarations);
};
const interpreters = { evaluate: residual, replay: () => ({ missing: "steps" }) };
const instead = new Map([["44.c", parseEquation("H = Σ_i p_i^2/(2 m_i) + V(Γr)", declarations)]]);
const trialIn = (id: string, more: ReadonlyMap<string, Equation> = new Map()) => {
  const under = assumptionsOf(id, all, (other) => instead.get(other) ?? printed(other), more);
  return (equation: Equation, instances = 3) =>
    outcomeOf(equation, under, interpreters, { stream: stream("misprints"), instances });
};
const written = ({ left, right }: Equation) => `${text(left)} = ${text(right)}`;
const found = (id: string) =>
  corrections(printed(id)!, declarations, trialIn(id)).map(({ equation }) => written(equation));

describe("Section 3 and the appendix on concrete systems", () => {
  it.each(["36.b", "37", "56.h", "57.c", "57.d", "57.e", "57.g", "57.h"])("(%s) fails as printed", (id) => {
    expect(trialIn(id)(printed(id)!).state).toBe("fails");
  });

  it.each(["35.h", "38", "44.a", "49.d", "49.e", "54.d", "56.b", "56.e", "56.f", "56.l", "56.n", "57", "57.f", "57.i"])(
    "(%s) holds as printed",
    (id) => {
      expect(trialIn(id)(printed(id)!).state).toBe("holds");
    },
  );

  it("turns the sign of 𝓛₀ρ in the chain rule and in (37)", () => {
    const slopes = "− Σ_i p_i/m_i · dΦ*/dr_i · ∂ρ/∂Φ − Σ_i F_i · dΠ*/dp_i · ∂ρ/∂Π";
    const along = "𝓛 ρ(Γ, t, Φ*, Π*)";
    expect(found("36.b")).toEqual([`${along} = ((𝓛_0 ρ ${slopes})|_{Φ = Φ*})|_{Π = Π*}`]);
    expect(found("37")).toHaveLength(1);
  });

  it("weighs σᵢ with mᵢ", () => {
    expect(found("56.h")).toEqual(["Σ_i m_i (σ_i θ_i) = 0"]);
  });

  it("takes 1/(2π) for δ, and no factor for the inverse transform of a Gaussian", () => {
    const line = "∫_{−∞}^{∞} e^{i k (Πx − sqrt(ε) Σ_{l=1}^{M} x_l)} dk";
    expect(found("57.c")).toContain(`δ(Πx − Πx*) = 1/(2 π)^1 ${line}`);
    expect(found("57.e")).toHaveLength(found("57.c").length);
    expect(found("57.d")).toContain(
      "e^{−λ k^2} = sqrt(2 π) (1/sqrt(2 π) ∫_{−∞}^{∞} 1/sqrt(4 π λ) e^{−i k z} e^{−z^2/(4 λ)} dz)",
    );
  });

  it("finds the 2π that each momentum's integral leaves", () => {
    const [whole] = found("57.g");
    expect(whole).toContain("(2 π)^(−1/2) ∫_{−∞}^{∞} e^{i k Πx} ∏_{l=1}^{M} sqrt((2 π) (m_l/β))");
    expect(found("57.h").length).toBeGreaterThan(0);
  });

  it("corrects C₁ by what its cube must be, with which Q and ρ̂ hold", () => {
    const trial = (equation: Equation, n = 3) => trialIn("57.k", new Map([["57.j", equation]]))(printed("57.k")!, n);
    expect(trial(printed("57.j")!).state).toBe("fails");
    const fixes = corrections(printed("57.j")!, declarations, trial);
    expect(fixes.map(({ what }) => what)).toContain("every 2π inverted");
    for (const id of ["57.l", "58"])
      for (const { equation } of fixes)
        expect(trialIn(id, new Map([["57.j", equation]]))(printed(id)!, 1).state).toBe("holds");
  });
});
