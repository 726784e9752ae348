import { describe, expect, it } from "vitest";
import { conservation2 as declarations } from "../../../src/derivations/paper-001/declarations.js";
import {
  byParts,
  substitute,
  throughDelta,
  underTheIntegral,
  unfold,
} from "../../../src/derivations/paper-001/steps.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/index.js";
import { replay } from "../../../src/symbolic/rules/index.js";
import type { Grounds } from "../../../src/symbolic/statements/interpreters.js";
import type { Step } from "../../../src/symbolic/statements/statement.js";
import { minus } from "../../../src/symbolic/terms/build.js";

const equations = {
  2: "P = Σ_i p_i θ_i",
  3: "ε = m̂/m",
  4: "∂ρ/∂t = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i] ρ",
  5: "W̃ = ∫ Δ ρ dΓ*",
  6: "Δ(Γr*, R) = δ(R − R*)",
  "6.a": "R* = Σ_i m_i/m r_i* θ_i",
};
const grounds: Grounds = {
  declarations,
  equations: new Map(Object.entries(equations).map(([id, text]) => [id, parseEquation(text, declarations)])),
  definitions: new Set(["2", "3", "5", "6", "6.a"]),
  words: new Map([["4.b", "ρ decays at infinity"]]),
};
const steps: readonly Step[] = [
  ...unfold("5"),
  underTheIntegral("4.b"),
  ...substitute("4"),
  byParts("ρ", "4.b"),
  throughDelta("6"),
  ...unfold("6.a", "2", "3"),
];
const law = parseEquation("∂W̃/∂t = −ε ∂/∂R · (∫ ρ Δ P*/m̂ dΓ*)", declarations);

describe("the conservation law", () => {
  it("is led from the Liouville equation, and says what it used", () => {
    expect(replay(law, steps, grounds)).toEqual({ steps: 9, uses: ["5", "4.b", "4", "6", "6.a", "2", "3"] });
  });

  it("is not led to with the other sign, another factor or another flux", () => {
    const wrong = [
      { ...law, right: minus(law.right) },
      parseEquation("∂W̃/∂t = −ε^2 ∂/∂R · (∫ ρ Δ P*/m̂ dΓ*)", declarations),
      parseEquation("∂W̃/∂t = −ε ∂/∂R · (∫ ρ Δ f dΓ*)", declarations),
    ];
    for (const equation of wrong) expect(replay(equation, steps, grounds)).toHaveProperty("missing");
  });

  it.each(steps.map(({ rule }, at) => [at + 1, rule] as const))("needs its step %i, %s", (at) => {
    const fewer = steps.filter((_, i) => i !== at - 1);
    expect(replay(law, fewer, grounds)).toHaveProperty("missing");
  });

  it.each(steps.map(({ rule }, at) => [at + 1, rule] as const))("lacks the ground of its step %i, %s", (at) => {
    const ground = Object.values(steps[at - 1]!.with!).find((id) => id !== "ρ")!;
    const without = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([id]) => id !== ground));
    const poorer = { ...grounds, equations: without(grounds.equations), words: without(grounds.words) };
    expect(replay(law, steps, poorer)).toEqual({ missing: expect.stringMatching(/^step \d, /) });
  });

  it("rests on what a hypothesis says, not on its number", () => {
    const other = { ...grounds, words: new Map([["4.b", "f decays at infinity"]]) };
    expect(replay(law, steps, other)).toEqual({ missing: expect.stringContaining("something to act on") });
  });
});

describe("a replay", () => {
  it("says which rules there are", () => {
    expect(replay(law, [{ rule: "hope" }], grounds)).toEqual({
      missing: expect.stringContaining("a rule called hope: there are unfold"),
    });
  });

  it("refuses a step that finds nothing to act on", () => {
    expect(replay(law, unfold("3", "3"), grounds)).toEqual({ missing: "step 2, unfold: something to act on" });
  });

  it("unfolds definitions alone", () => {
    expect(replay(law, unfold("4"), grounds)).toEqual({
      missing: "step 1, unfold: a definition (4) among the premises",
    });
  });

  it("lets both sides of an equation of operators act on one function", () => {
    const twice = { left: parse("2 P · ∂/∂R", declarations), right: parse("P · ∂/∂R + P · ∂/∂R", declarations) };
    expect(replay(twice, [], grounds)).toEqual({ steps: 1, uses: [] });
    expect(replay({ ...twice, right: parse("P · ∂/∂R", declarations) }, [], grounds)).toHaveProperty("missing");
  });
});
