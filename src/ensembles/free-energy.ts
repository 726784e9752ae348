import { positive } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { estimate } from "../estimate/estimate.js";
import type { Histogram } from "../estimate/histogram.js";

/** F(ξ) = −kT ln ρ(ξ) along a coordinate, bin by bin; exp(−F/kT) has the area 1. */
export interface FreeEnergy extends Displayable {
  readonly symbol: string;
  readonly kT: number;
  /** Middle of each bin; all bins are `width` wide. */
  readonly centres: Float64Array;
  readonly width: number;
  /** −kT times the logarithm of the density averaged over the bin, an energy. */
  readonly mean: Float64Array;
  /** Standard error of `mean`. */
  readonly error: Float64Array;
}

/** A free energy that shows where it is least and how far it rises. */
export const freeEnergyOf = (parts: Omit<FreeEnergy, typeof display>): FreeEnergy => {
  const { symbol, kT, centres, mean, error } = parts;
  const least = mean.indexOf(mean.reduce((low, value) => Math.min(low, value)));
  const most = mean.indexOf(mean.reduce((high, value) => Math.max(high, value)));
  const text = [least, most].map((i) => `${estimate(mean[i], error[i])} at ${Number(centres[i].toPrecision(4))}`);
  return {
    ...parts,
    [display]: () => ({
      "text/plain": `F(${symbol}) = −kT ln ρ(${symbol}), kT = ${kT}, on ${mean.length} bins: from ${text[0]} to ${text[1]}`,
    }),
  };
};

/** F(ξ) = −kT ln ρ(ξ) from a histogram of a run, with the error kT σ/ρ; bins that nothing fell into are left out.
 *  @throws PhysicsError "parameter", "too-short" where every bin is empty */
export const freeEnergy = (histogram: Histogram, kT: number): FreeEnergy => {
  positive("kT", kT);
  const { symbol, width, density, error } = histogram;
  const full = Array.from(density.keys()).filter((i) => density[i] > 0);
  if (full.length === 0)
    throw new PhysicsError("too-short", {
      what: "Every bin of the histogram is empty",
      expected: "samples",
      remedy: "Run longer",
    });
  return freeEnergyOf({
    symbol,
    kT,
    centres: Float64Array.from(full, (i) => histogram.centres[i]),
    width,
    mean: Float64Array.from(full, (i) => -kT * Math.log(density[i])),
    error: Float64Array.from(full, (i) => (kT * error[i]) / density[i]),
  });
};
