import { collect } from "../monomials/monomial.js";
import { apply, number, one, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { along, contract, thermalGradient } from "./calculus.js";
import { correlation, type Flow, type Hole } from "./closure.js";
import { epsilon } from "./vocabulary.js";

/** −ε ∂/∂X · (gᵗʰ W) of a density W. */
export const streaming = ({ rate, mean }: Flow, density: Term): readonly Term[] =>
  mean ? [times(number(-1), epsilon, apply(along(rate.of.symbol), times(mean, density)))] : [];

/** A term ε² ∂/∂X_a · [D_ab · (∂/∂X_b − ∂ ln Q/∂X_b) W], and the hole D_ab. */
export interface Diffusion {
  readonly a: Flow;
  readonly b: Flow;
  /** What stands before the hole in D_ab. */
  readonly front: Term;
  readonly hole: Hole;
  /** ∂ ln Q/∂X_b. */
  readonly logQ: Term;
}

/** The diffusive term of two fluctuating rates; `alone` when there is no other. */
export const diffusion = (a: Flow, b: Flow, logQ: Term, alone: boolean): Diffusion => ({
  ...{ a, b, logQ },
  hole: correlation(a, b, alone),
  front: collect(times(a.fluctuating!.front, b.fluctuating!.front)),
});

/** ε² ∂/∂X_a · [D_ab · (∂/∂X_b − ∂ ln Q/∂X_b) W] of a density W. */
export const diffusive = ({ a, b, front, hole, logQ }: Diffusion, density: Term): Term => {
  const coefficient = front.key === one.key ? hole.symbol : times(front, hole.symbol);
  const current = contract(coefficient, thermalGradient(b.rate.of.symbol, logQ, density));
  return times(power(epsilon, number(2)), apply(along(a.rate.of.symbol), current));
};
