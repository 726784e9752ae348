import { PhysicsError } from "../../errors.js";
import { atoms, dot, number, outer, over, plus, power, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";

/** Ẋ of the coordinates: by name, with the subscript handed on. `undefined` for what does not move. */
export type Motion = (coordinate: Term) => Term | undefined;

const leibniz = (parts: readonly Term[], motion: Motion, join: (...parts: readonly Term[]) => Term): Term => {
  const moved = parts.map((part, i) => {
    const rate = velocity(part, motion);
    return rate.key === zero.key ? undefined : join(...parts.map((other, k) => (k === i ? rate : other)));
  });
  const sum = moved.filter((each) => each !== undefined);
  return sum.length > 0 ? plus(...sum) : zero;
};

const exponentOf = (of: Term) => {
  if (of.value) return of.value;
  throw new PhysicsError("expression", {
    what: "A slow variable holds a power whose exponent is no number",
    expected: "a power such as p^2 or x^(1/2)",
    remedy: "Write it with exp and ln",
  });
};

/**
 * Ẋ = −𝓛X = Σᵢ (pᵢ/mᵢ · ∂X/∂rᵢ + Fᵢ · ∂X/∂pᵢ) of a phase function, by Leibniz from the motion of the coordinates.
 * @throws PhysicsError "expression" for a term whose motion is not known
 */
export const velocity = (of: Term, motion: Motion): Term => {
  const [first, second] = of.parts;
  switch (of.head) {
    case "number":
      return zero;
    case "symbol":
      return motion(of) ?? zero;
    case "plus": {
      const moved = of.parts.map((part) => velocity(part, motion)).filter(({ key }) => key !== zero.key);
      return moved.length > 0 ? plus(...moved) : zero;
    }
    case "times":
      return leibniz(of.parts, motion, times);
    case "dot":
      return leibniz(of.parts, motion, (a, b) => dot(a!, b!));
    case "outer":
      return leibniz(of.parts, motion, (a, b) => outer(a!, b!));
    case "power": {
      const rate = velocity(first!, motion);
      return rate.key === zero.key ? zero : times(second!, power(first!, number(exponentOf(second!).sub(1))), rate);
    }
    case "exp":
      return times(velocity(first!, motion), of);
    case "ln":
      return over(velocity(first!, motion), first!);
    case "atoms": {
      const rate = velocity(first!, motion);
      return rate.key === zero.key ? zero : atoms(of.name, rate);
    }
    default:
      throw new PhysicsError("expression", {
        what: `The motion of a ${of.head} is asked for`,
        expected: "a phase function made of coordinates by + − × ÷, powers, exp, ln and sums over atoms",
        remedy: "Write the slow variable without integrals and limits",
      });
  }
};
