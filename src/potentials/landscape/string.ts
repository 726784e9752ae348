/** The zero-temperature string: images that slide downhill and are spread evenly along the curve that they make. [e-ren-vanden-eijnden-2007] */

import { PhysicsError } from "../../errors.js";
import { cubicSpline } from "../../linalg/cubic-spline.js";
import { checkFinite } from "../checked.js";
import type { Potential } from "../potential.js";
import { hessianOf } from "./curvature.js";

/** Rounds at most, rounds from one look at the stiffness to the next, and the move, as a part of the length, at which the string rests. */
const [ROUNDS, LOOK, REST] = [40_000, 100, 1e-11];

/** The distances of images from the first, along the chords between them. */
export const chords = (points: Float64Array, dim: number): Float64Array => {
  const s = new Float64Array(points.length / dim);
  for (let i = 1; i < s.length; i++) {
    let square = 0;
    for (let k = i * dim; k < (i + 1) * dim; k++) square += (points[k] - points[k - dim]) ** 2;
    s[i] = s[i - 1] + Math.sqrt(square);
  }
  return s;
};

/** `images` at equal distances along the straight lines from one of the `stations` to the next. */
export const polygon = (stations: readonly Float64Array[], images: number): Float64Array => {
  const [{ length: dim }] = stations;
  const s = chords(Float64Array.from(stations.flatMap((q) => [...q])), dim);
  return Float64Array.from({ length: images * dim }, (_, at) => {
    const where = (Math.floor(at / dim) / (images - 1)) * s[s.length - 1];
    const i = Math.max(
      1,
      s.findIndex((length) => length >= where - 1e-12 * s[s.length - 1]),
    );
    const share = (where - s[i - 1]) / (s[i] - s[i - 1] || 1);
    return (1 - share) * stations[i - 1][at % dim] + share * stations[i][at % dim];
  });
};

/** The slope at x₀ of the cubic through four points. */
const slopeAt = (x: readonly number[], y: readonly number[]): number => {
  const at = (i: number) => x[i] - x[0];
  let slope = 0;
  for (const i of [1, 2, 3]) {
    const [j, k] = [1, 2, 3].filter((other) => other !== i);
    slope += ((y[i] - y[0]) * at(j) * at(k)) / (at(i) * (at(i) - at(j)) * (at(i) - at(k)));
  }
  return slope;
};

/** Moves images to equal distances along the cubic spline through them, whose slopes at the ends are those of the first and last four. */
const spread = (points: Float64Array, dim: number): void => {
  const s = chords(points, dim);
  const last = s.length - 1;
  for (let k = 0; k < dim; k++) {
    const values = s.map((_, i) => points[i * dim + k]);
    const end = (order: readonly number[]) =>
      slopeAt(
        order.map((i) => s[i]),
        order.map((i) => values[i]),
      );
    const curve = cubicSpline(s, values, [end([0, 1, 2, 3]), end([last, last - 1, last - 2, last - 3])]);
    for (let i = 1; i < last; i++) points[i * dim + k] = curve.value((i / last) * s[last]);
  }
};

/** Slides all points down the force, q̇ = F, for a time h, by the classical method of Runge and Kutta; its error would bend the path. */
const slider = (potential: Potential, size: number) => {
  const [f1, f2, f3, f4, at] = Array.from({ length: 5 }, () => new Float64Array(size));
  const ahead = (q: Float64Array, h: number, f: Float64Array) => {
    for (let i = 0; i < size; i++) at[i] = q[i] + h * f[i];
    return at;
  };
  return (q: Float64Array, h: number): void => {
    potential.force(q, f1);
    potential.force(ahead(q, h / 2, f1), f2);
    potential.force(ahead(q, h / 2, f2), f3);
    potential.force(ahead(q, h, f3), f4);
    for (let i = 0; i < size; i++) q[i] += (h / 6) * (f1[i] + 2 * f2[i] + 2 * f3[i] + f4[i]);
  };
};

/** The largest stiffness met along the string, as the Frobenius norm of the Hessian, which bounds it from above. */
const stiffest = (potential: Potential, points: Float64Array): number => {
  const { dim } = potential;
  const hessian = hessianOf(potential);
  const matrix = new Float64Array(dim * dim);
  let most = 0;
  for (let at = 0; at < points.length; at += dim)
    most = Math.max(most, Math.hypot(...hessian(points.slice(at, at + dim), matrix)));
  return most;
};

const restless = (move: number): never => {
  throw new PhysicsError("not-converged", {
    what: `After ${ROUNDS} rounds the path still moves by ${move.toPrecision(2)} of its length`,
    expected: "a path that comes to rest",
    remedy: "Take ends nearer to each other, or fewer images",
  });
};

/** A string of images brought to rest on a path of minimal energy; its ends stay.
 *  @throws PhysicsError "not-converged", "non-finite" */
export const relax = (potential: Potential, points: Float64Array): Float64Array => {
  const { dim } = potential;
  const string = points.slice();
  const slide = slider(potential, string.length);
  let before = string.slice();
  let move = Number.POSITIVE_INFINITY;
  let h = 0;
  for (let round = 0; round < ROUNDS; round++) {
    if (round % LOOK === 0) h = 0.4 / stiffest(potential, string);
    slide(string, h);
    spread(string, dim);
    move = string.reduce((most, x, i) => Math.max(most, Math.abs(x - before[i])), 0) / chords(string, dim).at(-1)!;
    if (move < REST) return string;
    if (Number.isNaN(move)) checkFinite(potential, before);
    before = string.slice();
  }
  return restless(move);
};
