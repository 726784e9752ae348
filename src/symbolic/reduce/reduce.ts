import type { Term } from "../terms/term.js";
import { type Flow, flow, type Hole } from "./closure.js";
import { type Diffusion, diffusion } from "./equation.js";
import { logarithmicDerivative } from "./mean-force.js";
import { type Programme, programme, type Scaling } from "./programme.js";
import { rate } from "./rate.js";
import { isReversible } from "./reversible.js";
import { conservation } from "./steps/conservation.js";
import { ensemble } from "./steps/ensemble.js";
import { expansion } from "./steps/expansion.js";
import { firstOrder } from "./steps/first-order.js";
import { onsager } from "./steps/onsager.js";
import { reducedDensity } from "./steps/reduced.js";
import type { Step } from "./steps/step.js";
import { keepsVolume } from "./volume.js";

/** The equation of the slow variables, how it was reached, and what it leaves to be measured. */
export interface Reduction {
  readonly programme: Programme;
  readonly steps: readonly Step[];
  readonly left: Term;
  readonly right: Term;
  readonly holes: readonly Hole[];
  readonly flows: readonly Flow[];
  readonly diffusive: readonly Diffusion[];
  /** Whether D is its own transpose because motion can be reversed. */
  readonly isSymmetric: boolean;
  /** ∂ ln Q/∂X of each slow variable. */
  readonly logQ: readonly Term[];
}

/**
 * The equation of motion of slow variables, to order ε²:
 * ∂W̃/∂t = −ε Σ_a ∂/∂X_a · (g_aᵗʰ W̃) + ε² Σ_ab ∂/∂X_a · D_ab · [∂/∂X_b − ∂ ln Q/∂X_b] W̃, D_ab = ∫_{−t₀}^0 ⟨g_a (e^{−𝓛₀s} g_b − g_bᵗʰ)⟩ᵗʰ ds,
 * where Ẋ_a = ε g_a.
 *
 * @throws PhysicsError "parameter" when volumes do not stay as they are, a variable is not slow or a fluctuation does not decay: with the order at which it fails
 */
export const reduceTerms = (scaling: Scaling): Reduction => {
  keepsVolume(scaling);
  const given = programme(scaling);
  const rates = given.slow.map((of) => rate(of, given));
  const flows = rates.map((each) => flow(each, given));
  const logQ = given.slow.map((of) => logarithmicDerivative(of, given));
  const fluctuating = flows.filter((each) => each.fluctuating);
  const terms = fluctuating.flatMap((a) =>
    fluctuating.map((b) => diffusion(a, b, logQ[flows.indexOf(b)]!, fluctuating.length === 1)),
  );
  const conserved = conservation(rates, given);
  const orders = expansion(rates);
  const reduced = reducedDensity(flows, terms, conserved.at(-1)!);
  const isSymmetric = isReversible(scaling, given.odd);
  const steps = [
    ...conserved,
    ...orders,
    ...ensemble(flows, logQ),
    ...firstOrder(flows, logQ, orders.at(-1)!),
    ...(isSymmetric && given.slow.every(({ even }) => even) ? onsager(terms) : []),
    ...reduced,
  ];
  const { left, right } = reduced.at(-1)!;
  return {
    ...{ programme: given, steps, left, right, flows, logQ, isSymmetric },
    holes: terms.map(({ hole }) => hole),
    diffusive: terms,
  };
};
