import { finite, whole } from "../../checks.js";
import { counted } from "../../counted.js";
import { type Displayable, display, type MimeBundle } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { cubicSpline } from "../../linalg/cubic-spline.js";
import { cited } from "../../references.js";
import { checkFinite } from "../checked.js";
import { coordinates } from "../coordinates.js";
import type { Potential } from "../potential.js";
import { sketch } from "../show/sketch.js";
import { type CriticalPoint, criticalPoint } from "./critical-point.js";
import { chords, polygon, relax } from "./string.js";

/** A path of minimal energy from one well to another: everywhere along it the force has no component across. */
export interface EnergyPath extends Displayable {
  /** The images, evenly spaced, one point after the other. */
  readonly points: Float64Array;
  /** The images by the names of their coordinates. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** The length of the path up to each image, along the chords. */
  readonly s: Float64Array;
  /** V at each image. */
  readonly energy: Float64Array;
  /** The wells that it passes, with both ends, in its order. */
  readonly minima: readonly CriticalPoint[];
  /** The passes between them, in its order. */
  readonly saddles: readonly CriticalPoint[];
  /** How far the highest saddle lies above the first minimum. */
  readonly barrier: number;
}

type Named = Potential & { readonly variables?: readonly string[] };

const pointOf = (name: string, q: ArrayLike<number>, dim: number): Float64Array => {
  if (q.length === dim) return Float64Array.from(q, (x, i) => finite(`${name}[${i}]`, x));
  throw new PhysicsError("dimension", {
    what: `The point ${name} has ${counted(q.length, "coordinate")}`,
    expected: `${dim}, as the potential has`,
    remedy: "List a number for every coordinate",
  });
};

const oneWell = (q: Float64Array): never => {
  throw new PhysicsError("parameter", {
    what: `Both ends lie in the well of (${[...q].map((x) => Number(x.toPrecision(6))).join(", ")})`,
    expected: "ends in two wells",
    remedy: "Look at potentials.criticalPoints(…).minima, or at the map of the potential",
  });
};

const noPoint = (what: string): never => {
  throw new PhysicsError("not-converged", {
    what,
    expected: "a smooth potential with separate wells",
    remedy: "Take an end nearer to the bottom of its well",
  });
};

/** The bottom of the well in which an end lies. */
const bottomOf = (potential: Named, name: string, q: Float64Array, reach: number): CriticalPoint => {
  checkFinite(potential, q);
  return criticalPoint(potential, q, reach, 0) ?? noPoint(`No minimum was found from the end ${name}`);
};

/** The critical points next to the images where V is lower, or higher, than at both neighbours. */
const turning = (potential: Potential, points: Float64Array, energy: Float64Array, side: 1 | -1, reach: number) => {
  const { dim } = potential;
  const found: CriticalPoint[] = [];
  for (let i = 1; i < energy.length - 1; i++) {
    if (!(side * (energy[i] - energy[i - 1]) > 0 && side * (energy[i] - energy[i + 1]) >= 0)) continue;
    const point = criticalPoint(potential, points.slice(i * dim, (i + 1) * dim), reach, side > 0 ? 1 : 0);
    found.push(point ?? noPoint(`Near image ${i} of the path no ${side > 0 ? "saddle" : "minimum"} was found`));
  }
  return found;
};

const shown = ({ s, energy, minima, saddles, barrier }: Omit<EnergyPath, typeof display>): MimeBundle => {
  const curve = cubicSpline(s, energy);
  const short = (value: number) => String(Number(value.toPrecision(6)));
  const stations = minima.flatMap((well, i) => (i === 0 ? [well] : [saddles[i - 1], well]));
  const text = `V = ${stations.map((point) => short(point.energy)).join(" → ")}, barrier ${short(barrier)}, length ${short(s[s.length - 1])}`;
  const [low, high] = [Math.min(...energy), Math.max(...energy)];
  const svg = sketch(curve.value, 0, s[s.length - 1], high + 0.05 * (high - low), "length along the path", "");
  const image = `<img alt="V along the path" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;
  return { "text/markdown": `${text}\n\n${image}`, "text/plain": `Path of minimal energy: ${text}` };
};

/** What an `EnergyPath` tells of images that have come to rest. */
const told = (potential: Named, points: Float64Array, from: CriticalPoint, to: CriticalPoint): EnergyPath => {
  const { dim, variables: names = coordinates(dim) } = potential;
  const s = chords(points, dim);
  const energy = s.map((_, i) => potential.energy(points.subarray(i * dim, (i + 1) * dim)));
  const spacing = s[s.length - 1] / (s.length - 1);
  const saddles = turning(potential, points, energy, 1, spacing);
  const found = {
    points,
    columns: Object.fromEntries(names.map((name, k) => [name, s.map((_, i) => points[i * dim + k])])),
    s,
    energy,
    minima: [from, ...turning(potential, points, energy, -1, spacing), to],
    saddles,
    barrier: Math.max(...saddles.map((saddle) => saddle.energy)) - from.energy,
  };
  return { ...found, [display]: () => shown(found) };
};

/** The path of minimal energy between the wells in which a and b lie, by the zero-temperature string: images slide down the force and are spread evenly
 *  along the cubic spline through them, until they rest on a curve along which F is parallel to it. Its minima and saddles are then found to the last digits by
 *  following eigenvectors. The string begins as a straight line, or as one that passes the points `via`: where there are several paths, that decides.
 *  @throws PhysicsError "dimension", "parameter" where both ends lie in one well, "non-finite", "not-converged" [e-ren-vanden-eijnden-2007] */
export const path = (
  potential: Named,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { images = 81, via = [] }: { readonly images?: number; readonly via?: readonly (readonly number[])[] } = {},
): EnergyPath => {
  cited("e-ren-vanden-eijnden-2007");
  whole("images", images, 5);
  const [start, end] = [pointOf("a", a, potential.dim), pointOf("b", b, potential.dim)];
  const between = via.map((q, i) => pointOf(`via[${i}]`, q, potential.dim));
  const apart = Math.hypot(...start.map((x, i) => x - end[i]));
  if (apart === 0) oneWell(start);
  const [from, to] = [bottomOf(potential, "a", start, 0.1 * apart), bottomOf(potential, "b", end, 0.1 * apart)];
  if (Math.hypot(...from.q.map((x, i) => x - to.q[i])) < 1e-6 * apart) oneWell(from.q);
  const string = relax(potential, polygon([from.q, ...between, to.q], images));
  return told(potential, string, from, to);
};
