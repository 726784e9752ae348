import { collect } from "../monomials/monomial.js";
import { apply, average, ln, number, partial, phase, power, symbol, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import type { Hole } from "./closure.js";
import type { Reduction } from "./reduce.js";
import { beta } from "./vocabulary.js";

const same = (a: Term, b: Term): boolean => collect(a).key === collect(b).key;

/** Aᵗʰ = β⁻¹ ∂ ln Q/∂X where that is what was found for ∂ ln Q/∂X, else ∫ρ̂ Δ A dΓ*. */
const meaning = (of: Term, { flows, logQ }: Reduction): Term => {
  const force = flows.find((_, k) => same(logQ[k]!, times(beta, of)));
  return force
    ? times(power(beta, number(-1)), apply(partial(force.rate.of.symbol), ln(symbol("Q"))))
    : phase(times(symbol("ρ̂"), symbol("Δ"), of.parts[0]!));
};

const averagesIn = (of: Term): readonly Term[] => {
  const found = [...positions(of)].map(([, part]) => part).filter(({ head }) => head === "average");
  return [...new Map(found.map((each) => [each.key, each])).values()];
};

/** What an equation leaves to be measured: the integrals of correlations, and the thermal averages that stand in it. */
export const holesOf = (reduction: Reduction): readonly Hole[] => [
  ...reduction.diffusive.map(({ hole }) => hole),
  ...averagesIn(reduction.right).map((of) => ({ symbol: average(of.parts[0]!), definition: meaning(of, reduction) })),
];
