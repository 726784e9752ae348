import type { Box } from "../linalg/quadrature/cubature.js";
import { integrate, type Quadrature } from "../linalg/quadrature/integrate.js";
import type { Stretch } from "./shell.js";
import { overAngle, summed } from "./shell-angle.js";

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

/** ∫ a (E − V)^power over the plane: along lines between turning points, then across the lines. */
export const overPlane = (
  kinetic: (q: Float64Array) => number,
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
  const line = (y: number) =>
    summed(across(kinetic, box[0], y).map((stretch) => overAngle(stretch, at(kinetic, y), power, at(of, y)))).value;
  return integrate(line, ...box[1], 1e-9, splits);
};
