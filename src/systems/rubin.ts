import { finite, positive } from "../checks.js";
import { PhysicsError } from "../errors.js";
import { integrate } from "../linalg/quadrature/integrate.js";
import { cited } from "../references.js";

/** A heavy particle in an infinite harmonic chain of light ones. */
export interface RubinOptions {
  /** Of the heavy particle; at least that of the light ones. */
  readonly mass: number;
  /** Of the light particles. */
  readonly light: number;
  /** Of the springs, energy over length². */
  readonly spring: number;
}

/** What is known in closed form of Rubin's model. */
export interface Rubin {
  /** ω_c = 2√(k/m), the largest frequency of the chain. */
  readonly cutoff: number;
  /** ζ = 2√(k m), the drag force over velocity in the limit of a heavy particle. */
  readonly drag: number;
  /** C(t) = ⟨P(0)P(t)⟩/⟨P²⟩, exact. */
  momentumCorrelation(t: number): number;
  /** ⟨(R(t) − R(0))²⟩ M/kT = 2∫₀ᵗ(t − s)C(s)ds, a time squared, exact. */
  displacement(t: number): number;
  /** What Langevin's equation makes of C, e^{−ζt/M}. */
  langevin(t: number): number;
}

/**
 * Rubin's model. From Ĉ(s) = 1/(s + (m/M)(√(s² + ω_c²) − s)) on the imaginary axis,
 * C(t) = (2/π) ∫₀^{ω_c} cos(ωt) (m/M) √(ω_c² − ω²) / ((1 − m/M)² ω² + (m/M)² (ω_c² − ω²)) dω.
 * ⟨(R(t) − R(0))²⟩ M/kT is t² times the same integral with (sin(ωt/2)/(ωt/2))² for cos(ωt).
 * Frequencies in radians over time. For M < 2m a mode leaves the band of the chain, for which this is not written.
 *
 * @throws PhysicsError "parameter" for masses or springs that are not positive, and for a particle lighter than two of the chain's [rubin-1960]
 */
export const rubin = ({ mass, light, spring }: RubinOptions): Rubin => {
  cited("rubin-1960");
  const ratio = positive("light", light) / positive("mass", mass);
  const cutoff = 2 * Math.sqrt(positive("spring", spring) / light);
  const drag = 2 * Math.sqrt(spring * light);
  if (ratio > 0.5)
    throw new PhysicsError("parameter", {
      what: `The mass is ${mass}, ${1 / ratio} times that of the light particles`,
      expected: "at least twice their mass",
      remedy: `Take a mass from ${2 * light} on`,
    });
  /** (2/π) ∫ g(ωt) of the modes, ω = ω_c sin a. */
  const overModes = (t: number, g: (phase: number) => number): number => {
    const frequency = cutoff * Math.abs(finite("t", t));
    const density = (angle: number) => {
      const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
      return (g(frequency * sine) * ratio * cosine ** 2) / ((1 - ratio) ** 2 * sine ** 2 + ratio ** 2 * cosine ** 2);
    };
    // The density has a peak of width m/M at 0, where the panels are made to end.
    const ends = Array.from({ length: Math.ceil(frequency / 6) }, (_, k) => (6 * (k + 1)) / (frequency + 1));
    const splits = [ratio, 8 * ratio, ...ends];
    return (2 / Math.PI) * integrate(density, 0, Math.PI / 2, 1e-13, splits).value;
  };
  return {
    cutoff,
    drag,
    momentumCorrelation: (t) => overModes(t, Math.cos),
    displacement: (t) => t ** 2 * overModes(t, (phase) => (phase === 0 ? 1 : (Math.sin(phase / 2) / (phase / 2)) ** 2)),
    langevin: (t) => Math.exp((-drag * Math.abs(finite("t", t))) / mass),
  };
};
