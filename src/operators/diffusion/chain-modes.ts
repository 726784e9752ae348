import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { type SingularTriplets, smallestSingular } from "../../linalg/tridiagonal/bidiagonal.js";
import { cited } from "../../references.js";
import { type Spectrum, spectrumOf } from "../spectrum.js";
import { type Chain, cellsOf, fluxOf, mirrored } from "./chain.js";

/** e⁻⁷⁰⁰. Below it the weight of a cell loses its digits, and with it the modes, which are divided by its root. */
const LEAST = 1e-304;

/** Refuses grids that reach beyond what exp can say. @throws PhysicsError "grid" */
export const checkWeights = (grid: Grid, weight: Float64Array): void => {
  const at = weight.findIndex((value) => value < LEAST);
  if (at >= 0)
    throw new PhysicsError("grid", {
      what: `V(${grid.points[at]}) lies more than 700 kT above the lowest well`,
      expected: "a grid on which exp(−V/kT) is a number everywhere",
      remedy: "Narrow the grid: nothing ever gets there",
    });
};

/** The decay rates above 0 and their vectors P/√weight. */
const decays = (chain: Chain, count: number): Pick<SingularTriplets, "squares" | "right"> => {
  const [atLeft, atRight] = chain.loss.map((rate) => rate > 0);
  if (atLeft && atRight) {
    const { squares, left } = smallestSingular(cellsOf(chain), count);
    return { squares, right: left };
  }
  if (!atLeft) return smallestSingular(fluxOf(chain), count);
  const { squares, right } = smallestSingular(fluxOf(mirrored(chain)), count);
  return { squares, right: right.map((vector) => vector.subarray(0, chain.weight.length).toReversed()) };
};

/** The `count` slowest modes of a chain, to high relative accuracy. @throws PhysicsError "grid" [fernando-parlett-1994] */
export const chainSpectrum = (grid: Grid, chain: Chain, count: number): Spectrum => {
  cited("fernando-parlett-1994");
  checkWeights(grid, chain.weight);
  const closed = chain.loss[0] === 0 && chain.loss[1] === 0;
  const { squares, right } = decays(chain, closed ? count - 1 : count);
  const modes = right.map((vector) => {
    const mode = chain.weight.map((weight, i) => vector[i] / Math.sqrt(weight));
    const side = Math.sign(mode[grid.size - 1]) || 1;
    return mode.map((value) => value * side);
  });
  if (!closed) return spectrumOf(grid, squares, () => modes);
  return spectrumOf(grid, Float64Array.of(0, ...squares), () => [new Float64Array(grid.size).fill(1), ...modes]);
};
