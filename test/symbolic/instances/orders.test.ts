import { describe, expect, it } from "vitest";
import { section2, section3 } from "../../../src/derivations/paper-001/declarations.js";
import { stream } from "../../../src/random/index.js";
import { nullspace } from "../../../src/symbolic/instances/nullspace.js";
import { residual } from "../../../src/symbolic/instances/residual.js";
import { parseEquation } from "../../../src/symbolic/notation/index.js";

const operators = [
  "P = Σ_i p_i θ_i",
  "f = ε^(−1/2) Σ_i F_i θ_i",
  "L0 = −Σ_i [p_i/m_i · ∂/∂r_i + F_i · ∂/∂p_i]",
  "Λ_n = ∂/∂t_n − L_n",
  "t_n = ε^n t",
];
const expansion = ["L ρ = (L0 + ε L1) ρ", "ρ = Σ_{n=0}^∞ ρ_n ε^n", "∂/∂t = Σ_{n=0}^∞ ε^n ∂/∂t_n"];

const ask = (text: string, premises: readonly string[], { by = section2, L1 = "L1 = −P/m̂ · ∂/∂R" } = {}) => {
  const read = (each: string) => parseEquation(each, by);
  return residual(read(text), {
    declarations: by,
    definitions: [...operators, L1].map(read),
    premises: premises.map(read),
    flow: "newton",
    stream: stream("orders of ε"),
    instances: 3,
  }).residual;
};
const scaled = { by: section3, L1: "L1 = −Π/m̂ · ∂/∂Φ − f · ∂/∂Π" };

describe("orders of an expansion in ε", () => {
  it("are those of the equation of motion for every n, with P and with scaled P and f", () => {
    for (const of of [undefined, scaled]) {
      expect(ask("Λ_0 ρ_0 = 0", expansion, of)).toBeLessThan(1e-10);
      expect(ask("Λ_0 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}", expansion, of)).toBeLessThan(1e-10);
    }
  });

  it.each([
    "Λ_0 ρ_n = Σ_{i=1}^n Λ_i ρ_{n−i}",
    "Λ_0 ρ_n = −Σ_{i=0}^n Λ_i ρ_{n−i}",
    "Λ_0 ρ_n = −Σ_{i=2}^n Λ_i ρ_{n−i}",
    "Λ_1 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}",
    "Λ_0 ρ_n = −2 Σ_{i=1}^n Λ_i ρ_{n−i}",
    "L0 ρ_0 = 0",
  ])("do not obey %s", (wrong) => {
    expect(ask(wrong, expansion)).toBeGreaterThan(1e-3);
  });

  it("change with the equation of motion", () => {
    const others = expansion.map((each) => each.replace("ε L1", "2 ε L1"));
    expect(ask("Λ_0 ρ_0 = 0", others)).toBeLessThan(1e-10);
    expect(ask("Λ_0 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}", others)).toBeGreaterThan(1e-3);
  });

  it("take ∂/∂t along every time tₙ", () => {
    expect(ask("∂/∂t = Σ_{n=0}^∞ ε^n ∂/∂t_n", [])).toBeLessThan(1e-10);
    expect(ask("∂/∂t = Σ_{n=0}^∞ ε^(2 n) ∂/∂t_n", [])).toBeGreaterThan(1e-3);
    expect(ask("∂/∂t = Σ_{n=1}^∞ ε^n ∂/∂t_n", [])).toBeGreaterThan(1e-3);
  });

  it("obey one order of an equation that holds for all", () => {
    const all = ["Λ_0 ρ_n = −Σ_{i=1}^n Λ_i ρ_{n−i}"];
    expect(ask("Λ_0 ρ_1 = −Λ_1 ρ_0", all)).toBeLessThan(1e-10);
    expect(ask("Λ_0 ρ_1 = Λ_1 ρ_0", all)).toBeGreaterThan(1e-3);
  });
});

describe("a function that must obey several equations", () => {
  it("obeys what follows from them together, and from no one alone", () => {
    expect(ask("L0 ρ_0 = 0", ["Λ_0 ρ_0 = 0", "∂ρ_0/∂t_0 = 0"])).toBeLessThan(1e-10);
    expect(ask("L0 ρ_0 = 0", ["Λ_0 ρ_0 = 0"])).toBeGreaterThan(1e-3);
    expect(ask("L0 ρ_0 = 0", ["∂ρ_0/∂t_0 = 0"])).toBeGreaterThan(1e-3);
  });

  it("is not 0", () => {
    expect(ask("ρ_0 = 0", ["Λ_0 ρ_0 = 0", "∂ρ_0/∂t_0 = 0"])).toBeGreaterThan(1e-2);
  });

  it("is found by elimination: w of Σ wₖ columnₖ = 0", () => {
    const columns = [
      [1, 2, 3, 4],
      [0, 1, 0, 2],
      [2, 6, 6, 12],
      [1, 1, 1, 1],
    ];
    const w = nullspace(columns, stream("elimination"));
    for (let i = 0; i < 4; i++)
      expect(columns.reduce((sum, column, k) => sum + w[k]! * column[i]!, 0)).toBeCloseTo(0, 12);
    expect(Math.abs(w[2]!)).toBeGreaterThan(1e-3);
    expect(w[3]).toBeCloseTo(0, 12);
  });
});
