import Fraction from "fraction.js";
import type { Stream } from "../../../random/index.js";
import { between } from "../../instances/system.js";
import type { Scaling } from "../programme.js";

/** ε, β, and numbers ĉ for all constants c = ε^k ĉ. */
export const constantsOf = (rng: Stream, { constants = [], order = {} }: Scaling): ReadonlyMap<string, number> => {
  const epsilon = between(rng, 0.3, 0.8);
  const own = ["m", ...constants].flatMap((name): (readonly [string, number])[] => {
    const value = between(rng, 0.6, 1.7);
    const k = new Fraction(order[name] ?? (name === "m" ? -1 : 0)).valueOf();
    return [
      [name, value * epsilon ** k],
      [`${name}̂`.normalize("NFD"), value],
    ];
  });
  return new Map([["ε", epsilon], ["β", between(rng, 0.8, 1.4)], ...own]);
};
