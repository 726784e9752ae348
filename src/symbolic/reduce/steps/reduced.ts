import { asTerm } from "../../monomials/monomial.js";
import type { Equation } from "../../statements/equation.js";
import { apply, minus, number, partial, phase, plus, power, times, zero } from "../../terms/build.js";
import type { Term } from "../../terms/term.js";
import { along } from "../calculus.js";
import type { Flow } from "../closure.js";
import { type Diffusion, diffusive, streaming } from "../equation.js";
import { epsilon, W } from "../vocabulary.js";
import { ensembleIds } from "./ensemble.js";
import { closed, gibbs, stationary } from "./hypotheses.js";
import type { Step } from "./step.js";
import { A1, Delta, reduced, rho, rhoN, t } from "./symbols.js";

const series: Equation = { left: rho, right: plus(rhoN(0), times(epsilon, rhoN(1))) };
const still: Equation = { left: A1, right: zero };

/** The equation of motion of a density: ∂W̃/∂t = −ε Σ ∂/∂X · (gᵗʰ W) + ε² Σ ∂/∂X · D · [∂/∂X − ∂ ln Q/∂X] W. */
export const flux = (flows: readonly Flow[], terms: readonly Diffusion[], density: Term): Term =>
  plus(...flows.flatMap((each) => streaming(each, density)), ...terms.map((each) => diffusive(each, density)));

/** −ε² Σ ∂/∂X · ∫Δ g A₁ dΓ*. */
const ofA1 = (flows: readonly Flow[]): readonly Term[] =>
  flows.map(({ rate: { of, g } }) =>
    minus(times(power(epsilon, number(2)), apply(along(of.symbol), phase(times(Delta, asTerm(g), A1))))),
  );

/** W̃ to first order, the flux of ρ₀ + ερ₁, and the equation in W̃ alone. */
export const reducedDensity = (
  flows: readonly Flow[],
  terms: readonly Diffusion[],
  conservation: Step,
): readonly Step[] => {
  const left = apply(partial(t), reduced);
  const evidence = {
    with: [...ensembleIds, "W̃", "ρ₀", "ρ₁ bounded", ...terms.map(({ hole }) => hole.symbol.name)],
    flow: "gibbs",
  } as const;
  const { left: rate, right } = conservation;
  const given = [series, { left: rate, right }];
  return [
    {
      id: "W̃ to first order",
      left: reduced,
      right: plus(W, times(epsilon, phase(times(Delta, A1)))),
      rule: "insert ρ₀ + ερ₁ into W̃",
      kind: "limit",
      from: ["W̃", "ρ₀", "ρ₁ bounded"],
      hypotheses: [stationary],
      evidence: { ...evidence, given: [series] },
    },
    {
      id: "flux",
      left,
      right: plus(flux(flows, terms, W), ...ofA1(flows)),
      rule: "insert ρ₀ + ερ₁ into the conservation law",
      kind: "limit",
      from: ["conservation", "ρ₀", "ρ₁ bounded"],
      hypotheses: [gibbs],
      evidence: { ...evidence, given },
    },
    {
      id: "equation",
      left,
      right: flux(flows, terms, reduced),
      rule: "close: A₁ = 0, and W̃ is W to this order",
      kind: "limit",
      from: ["flux", "W̃ to first order"],
      hypotheses: [gibbs, closed],
      evidence: { ...evidence, given: [...given, still] },
    },
  ];
};
