import type { Box } from "../linalg/quadrature/cubature.js";
import { integrate, type Quadrature } from "../linalg/quadrature/integrate.js";
import type { Stretch } from "./shell.js";
import { overAngle, summed } from "./shell-angle.js";
import { kineticAlong } from "./shell-kinetic.js";

/** A line whose two sides cancel to this part of their sizes counts as 0: round-off is no function that could be integrated. */
const CANCELLED = 1e-12;
/** Places along a line of the plane at which V − E is looked at. */
const LOOKS = 400;

/** The stretches of the line at y on which V < E. */
const across = (kinetic: (q: Float64Array) => number, [from, to]: readonly [number, number], y: number): Stretch[] => {
  const q = Float64Array.of(from, y);
  const inside = (x: number) => {
    q[0] = x;
    return kinetic(q) > 0;
  };
  const edge = (below: number, above: number) => {
    let [a, b] = [below, above];
    for (let step = 0; step < 50; step++) {
      const middle = 0.5 * (a + b);
      if (inside(middle)) a = middle;
      else b = middle;
    }
    return a;
  };
  const stretches: Stretch[] = [];
  let start = inside(from) ? from : Number.NaN;
  for (let i = 1; i <= LOOKS; i++) {
    const [before, here] = [from + ((i - 1) / LOOKS) * (to - from), from + (i / LOOKS) * (to - from)];
    const within = inside(here);
    if (within && Number.isNaN(start)) start = edge(here, before);
    else if (!within && !Number.isNaN(start)) {
      stretches.push({ from: start, to: edge(before, here) });
      start = Number.NaN;
    }
  }
  return Number.isNaN(start) ? stretches : [...stretches, { from: start, to }];
};

/** K = E − V, and the force along the first axis. */
interface Landscape {
  kinetic(q: Float64Array): number;
  force(q: Float64Array): number;
}

/** ∫ a (E − V)^power over the plane: along lines between turning points, then across the lines. */
export const overPlane = (
  { kinetic, force }: Landscape,
  box: Box,
  splits: readonly number[],
  power: number,
  of: (q: Float64Array) => number,
): Quadrature => {
  const q = new Float64Array(2);
  const at = (value: (q: Float64Array) => number, y: number) => (x: number) => {
    q[0] = x;
    q[1] = y;
    return value(q);
  };
  const line = (y: number) => {
    const stretches = across(kinetic, box[0], y);
    const parts = stretches.map((part) =>
      overAngle(part, kineticAlong(part, at(kinetic, y), at(force, y)), power, at(of, y)),
    );
    const { value, size } = summed(parts);
    return Math.abs(value) > CANCELLED * size ? value : 0;
  };
  return integrate(line, ...box[1], 1e-9, splits);
};
