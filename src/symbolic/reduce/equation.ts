import { apply, number, one, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { along, contract, thermalGradient, tidy } from "./calculus.js";
import { correlation, type Flow, type Hole } from "./closure.js";
import { epsilon, W } from "./vocabulary.js";

/** −ε ∂/∂X · (gᵗʰ W). */
export const streaming = ({ rate, mean }: Flow): readonly Term[] =>
  mean ? [times(number(-1), epsilon, apply(along(rate.of.symbol), times(mean, W)))] : [];

/** A term ε² ∂/∂X_a · [D_ab · (∂/∂X_b − ∂ ln Q/∂X_b) W], and the hole D_ab. */
export interface Diffusion {
  readonly a: Flow;
  readonly b: Flow;
  /** What stands before the hole in D_ab. */
  readonly front: Term;
  readonly hole: Hole;
  readonly term: Term;
}

/** The diffusive term of two fluctuating rates. `logQ` is ∂ ln Q/∂X_b; `alone` when there is no other. */
export const diffusion = (a: Flow, b: Flow, logQ: Term, alone: boolean): Diffusion => {
  const hole = correlation(a, b, alone);
  const front = tidy(times(a.fluctuating!.front, b.fluctuating!.front));
  const coefficient = front.key === one.key ? hole.symbol : times(front, hole.symbol);
  const current = contract(coefficient, thermalGradient(b.rate.of.symbol, logQ));
  return { a, b, front, hole, term: times(power(epsilon, number(2)), apply(along(a.rate.of.symbol), current)) };
};
