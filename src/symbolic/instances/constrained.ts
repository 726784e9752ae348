import type { Stream } from "../../random/stream.js";
import { apply } from "../terms/build.js";
import { drawn } from "./draw.js";
import { add, constant, type Element, multiply, scale, valueAt, variable } from "./element.js";
import { evaluate } from "./evaluate.js";
import type { Evolution } from "./evolution.js";
import { exponential } from "./functions.js";
import { slowVariables } from "./kept.js";
import { nullspace } from "./nullspace.js";
import type { Setting } from "./setting.js";
import type { System } from "./system.js";

/** Every monomial of at most second degree in Γ, with and without the time x, times one Gaussian of Γ and the slow variables. */
const candidates = (rng: Stream, of: System): readonly Element[] => {
  const { n, N, d, times } = of;
  const coordinates = Array.from({ length: 2 * N * d }, (_, k) => variable(n, k));
  const squares = coordinates.flatMap((z, k) => coordinates.slice(k).map((other) => multiply(z, other)));
  const monomials = [constant(n, 1), ...coordinates, ...squares];
  const gaussian = multiply(exponential(scale(of.energy, -0.7)), drawn(rng, of, slowVariables(of), "gaussian"));
  const x = variable(n, times.get("t_0")!);
  return monomials.flatMap((monomial) => {
    const still = multiply(monomial, gaussian);
    return [still, multiply(still, x)];
  });
};

/** A function on which several equations of motion hold at once: a random one among quadratic polynomials times a Gaussian. */
export const constrained = (
  rng: Stream,
  label: string,
  conditions: readonly Evolution[],
  setting: Setting,
): Element => {
  const { system } = setting;
  const basis = candidates(rng.child(1), system);
  const points = rng.child(2);
  const places = Array.from({ length: basis.length + 8 }, () =>
    Float64Array.from({ length: system.n }, () => 0.7 * points.normal()),
  );
  const columns = basis.map((element) => {
    const within = { ...setting, given: new Map([...setting.given, [label, { rank: 0, parts: [element] }]]) };
    return conditions.flatMap(({ operator, of, rate }) => {
      const [left, right] = [apply(operator, of), rate].map((term) => evaluate(term, within).parts[0]!);
      const gap = add(left!, scale(right!, -1));
      return places.map((z) => valueAt(gap, z));
    });
  });
  const weights = nullspace(columns, rng.child(3));
  return add(constant(system.n, 0), ...basis.map((element, k) => scale(element, weights[k]!)));
};
