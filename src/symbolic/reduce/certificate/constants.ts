import Fraction from "fraction.js";
import type { Stream } from "../../../random/index.js";
import { between } from "../../instances/system.js";
import type { Scaling } from "../programme.js";

/** Constants of which each atom has one: u of "u_i". */
export const ofAtoms = ({ constants = [] }: Scaling): readonly string[] =>
  constants.filter((name) => name.endsWith("_i")).map((name) => name.slice(0, -2).normalize("NFD"));

/** ε, β, and numbers ĉ for all constants c = ε^k ĉ, but for those that atoms have or are sums over atoms. */
export const constantsOf = (
  rng: Stream,
  { constants = [], order = {}, names = [] }: Scaling,
): ReadonlyMap<string, number> => {
  const summed = new Set(names.map(({ symbol }) => symbol.name));
  const epsilon = between(rng, 0.3, 0.8);
  const own = ["m", ...constants.filter((name) => !name.endsWith("_i") && !summed.has(name.normalize("NFD")))].flatMap(
    (name): (readonly [string, number])[] => {
      const value = between(rng, 0.6, 1.7);
      const k = new Fraction(order[name] ?? (name === "m" ? -1 : 0)).valueOf();
      return [
        [name.normalize("NFD"), value * epsilon ** k],
        [`${name}̂`.normalize("NFD"), value],
      ];
    },
  );
  return new Map([["ε", epsilon], ["β", between(rng, 0.8, 1.4)], ...own]);
};
