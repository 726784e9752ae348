import { finite, oneOf } from "../../checks.js";
import { parse } from "../../expressions/parse.js";
import { cited } from "../../references.js";
import type { Entries, Part } from "./entries.js";
import { type ExpressionField, fieldOf } from "./matrix.js";

/** A part whose slope along x is written out, for formulas with corners that cancel. */
const written = (value: string, slope?: string): Part => ({
  tree: parse(value),
  ...(slope !== undefined && { slopes: [parse(slope)] }),
});

const symmetric = (first: Part, second: Part, coupling: Part): Entries => ({
  states: 2,
  re: [first, coupling, coupling, second],
  im: [],
});

/** Simple avoided crossing, dual avoided crossing, and extended coupling with reflection. */
const models = {
  1: {
    parameters: { A: 0.01, B: 1.6, C: 0.005, D: 1 },
    entries: () =>
      symmetric(
        written("A*sign(x)*(1 - exp(-B*abs(x)))", "A*B*exp(-B*abs(x))"),
        written("-A*sign(x)*(1 - exp(-B*abs(x)))", "-A*B*exp(-B*abs(x))"),
        written("C*exp(-D*x^2)"),
      ),
  },
  2: {
    parameters: { A: 0.1, B: 0.28, C: 0.015, D: 0.06, E0: 0.05 },
    entries: () => symmetric(written("0"), written("E0 - A*exp(-B*x^2)"), written("C*exp(-D*x^2)")),
  },
  3: {
    parameters: { A: 6e-4, B: 0.1, C: 0.9 },
    entries: () =>
      symmetric(written("A"), written("-A"), written("B*(1 + sign(x)*(1 - exp(-C*abs(x))))", "B*C*exp(-C*abs(x))")),
  },
} as const;

/** Tully's models of nonadiabatic scattering in atomic units, for a nuclear mass of 2000: 1, a single avoided crossing,
 *  V₁₁ = −V₂₂ = A sgn(x)(1 − e^{−B|x|}), V₁₂ = C e^{−Dx²}; 2, a dual one, V₁₁ = 0, V₂₂ = E₀ − A e^{−Bx²}, V₁₂ = C e^{−Dx²}; 3, an extended coupling,
 *  V₁₁ = −V₂₂ = A, V₁₂ = B(1 + sgn(x)(1 − e^{−C|x|})). Parameters are the published ones
 *  unless others are given.
 *  @throws PhysicsError "parameter" [tully-1990] */
export const tully = (model: keyof typeof models, changed: Readonly<Record<string, number>> = {}): ExpressionField => {
  cited("tully-1990");
  oneOf("model of Tully", String(model), models, "the single avoided crossing");
  const { parameters, entries } = models[model];
  for (const [name, value] of Object.entries(changed)) {
    oneOf("parameter", name, parameters, "the published value");
    finite(name, value);
  }
  return fieldOf(
    entries(),
    { ...parameters, ...changed },
    {
      interval: [-10, 10],
      units: { length: "bohr", energy: "hartree" },
    },
  );
};
