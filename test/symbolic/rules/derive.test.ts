import { describe, expect, it } from "vitest";
import { section2 as extended } from "../../../src/derivations/paper-001/declarations.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/index.js";
import { type Context, derive, type Step } from "../../../src/symbolic/rules/index.js";
import { minus } from "../../../src/symbolic/terms/build.js";

// Up to (7) ρ is a function of Γ and t alone; its further argument R comes with (8).
const section2 = new Map([...extended, ["ρ", { ...extended.get("ρ")!, of: ["Γ", "t"] }]]);
const equations = {
  1: "R* = Σ_i m_i/m r_i θ_i",
  2: "P = Σ_i p_i θ_i",
  3: "ε = m̂/m",
  4: "∂ρ/∂t = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i] ρ",
  "4.a": "L = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]",
  5: "W̃ = ∫ Δ ρ dΓ*",
  6: "Δ(Γr*, R) = δ(R − R*)",
};
const context: Context = {
  declarations: section2,
  equations: new Map(Object.entries(equations).map(([id, text]) => [id, parseEquation(text, section2)])),
  hypotheses: new Map([["4.b", "ρ decays at infinity"]]),
};
const line = (to: string, ...by: Step["by"]): Step => ({ to: parse(to, section2), by });
const under = { rule: "differentiate under the integral", with: { hypothesis: "4.b" } };
const unfold = (equation: string) => ({ rule: "unfold", with: { equation } });

const lines: readonly Step[] = [
  line("∫ Δ ∂ρ/∂t dΓ*", unfold("5"), under),
  line("−∫ Δ (Σ_i [p_i*/m_i · ∂ρ/∂r_i* + F_i · ∂ρ/∂p_i*]) dΓ*", { rule: "substitute", with: { equation: "4" } }),
  line("∫ ρ (Σ_i [p_i*/m_i · ∂Δ/∂r_i* + F_i · ∂Δ/∂p_i*]) dΓ*", {
    rule: "integrate by parts over Γ",
    with: { of: "ρ", hypothesis: "4.b" },
  }),
  line("−∫ ρ (Σ_i [p_i*/m_i · ∂R*/∂r_i* + F_i · ∂R*/∂p_i*]) · ∂Δ/∂R dΓ*", unfold("1"), {
    rule: "chain rule on δ(X − X*)",
    with: { definition: "6", equation: "1" },
  }),
  line("∂/∂R · (∫ ρ Δ L R* dΓ*)", unfold("4.a"), under),
  line("−∂/∂R · (∫ ρ Δ P*/m dΓ*)", unfold("4.a"), unfold("1"), unfold("2")),
  line("−ε ∂/∂R · (∫ ρ Δ P*/m̂ dΓ*)", unfold("3")),
];
const start = parse("∂W̃/∂t", section2);

describe("the conservation law", () => {
  it("is led from the Liouville equation, resting on decay", () => {
    expect(derive(start, lines, context)).toMatchObject({ hypotheses: ["4.b"], lines: { length: 7 } });
  });

  it.each(lines.map((_, at) => at))("fails where line %i has the other sign", (at) => {
    const wrong = lines.map((each, i) => (i === at ? { ...each, to: minus(each.to) } : each));
    expect(derive(start, wrong, context)).toEqual({ missing: expect.stringContaining(`Line ${at + 1}: a rule`) });
  });

  it.each(lines.flatMap((each, at) => each.by.map((_, which) => [at, which] as const)))(
    "fails in line %i without rule %i",
    (at, which) => {
      const fewer = lines.map((each, i) => (i === at ? { ...each, by: each.by.filter((_, k) => k !== which) } : each));
      expect(derive(start, fewer, context)).toHaveProperty("missing");
    },
  );
});

describe("a rule", () => {
  const without = { ...context, hypotheses: new Map<string, string>() };

  it.each([
    ["differentiate under the integral", 0, without, "decays"],
    ["integrate by parts over Γ", 2, without, "ρ decays at infinity"],
    ["substitute", 1, { ...context, equations: new Map() }, "equation (4)"],
    ["chain rule on δ(X − X*)", 3, { ...context, equations: new Map() }, "Δ = δ(R − R*)"],
    ["unfold", 6, { ...context, equations: new Map() }, "a definition (3)"],
  ] as const)("%s says what it lacks", (name, at, poorer, condition) => {
    const before = at === 0 ? parse("∂/∂t ∫ Δ ρ dΓ*", section2) : lines[at - 1]!.to;
    const step = { ...lines[at]!, by: lines[at]!.by.filter(({ rule }) => rule === name) };
    expect(derive(before, [step], poorer)).toEqual({ missing: expect.stringContaining(condition) });
  });
});
