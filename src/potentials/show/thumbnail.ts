import { basin } from "../landscape/landscape.js";
import { plane } from "../landscape/plane.js";
import { stationaryPoints } from "../landscape/stationary.js";
import { type Potential, profile, pull } from "../potential.js";
import { map } from "./map.js";
import { sketch } from "./sketch.js";

const curve = (potential: Potential, names: readonly string[], values: string): string => {
  const V = profile(potential);
  const { from, to, lowest } = basin(V, 1e3);
  const heights = stationaryPoints(pull(potential), from, to).map(({ x }) => V(x));
  const barrier = Math.max(...heights, V(lowest)) - V(lowest);
  // A well without a barrier has one stationary point, found to round-off.
  const rise = barrier > 1e-9 ? barrier : 1;
  const near = basin(V, 1.6 * rise);
  return sketch(V, near.from, near.to, V(near.lowest) + 1.6 * rise, names[0], values);
};

const surface = (potential: Potential, names: readonly string[], values: string): string => {
  const point = new Float64Array(2);
  const V = (x: number, y: number) => {
    point[0] = x;
    point[1] = y;
    return potential.energy(point);
  };
  return map(V, plane(potential), names, values);
};

/** An image of V with its wells and barriers: a curve on a line, contours on a plane, nothing where there are more coordinates or V does not confine. */
export const thumbnail = (potential: Potential, names: readonly string[], values: string): string => {
  if (potential.dim > 2) return "";
  try {
    const svg = (potential.dim === 1 ? curve : surface)(potential, names, values);
    return `<img alt="V(${names.join(", ")})" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;
  } catch {
    return "";
  }
};
