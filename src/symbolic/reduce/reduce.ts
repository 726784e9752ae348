import { apply, partial, plus } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { type Flow, flow, type Hole } from "./closure.js";
import { type Diffusion, diffusion, streaming } from "./equation.js";
import { logarithmicDerivative } from "./mean-force.js";
import { programme, type Scaling } from "./programme.js";
import { rate } from "./rate.js";
import { closed, conservation, expansion, firstOrder, gibbs, logarithms, reduced, type Step, t } from "./steps.js";

/** The equation of the slow variables, how it was reached, and what it leaves to be measured. */
export interface Reduction {
  readonly steps: readonly Step[];
  readonly left: Term;
  readonly right: Term;
  readonly holes: readonly Hole[];
  readonly flows: readonly Flow[];
  readonly diffusive: readonly Diffusion[];
  /** ∂ ln Q/∂X of each slow variable. */
  readonly logQ: readonly Term[];
}

/**
 * The equation of motion of slow variables, to order ε²:
 * ∂W/∂t = −ε Σ_a ∂/∂X_a · (g_aᵗʰ W) + ε² Σ_ab ∂/∂X_a · D_ab · [∂/∂X_b − ∂ ln Q/∂X_b] W, D_ab = ∫_{−t₀}^0 ⟨g_a (e^{−𝓛₀s} g_b − g_bᵗʰ)⟩ᵗʰ ds,
 * where Ẋ_a = ε g_a.
 *
 * @throws PhysicsError "parameter" when a variable is not slow or a fluctuation does not decay: with the order at which it fails
 */
export const reduceTerms = (scaling: Scaling): Reduction => {
  const given = programme(scaling);
  const rates = given.slow.map((of) => rate(of, given));
  const flows = rates.map((each) => flow(each, given));
  const logQ = given.slow.map((of) => logarithmicDerivative(of, given));
  const fluctuating = flows.filter((each) => each.fluctuating);
  const diffusive = fluctuating.flatMap((a) =>
    fluctuating.map((b) => diffusion(a, b, logQ[flows.indexOf(b)]!, fluctuating.length === 1)),
  );
  const right = plus(...flows.flatMap(streaming), ...diffusive.map(({ term }) => term));
  const left = apply(partial(t), reduced);
  const last: Step = {
    id: "equation",
    left,
    right,
    rule: "insert ρ₀ + ερ₁ into the conservation law, close",
    from: ["conservation", "ρ₀", "ρ₁ bounded"],
    hypotheses: [gibbs, closed],
  };
  const steps = [
    ...conservation(rates),
    ...expansion(rates),
    ...logarithms(flows, logQ),
    ...firstOrder(flows, logQ),
    last,
  ];
  return { steps, left, right, holes: diffusive.map(({ hole }) => hole), flows, diffusive, logQ };
};
