import { finite, oneOf, positive, whole } from "../checks.js";
import { integrate, type Quadrature } from "../linalg/quadrature/integrate.js";
import type { Stream } from "../random/stream.js";
import { cited } from "../references.js";
import { debyeCorrelation } from "./debye-correlation.js";
import { type HarmonicBath, harmonicBath } from "./harmonic-bath.js";
import { spectralBath } from "./spectral-bath.js";

/** A heavy particle in a bath whose frequencies have Debye's density. */
export interface DebyeOptions {
  /** K, the friction of the limit, force over velocity. */
  readonly friction: number;
  /** λ_d, the largest frequency. */
  readonly cutoff: number;
  /** Of the heavy particle. */
  readonly mass: number;
  /** m of the bath's energy, a mass times a frequency. */
  readonly light: number;
}

/** Where the J oscillators of a Debye bath lie: at Gauss–Legendre nodes, with weights; or, each with 3λⱼ³cⱼ² = κ/J, at the middles of J equally likely classes, or drawn from the
 *  density by a stream. Slow oscillators count so much, by λ⁻², that drawn ones have no kernel of finite variance. */
export type Placement = "nodes" | "quantiles" | Stream;

/** What is known in closed form of Zwanzig's model with Debye's density of frequencies. */
export interface Debye {
  /** κ = 2Kλ_d³/(πm), from 3λⱼ³cⱼ² = κ/J. */
  readonly kappa: number;
  /** lim J⁻¹ Σⱼ h(λⱼ) = ∫₀^λ_d h(λ) 3λ²/λ_d³ dλ, by quadrature; h needs no value at 0. */
  average(h: (lambda: number) => number): Quadrature;
  /** k(t) = (mκ/λ_d³) sin(λ_d t)/t = (2K/π) sin(λ_d t)/t, the memory as J → ∞. */
  kernel(t: number): number;
  /** J oscillators; "nodes" unless told. */
  bath(modes: number, placement?: Placement): HarmonicBath;
  /** C(t) = ⟨P(0)P(t)⟩/⟨P²⟩ of the free particle, exact, from Ĉ(s) = 1/(s + (2K/πM) arctan(λ_d/s)). */
  momentumCorrelation(t: number): number;
  /** What Langevin's equation makes of it, e^{−Kt/M}: the limit λ_d → ∞ with K held. */
  langevin(t: number): number;
}

/** Zwanzig's model with frequencies of the density 3λ²/λ_d³ on (0, λ_d] and couplings 3λⱼ³cⱼ² = κ/J: in the sum for its kernel,
 *  Σⱼ m λⱼ cⱼ² cos(λⱼt) → (mκ/3) ∫ λ⁻² cos(λt) 3λ²/λ_d³ dλ, the squares of λ cancel, and ∫₀^∞ k = K = πmκ/(2λ_d³).
 *  @throws PhysicsError "parameter" [zwanzig-1973] */
export const debye = ({ friction: K, cutoff, mass, light }: DebyeOptions): Debye => {
  cited("zwanzig-1973");
  positive("friction", K);
  positive("cutoff", cutoff);
  positive("mass", mass);
  const kappa = (2 * K * cutoff ** 3) / (Math.PI * positive("light", light));
  /** Oscillators that count alike; the part of them that lies below oscillator j is share(j). */
  const alike = (modes: number, share: (j: number) => number): HarmonicBath => {
    const frequencies = Float64Array.from({ length: whole("modes", modes) }, (_, j) => cutoff * Math.cbrt(share(j)));
    return harmonicBath({
      frequencies,
      couplings: frequencies.map((l) => Math.sqrt(kappa / (3 * modes * l ** 3))),
      light,
    });
  };
  return {
    kappa,
    average: (h) => integrate((lambda) => (h(lambda) * 3 * lambda ** 2) / cutoff ** 3, 0, cutoff),
    kernel: (t) => ((2 * K) / Math.PI) * (finite("t", t) === 0 ? cutoff : Math.sin(cutoff * t) / t),
    bath: (modes, placement = "nodes") => {
      if (typeof placement === "object") return alike(modes, () => 1 - placement.uniform());
      oneOf("placement", placement, { nodes: 0, quantiles: 0 }, '"nodes"');
      if (placement === "quantiles") return alike(modes, (j) => (j + 0.5) / modes);
      return spectralBath({ density: () => (2 * K) / Math.PI, cutoff, modes, light });
    },
    momentumCorrelation: debyeCorrelation(K / mass, cutoff),
    langevin: (t) => Math.exp((-K * Math.abs(finite("t", t))) / mass),
  };
};
