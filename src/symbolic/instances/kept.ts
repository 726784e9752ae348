import type { Stream } from "../../random/stream.js";
import { drawn } from "./draw.js";
import { add, constant, type Element, multiply, scale } from "./element.js";
import { exponential } from "./functions.js";
import type { System } from "./system.js";

/** The places of all slow variables. */
export const slowVariables = ({ slow }: System): readonly number[] =>
  [...slow.values()].flatMap(({ at, forms }) => forms.map((_, c) => at + c));

/** A function of what 𝓛₀ leaves alone: H and the slow variables. */
export const kept = (rng: Stream, of: System, areGaussian: boolean): Element => {
  const H = of.energy;
  const gaussian = exponential(scale(H, -0.7));
  return areGaussian
    ? multiply(drawn(rng, of, slowVariables(of), "gaussian"), gaussian)
    : multiply(multiply(drawn(rng, of, slowVariables(of), "falling"), add(H, constant(of.n, 0.4))), gaussian);
};
