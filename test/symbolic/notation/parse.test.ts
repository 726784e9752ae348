import { describe, expect, it } from "vitest";
import {
  section2 as section2Names,
  section3 as section3Names,
} from "../../../src/derivations/paper-001/declarations.js";
import { section2 } from "../../../src/derivations/paper-001/section-2.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/parse.js";
import {
  apply,
  commutator,
  dot,
  minus,
  number,
  over,
  partial,
  plus,
  semigroup,
  symbol,
  times,
  variation,
} from "../../../src/symbolic/terms/build.js";

const R = symbol("R", 1);
const L0 = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });
const s = symbol("s");
const read = (text: string) => parse(text, section2Names);
const message = (text: string, names = section2Names): string => {
  try {
    parse(text, names);
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
};

describe("what stands for what", () => {
  it.each([
    ["∂W/∂R", apply(partial(R), symbol("W"))],
    ["W(R, t)", symbol("W")],
    ["W(R*, t)", symbol("W", 0, { args: [symbol("R", 1, { starred: true }), symbol("t")] })],
    ["e^{−L0 s} P", apply(semigroup(L0, minus(s)), symbol("P", 1))],
    ["P(s)", apply(semigroup(L0, minus(s)), symbol("P", 1))],
    ["P(0)", symbol("P", 1)],
    ["β R s", times(symbol("β"), R, s)],
    ["R/s β", times(over(R, s).parts[0]!, over(R, s).parts[1]!, symbol("β"))],
    ["ρ_{j+1}", symbol("ρ", 0, { subscript: plus(symbol("j"), number(1)) })],
    ["P^2", dot(symbol("P", 1), symbol("P", 1))],
    ["[L0, L0] W", apply(commutator(L0, L0), symbol("W"))],
    [
      "δβ/δW(R*, t)",
      apply(variation(symbol("W", 0, { args: [symbol("R", 1, { starred: true }), symbol("t")] })), symbol("β")),
    ],
  ])("%s", (text, term) => {
    expect(read(text).key).toBe(term.key);
  });
});

describe("spellings", () => {
  it.each([
    ["−ε^2 β W̃", "-eps² beta Wtilde"],
    ["∂W/∂R", "DW/DR"],
    ["Σ_i p_i*/m_i · ∂R*/∂r_i*", "sum_i p_i*/m_i . DR*/Dr_i*"],
    ["∫_{−t_0}^0 e^{−𝓛_0 s} f ds", "int_{-t0}^0 e^{-L0 s} f ds"],
    ["lim_{t→∞} 1/t ρ_1", "lim_{t->inf} 1/t rho1"],
    ["∫ Δ(Γr*, R) e^{−β H*} dΓ*", "int Delta(Gammar*, R) e^{-beta H*} dGamma*"],
    ["f^th ⊗ P", "fᵗʰ outer P"],
    ["ρ_0 m̂", "ρ₀ mhat"],
  ])("%s and %s are one term", (unicode, ascii) => {
    expect(read(ascii).key).toBe(read(unicode).key);
  });
});

describe("refusals", () => {
  it("point at the name that is not declared and name its neighbours", () => {
    const said = message("β rhohot W");
    expect(said).toContain("\n  β rhohot W\n    ^\n");
    expect(said).toContain("rhohat");
  });
  it("refuse arguments that are not those of the declaration", () => {
    expect(message("W(Φ, t)", section3Names)).toContain("W(Φ, Π, t)");
  });
  it.each([
    ["P W P", "Write · or ⊗"],
    ["W · P", "Leave the dot out"],
    ["∫ W", "no d at its end"],
    ["W * P", "not expected here"],
    ["β(W)", "takes no arguments"],
    ["V(Γ*)", "V(Γr)"],
    ["W(t)", "W(R, t)"],
    ["1/0", "divided by 0"],
    ["W +", "where a quantity belongs"],
    ["∂W", "no derivative"],
    ["∫ W ds", "has no ends"],
    ["θ", "without a subscript"],
    ["β_2", "has a subscript"],
    ["[β, L0]", "no operator"],
    ["δβ/δP", "a scalar"],
    ["(W + β", "stands where ) belongs"],
    ["W $", "no sign of the notation"],
  ])("%s: %s", (text, part) => {
    expect(message(text)).toContain(part);
  });
});

describe("the first paper", () => {
  it("is read wherever it is well formed", () => {
    for (const { printed, words } of section2)
      if (!words) expect(() => parseEquation(printed, section2Names)).not.toThrow();
  });
});
