import { PhysicsError } from "../errors.js";
import { gaussLegendre } from "./gauss-legendre.js";

const rule = gaussLegendre(16);

/** ∫ f over [from, to] by `panels` equal Gauss–Legendre panels of 16 points. */
const composite = (f: (x: number) => number, from: number, to: number, panels: number): number => {
  const half = (to - from) / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const centre = from + (2 * panel + 1) * half;
    for (let k = 0; k < 16; k++) sum += rule.weights[k] * f(centre + half * rule.nodes[k]);
  }
  return sum * half;
};

/** A number found by a rule that was refined, and how much the last refinement moved it. */
export interface Quadrature {
  readonly value: number;
  readonly error: number;
  readonly evaluations: number;
}

/** ∫ f over [from, to]: panels are doubled until the value moves by less than `tolerance` of ∫ |f|. @throws PhysicsError "not-converged" */
export const integrate = (f: (x: number) => number, from: number, to: number, tolerance = 1e-13): Quadrature => {
  const scale = composite((x) => Math.abs(f(x)), from, to, 16);
  let before = composite(f, from, to, 8);
  for (let panels = 16, evaluations = 128; panels <= 2 ** 14; panels *= 2) {
    const value = composite(f, from, to, panels);
    evaluations += 16 * panels;
    const error = Math.abs(value - before);
    if (error <= tolerance * Math.max(scale, Math.abs(value))) return { value, error, evaluations };
    before = value;
  }
  throw new PhysicsError("not-converged", {
    what: `The integral from ${from} to ${to} still moves after 16384 panels; its last value is ${before}`,
    expected: "an integrand that is finite and smooth but for a few kinks",
    remedy: "Check it for singular points, or integrate between them",
  });
};
