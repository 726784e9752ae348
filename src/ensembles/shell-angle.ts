/** Integrals over the stretches of an energy shell, through the singular points of its ends. */

import { integrate, type Quadrature } from "../linalg/quadrature/integrate.js";
import type { Stretch } from "./shell.js";

/** The sum of integrals, errors added. */
export const summed = (parts: readonly Quadrature[]): Quadrature => {
  const sum = (of: (part: Quadrature) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    value: sum((p) => p.value),
    error: sum((p) => p.error),
    size: sum((p) => p.size),
    evaluations: sum((p) => p.evaluations),
  };
};

/** The place at an angle: x = c + r sin θ takes −π/2 < θ < π/2 to the stretch, and dx = r cos θ dθ cancels the zero of √(E − V) at both ends. */
export const placeAt = ({ from, to }: Stretch, theta: number): number =>
  0.5 * (from + to) + 0.5 * (to - from) * Math.sin(theta);

/** How close an angle comes to the ends: beyond, cos θ and E − V both have lost their digits, and their ratio has its limit already. */
const RIM = Math.PI / 2 - 1e-9;

/** ∫ f(x) (E − V)^power dx over a stretch, in the angle, of which E − V is given as a function. */
export const overAngle = (
  stretch: Stretch,
  kinetic: (theta: number) => number,
  power: number,
  of: (x: number) => number,
): Quadrature => {
  const half = 0.5 * (stretch.to - stretch.from);
  const value = (angle: number) => {
    const theta = Math.max(-RIM, Math.min(RIM, angle));
    const K = kinetic(theta);
    return K > 0 ? of(placeAt(stretch, theta)) * half * Math.cos(theta) * K ** power : 0;
  };
  return integrate(value, -Math.PI / 2, Math.PI / 2, 1e-12);
};
