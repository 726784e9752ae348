import { positive, whole } from "../checks.js";
import { PhysicsError } from "../errors.js";
import { gaussLegendre } from "../linalg/quadrature/gauss-legendre.js";
import { type HarmonicBath, harmonicBath } from "./harmonic-bath.js";

/** A bath that is given by its spectral density. */
export interface SpectralBathOptions {
  /** S(ω) ≥ 0 on (0, cutoff), smooth there: force over velocity, S = (2/π) ∫₀^∞ k(t) cos(ωt) dt. */
  readonly density: (frequency: number) => number;
  /** The largest frequency, radians over time. */
  readonly cutoff: number;
  /** J, how many oscillators stand for it. */
  readonly modes: number;
  /** m of the bath's energy, a mass times a frequency. */
  readonly light: number;
}

/** The bath of the memory k(t) = ∫₀^cutoff S(ω) cos(ωt) dω: oscillators at the J Gauss–Legendre nodes, with m λⱼ cⱼ² = wⱼ S(λⱼ). For smooth S its kernel,
 *  and hence the covariance of its noise, is that of the integral to about 1e-12 up to t = 2(J − 20)/cutoff; later it recurs.
 *  @throws PhysicsError "parameter" for S < 0 or no number */
export const spectralBath = ({ density, cutoff, modes, light }: SpectralBathOptions): HarmonicBath => {
  positive("cutoff", cutoff);
  positive("light", light);
  const { nodes, weights } = gaussLegendre(whole("modes", modes));
  const frequencies = nodes.map((x) => 0.5 * cutoff * (1 + x));
  const couplings = frequencies.map((lambda, j) => {
    const S = density(lambda);
    if (!(S >= 0 && Number.isFinite(S)))
      throw new PhysicsError("parameter", {
        what: `The spectral density at ${lambda.toPrecision(4)} is ${S}`,
        expected: "a number from 0 on, as the noise has no negative power",
        remedy: "Check the density, or lower the cutoff",
      });
    return Math.sqrt((0.5 * cutoff * weights[j] * S) / (light * lambda));
  });
  return harmonicBath({ frequencies, couplings, light });
};
