import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { upperGamma } from "../linalg/gamma.js";
import { integrate } from "../linalg/quadrature/integrate.js";
import type { Histogram } from "./histogram.js";

/** The probability that χ² with `dof` degrees of freedom exceeds a value: Γ(dof/2, χ²/2)/Γ(dof/2). */
export const chiSquaredTail = (value: number, dof: number): number => upperGamma(dof / 2, value / 2);

/** How well data and a model go together. */
export interface Goodness extends Displayable {
  readonly chiSquared: number;
  /** Degrees of freedom, the expected value of χ². */
  readonly dof: number;
  /** How often chance alone gives a larger χ²: below 0.001 the two disagree. */
  readonly probability: number;
}

/** χ² with its degrees of freedom, and how likely a larger one is. */
export const goodness = (chiSquared: number, dof: number): Goodness => {
  const probability = chiSquaredTail(chiSquared, dof);
  return {
    chiSquared,
    dof,
    probability,
    [display]: () => ({
      "text/plain": `χ² = ${chiSquared.toPrecision(4)} for ${dof} degrees of freedom (probability of more: ${probability.toPrecision(2)})`,
    }),
  };
};

/** A density as a function, or something that has one, such as `ensembles.canonical`. */
export type DensityFunction = ((x: number) => number) | { readonly density: (x: number) => number };

/** A histogram against a density on the same axis: χ² = Σᵢ (dᵢ − pᵢ)² (1 − πᵢ)/σᵢ² over the bins, pᵢ the density averaged over the bin, πᵢ the probability
 *  in it and σᵢ the error bar of dᵢ. Bins that expect fewer than 10 samples are left out; the degrees of freedom are the other bins less one. Error bars
 *  hold the correlations in time. @throws PhysicsError "too-short" with fewer than three bins */
export const chiSquared = (histogram: Histogram, density: DensityFunction): Goodness => {
  const { centres, width, density: found, error, samples } = histogram;
  const of = typeof density === "function" ? density : density.density;
  const parts = Array.from(centres, (x, i) => {
    const share = integrate(of, x - width / 2, x + width / 2, 1e-10).value;
    const expected = share / width;
    // Where the bin happens to be empty its own error bar is 0, and that of the expectation takes its place.
    const sigma = Math.max(error[i], found[i] > 0 ? 0 : Math.sqrt(share / samples) / width);
    return { share, term: ((found[i] - expected) ** 2 * (1 - share)) / sigma ** 2 };
  }).filter(({ share }) => share * samples >= 10);
  if (parts.length < 3)
    throw new PhysicsError("too-short", {
      what: `Only ${parts.length} bins of the histogram expect ten samples or more`,
      expected: "three at least",
      remedy: "Take more samples, or a density on the same axis",
    });
  return goodness(
    parts.reduce((sum, { term }) => sum + term, 0),
    parts.length - 1,
  );
};
