import { largestInTurns } from "../../linalg/krylov/lanczos.js";
import type { Grounded } from "../../linalg/sparse/grounded.js";
import { cited } from "../../references.js";
import type { Turns } from "../../turns.js";
import { type Spectrum, spectrumOf } from "../spectrum.js";
import { fromBelow } from "./aloft.js";
import type { Network } from "./network.js";

/** A mode without its mean, of mean square 1 in the equilibrium, growing along the first axis with which it is correlated. */
const standardised = ({ grid, joints, landscape, weight, isClosed }: Network, mode: Float64Array): Float64Array => {
  const mean = (of: (i: number) => number) => weight.reduce((sum, share, i) => sum + share * of(i), 0);
  const shift = isClosed ? mean((i) => mode[i]) : 0;
  const centred = mode.map((value) => value - shift);
  const length = Math.sqrt(mean((i) => centred[i] ** 2));
  const sides = isClosed
    ? grid.axes.map(({ from, to }, a) => mean((i) => centred[i] * grid.points[i * grid.dim + a]) / (to - from) / length)
    : [mean((i) => centred[i]) / length];
  const side = Math.sign(sides.find((value) => Math.abs(value) > 1e-7) ?? centred[grid.size - 1]) || 1;
  return fromBelow(
    joints,
    landscape,
    centred.map((value) => (side * value) / length),
  );
};

/** Where the weight of a cell is a smaller part of the largest than this, rounding hides what an eigenvector says. */
const SILENT = 1e-12;

/** The mode of an eigenvector y = √π ψ, on all cells: ψ = λ E⁻¹ π ψ twice, first with nothing on the right where y is silent. */
const smooth = ({ weight, isClosed }: Network, inverse: Grounded, vector: Float64Array, rate: number): Float64Array => {
  const top = weight.reduce((most, value) => Math.max(most, value), 0);
  const heard = vector.map((y, i) => (weight[i] > SILENT * top ? rate * Math.sqrt(weight[i]) * y : 0));
  const once = inverse.solve(heard, new Float64Array(vector.length));
  const mean = isClosed ? once.reduce((sum, value, i) => sum + value * weight[i], 0) : 0;
  return inverse.solve(
    once.map((value, i) => rate * weight[i] * (value - mean)),
    new Float64Array(vector.length),
  );
};

/** The `count` slowest modes of a network: Lanczos' method on the inverse, in the variables in which it is symmetric.
 *  @throws PhysicsError "not-converged" [lanczos-1950] */
export function* networkSpectrum(network: Network, inverse: Grounded, count: number): Turns<Spectrum> {
  cited("lanczos-1950");
  const { grid, weight, isClosed } = network;
  const root = weight.map(Math.sqrt);
  const inside = new Float64Array(grid.size);
  const apply = (x: Float64Array, y: Float64Array) => {
    for (let i = 0; i < x.length; i++) inside[i] = root[i] * x[i];
    inverse.solve(inside, y);
    for (let i = 0; i < x.length; i++) y[i] *= root[i];
  };
  const zero = isClosed ? [root] : [];
  const { values, vectors } = yield* largestInTurns(grid.size, apply, count - zero.length, zero);
  const rates = values.map((value) => 1 / value);
  const modes = () => {
    const slow = vectors.map((vector, k) => standardised(network, smooth(network, inverse, vector, rates[k])));
    return isClosed ? [new Float64Array(grid.size).fill(1), ...slow] : slow;
  };
  return spectrumOf(grid, isClosed ? Float64Array.of(0, ...rates) : rates, modes);
}
