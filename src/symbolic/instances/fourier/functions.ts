import { PhysicsError } from "../../../errors.js";
import { type Gaussian, isSharp, type Part, scalar, times } from "./gaussian.js";
import { coefficient, constant, scaled } from "./polynomial.js";

const single = (of: Gaussian, what: string): Part => {
  const [part] = of;
  if (of.length !== 1 || part!.factor.size !== 1 || !part!.factor.has("") || isSharp(of))
    throw new PhysicsError("expression", {
      what: `${what} of a sum of Gaussians`,
      expected: "one Gaussian",
      remedy: "It can be evaluated only for a pure Gaussian",
    });
  return part!;
};

/** aˣ of a pure Gaussian. @throws PhysicsError "expression" */
export const power = (of: Gaussian, x: number): Gaussian => {
  if (Number.isInteger(x) && x >= 0) {
    let out = scalar(1);
    for (let i = 0; i < x; i++) out = times(out, of);
    return out;
  }
  const { factor, exponent, ...rest } = single(of, "A power");
  const [re, im] = coefficient(factor, "");
  const size = Math.hypot(re, im) ** x;
  const turn = Math.atan2(im, re) * x;
  const by = constant(size * Math.cos(turn), im === 0 && re > 0 ? 0 : size * Math.sin(turn));
  return [{ ...rest, factor: by, exponent: scaled(exponent, [x, 0]) }];
};

/** eᵃ of a quadratic a. @throws PhysicsError "expression" */
export const exponential = (of: Gaussian): Gaussian => {
  const [part] = of;
  if (!part) return scalar(1);
  if (of.length > 1 || part.exponent.size > 0 || isSharp(of) || [...part.factor.keys()].some((m) => m.length > 2))
    throw new PhysicsError("expression", {
      what: "An exponent is no quadratic polynomial",
      expected: "a quadratic one",
      remedy: "It can be evaluated only for harmonic systems",
    });
  return [{ ...part, factor: constant(1), exponent: part.factor }];
};

/** δ(a) of a linear a. @throws PhysicsError "expression" */
export const deltaOf = (of: Gaussian): Gaussian => {
  const [part] = of;
  if (of.length !== 1 || part!.exponent.size > 0 || [...part!.factor.keys()].some((m) => m.length > 1))
    throw new PhysicsError("expression", {
      what: "δ of a function that is not linear",
      expected: "a linear one",
      remedy: "Slow variables must be linear in the coordinates to be evaluated",
    });
  return [{ factor: constant(1), exponent: new Map(), deltas: [{ of: part!.factor, order: 0 }], pending: "" }];
};
