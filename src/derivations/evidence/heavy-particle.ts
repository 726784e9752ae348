import { rubin } from "../../systems/rubin.js";
import { exactly, type Measured, measured } from "./evidence.js";

const epsilons = [32, 64, 128, 256].map((n) => 1 / n);
const fractions = Array.from({ length: 40 }, (_, k) => (k + 1) / 40);

const over = (what: string, claimed: number, distance: (epsilon: number) => number): readonly Measured[] => [
  measured({
    what,
    over: "ε",
    points: epsilons.map((epsilon) => ({ at: epsilon, distance: exactly(distance(epsilon)) })),
    claimed,
  }),
];

const largest = (distance: (fraction: number) => number): number => Math.max(...fractions.map(distance));

/**
 * The diffusion of (29) against a heavy particle in a harmonic chain, ε the mass ratio: the relative difference of ⟨(R(t) − R(0))²⟩
 * from 2Dt, D = kT/ζ, at t = 1/ε² in units of the chain. Both densities are Gaussian. Exact.
 */
export const diffusion = (): readonly Measured[] =>
  over(
    "A heavy particle in a harmonic chain: its mean square displacement at ε²t = 1 against that of (29)",
    1,
    (epsilon) => {
      const chain = rubin({ mass: 1 / epsilon, light: 1, spring: 1 });
      const time = 1 / epsilon ** 2;
      return Math.abs((chain.displacement(time) * chain.drag * epsilon) / (2 * time) - 1);
    },
  );

/**
 * The streaming of (51) against a heavy particle of mass m̂/ε whose net force is of the order ε^{1/2}, by a harmonic bath with the
 * spectrum of Rubin's chain: the correlation C of its momentum obeys Ĉ(s) = 1/(s + ε²(√(s² + ω_c²) − s)), which is Rubin's at the
 * mass ratio ε², and (51) says C = 1 for t of the order 1/ε, as fᵗʰ = 0 of a free particle. Exact.
 */
export const streaming = (): readonly Measured[] =>
  over(
    "A heavy particle with a force of order ε^{1/2}: its momentum's correlation up to εt = 1 against (51)",
    1,
    (epsilon) => {
      const { momentumCorrelation } = rubin({ mass: 1 / epsilon ** 2, light: 1, spring: 1 });
      return largest((fraction) => Math.abs(momentumCorrelation(fraction / epsilon) - 1));
    },
  );

/** The friction of (56) against a heavy particle in a harmonic chain, ε the mass ratio: the difference of momentum correlations. Exact. */
export const friction = (): readonly Measured[] =>
  over(
    "A heavy particle in a harmonic chain: its momentum's correlation up to t = 5 against that of (56)",
    1,
    (epsilon) => {
      const { momentumCorrelation, langevin } = rubin({ mass: 1 / epsilon, light: 1, spring: 1 });
      return largest((fraction) => Math.abs(momentumCorrelation(5 * fraction) - langevin(5 * fraction)));
    },
  );
