/** The kinetic energy along a stretch of an energy shell, to all its digits where it vanishes. */

import { gaussLegendre } from "../linalg/quadrature/gauss-legendre.js";
import type { Stretch } from "./shell.js";

const rule = gaussLegendre(4);
/** The part of the largest kinetic energy below which E − V is the difference of nearly equal numbers. */
const SMALL = 1e-4;
/** The part of it, and of the stretch, below which that difference cannot judge the force any more. */
const LOST = 1e-10;
/** How nearly E − V and the work of the force have to agree, so that the one may stand for the other. */
const AGREED = 1e-5;
/** Places at which the largest kinetic energy is looked for. */
const LOOKS = 32;

/** The work W = ∫₀ˢ F(x + σ u) u dσ of the force on the way s from the place x to the side u = ±1. */
const workFrom = (force: (x: number) => number, x: number, side: 1 | -1) => (way: number) => {
  let sum = 0;
  for (let k = 0; k < rule.nodes.length; k++)
    sum += rule.weights[k] * force(x + side * 0.5 * way * (1 + rule.nodes[k]));
  return 0.5 * side * way * sum;
};

/** An end of a stretch: the work of the force from there, and how far it is better than E − V; not at all at a wall, or where the force vanishes as well. */
const endOf = (
  kinetic: (x: number) => number,
  force: (x: number) => number,
  { from, to }: Stretch,
  side: 1 | -1,
  largest: number,
) => {
  const end = side > 0 ? from : to;
  const work = workFrom(force, end, side);
  const slope = side * force(end);
  for (let reach = 0.01 * (to - from); reach > LOST * (to - from); reach *= 0.5) {
    const K = kinetic(end + side * reach);
    if (!(K > LOST * largest)) break;
    const simple = slope * reach > 0.5 * K && Math.abs(work(reach) - K) < AGREED * K;
    if (simple && K <= SMALL * largest) return { work, reach };
  }
  return { work, reach: 0 };
};

/** K = E − V at x = c + r sin θ, −π/2 < θ < π/2, c and r the middle of the stretch and half its length. Near a turning point x₀ it is the work
 *  ∫ F dx from there, over the distance |x − x₀| = 2r sin²(θ′/2) of the angle θ′ to the end: neither is a difference of nearly equal numbers. */
export const kineticAlong = (
  stretch: Stretch,
  kinetic: (x: number) => number,
  force: (x: number) => number,
): ((theta: number) => number) => {
  const { from, to } = stretch;
  let largest = 0;
  for (let k = 1; k < LOOKS; k++) largest = Math.max(largest, kinetic(from + (k / LOOKS) * (to - from)));
  const [left, right] = ([1, -1] as const).map((side) => endOf(kinetic, force, stretch, side, largest));
  return (theta) => {
    const near = theta < 0 ? left : right;
    const way = (to - from) * Math.sin(0.5 * (Math.PI / 2 - Math.abs(theta))) ** 2;
    if (way < near.reach) return near.work(way);
    return kinetic(theta < 0 ? from + way : to - way);
  };
};
