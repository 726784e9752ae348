import { describe, expect, it } from "vitest";
import { display } from "../../../src/display.js";
import { PhysicsError } from "../../../src/errors.js";
import { symbolic } from "../../../src/index.js";
import type { Problem } from "../../../src/symbolic/reduce/index.js";

const { reduce } = symbolic;
const rotor: Problem = {
  slow: ["φ"],
  motion: { φ: "ℓ/I", ℓ: "τ" },
  fast: ["τ"],
  constants: ["I"],
  odd: ["ℓ"],
  order: { I: -1 },
};

describe("reduce as it is written in a cell", () => {
  it("gives Smoluchowski's equation, what it needs, and what it supposes", () => {
    const limit = reduce({ slow: ["R"], mass: { R: "m/epsilon" }, order: { P: 0, force: 0 } });
    expect(limit.equation.text).toBe("∂W̃/∂t = ε^2 ∂/∂R · m̂^(−2) γ · (∂/∂R − β f^th) W̃".normalize("NFC"));
    expect(limit.holes.map(({ text }) => text)).toEqual([
      "γ = ∫_{−t_0}^{0} (P ⊗ e^{−𝓛_0 s} P)^th ds",
      "f^th = 1/β ∂/∂R ln(Q)",
    ]);
    expect(limit.hypotheses.some((each) => each.startsWith("Gibbs"))).toBe(true);
    expect(reduce({ slow: ["R"] }).equation.text).toBe(limit.equation.text);
  });

  it("gives Fokker and Planck's equation in scaled variables", () => {
    const { equation, holes } = reduce({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", force: "1/2" } });
    expect(equation.text).toBe(
      "∂W̃/∂t = −ε ∂/∂Φ · 1/m̂ Π W̃ − ε ∂/∂Π · f^th W̃ + ε^2 ∂/∂Π · θ · (∂/∂Π + β/m̂ Π) W̃".normalize("NFC"),
    );
    expect(holes.map(({ text }) => text)).toEqual([
      "θ = ∫_{−t_0}^{0} ((f ⊗ e^{−𝓛_0 s} f)^th − f^th ⊗ f^th) ds",
      "f^th = 1/β ∂/∂Φ ln(Q)",
    ]);
  });

  it("reads own variables as text: the angle of a heavy rotor", () => {
    const { equation, holes } = reduce(rotor);
    expect(equation.text).toBe("∂W̃/∂t = ε^2 ∂/∂φ D Î^(−2) (∂/∂φ − ∂/∂φ ln(Q)) W̃".normalize("NFC"));
    expect(holes.map(({ text }) => text)).toEqual(["D = ∫_{−t_0}^{0} (ℓ e^{−𝓛_0 s} ℓ)^th ds"]);
  });

  it("reads own formulas: the energy of a weakly coupled subsystem", () => {
    const { holes, equation } = reduce({
      slow: [{ name: "E", formula: "Σ_i θ_i p_i · p_i/(2 m_i) + U" }],
      motion: { U: "−Σ_i θ_i/m_i F_i · p_i", p_i: "F_i + ε K_i" },
      fast: ["K_i"],
      vectors: ["K_i"],
    });
    expect(equation.text).toBe("∂W̃/∂t = ε^2 ∂/∂E D (∂/∂E − ∂/∂E ln(Q)) W̃".normalize("NFC"));
    expect(holes[0]!.text).toContain("Σ_i 1/m_i θ_i (K_i · p_i)");
  });

  it("gives drift and diffusion of angle and spin under a weak torque", () => {
    const { equation } = reduce({ ...rotor, slow: ["φ", "ℓ"], motion: { φ: "ℓ/I", ℓ: "ε τ" } });
    expect(equation.text).toBe(
      "∂W̃/∂t = −ε ∂/∂φ ℓ/Î W̃ − ε ∂/∂ℓ τ^th W̃ + ε^2 ∂/∂ℓ D (∂/∂ℓ − ∂/∂ℓ ln(Q)) W̃".normalize("NFC"),
    );
  });

  it("shows its steps with rules and hypotheses, its equation and its holes", () => {
    const limit = reduce({ slow: ["R_1", "R_2"] });
    const shown = limit[display]();
    const { steps } = shown[symbolic.derivationMime] as symbolic.DerivationForm;
    expect(steps).toHaveLength(limit.steps.length + limit.holes.length);
    for (const [k, { tex, rule, hypotheses }] of limit.steps.entries())
      expect(steps[k]).toMatchObject({ tex, rule, hypotheses });
    for (const { id, from } of steps.slice(limit.steps.length)) {
      expect(from).toEqual(["equation"]);
      expect(shown["text/plain"]).toContain(`(${id})`);
    }
    expect(limit.equation.tex).toContain("\\gamma_{1,2}");
    expect(limit.holes[display]()["text/latex"]).toContain("\\gamma_{2,1}");
  });
});

describe("what reduce refuses", () => {
  it.each<[string, Problem, string]>([
    ["no slow variable", { slow: [] }, "No variable is slow"],
    ["an unknown variable", { slow: ["X"] }, "The slow variable X is not known"],
    [
      "friction in the motion",
      {
        ...{ slow: ["x"], motion: { x: "u/a", u: "−g u" }, constants: ["a", "g"] },
        ...{ odd: ["u"], order: { a: -1 } },
      },
      "Volumes do not stay as they are",
    ],
    ["a variable twice", { slow: ["R", "R"] }, "The slow variable R is given twice"],
    ["a component twice", { slow: ["R_1", "R_2", "R_1"] }, "The slow variable R_1 is given twice"],
    [
      "a coordinate twice",
      { ...rotor, slow: ["φ", { name: "φ", formula: "φ" }] },
      "The slow variable φ is given twice",
    ],
    ["a misspelt name in a formula", { ...rotor, motion: { φ: "l/I", ℓ: "τ" } }, "l is not declared"],
    ["a formula that is none", { ...rotor, motion: { φ: "ℓ/", ℓ: "τ" } }, "ℓ/"],
    ["a name of the method", { ...rotor, constants: ["I", "W"] }, "W is a name of the method"],
    ["an order of no power", { slow: ["R"], order: { P: "small" } }, "The order of P is small"],
    ["an order of a name that is nowhere", { slow: ["R"], order: { mas: -1 } }, "The order of mas is given"],
    ["an order of a coordinate that is not slow", { ...rotor, order: { I: -1, ℓ: "-1/2" } }, "The order of ℓ is given"],
    ["a mass of nobody", { slow: ["R"], mass: { P: "m/epsilon" } }, "P has a mass and is no slow body"],
    ["a mass that is none", { slow: ["R"], mass: { R: "2 epsilon" } }, "The mass of R is 2 epsilon"],
    [
      "masses of two orders",
      { slow: ["R_1", "R_2"], mass: { R_1: "m/epsilon", R_2: "m" } },
      "The masses of the bodies differ in order",
    ],
    ["a mass against its order", { slow: ["R"], mass: { R: "m/epsilon" }, order: { m: 0 } }, "contradicts the mass"],
    ["a light particle", { slow: ["R"], mass: { R: "m" } }, "so that it is not slow"],
    [
      "a momentum that the atoms leave constant",
      { slow: ["R"], order: { force: "1/2" } },
      "changes only at order ε^1/2",
    ],
    ["a spin that hardly changes", { ...rotor, motion: { φ: "ℓ/I", ℓ: "ε τ" } }, "Take ℓ among the slow variables"],
  ])("%s", (_, problem, message) => {
    expect(() => reduce(problem)).toThrow(PhysicsError);
    expect(() => reduce(problem)).toThrow(message);
  });
});
