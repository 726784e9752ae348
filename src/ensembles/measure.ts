import { type Box, cubature } from "../linalg/quadrature/cubature.js";
import { integrate, type Quadrature } from "../linalg/quadrature/integrate.js";
import { basin } from "../potentials/landscape/landscape.js";
import { type Potential, profile } from "../potentials/potential.js";
import { exactExp } from "../random/elementary.js";
import type { Stream } from "../random/stream.js";
import { regionOf } from "./box.js";
import { drawInBox } from "./draw-in-box.js";
import { inverseTransform } from "./inverse-transform.js";
import { turns, walled } from "./turns.js";

/** exp((floor − V)/kT) on the part of a line, a plane or space where it matters. */
export interface Measure {
  readonly box: Box;
  readonly floor: number;
  /** Points at which the weight is large. */
  readonly typical: readonly Float64Array[];
  weight(q: Float64Array): number;
  /** ∫ a exp((floor − V)/kT) dq. */
  integral(of: (q: Float64Array) => number): Quadrature;
  sample(rng: Stream): Float64Array;
}

/** V/kT is cut where the Boltzmann factor falls below e⁻⁴⁰ of its maximum. */
const DEPTH = 40;
/** How many minima of a plane or of space have edges of cells put through them. */
const MINIMA = 6;

const onLine = (potential: Potential, kT: number, walls: Box | undefined): Measure => {
  const V = walled(profile(potential));
  const ends = walls ? { from: walls[0][0], to: walls[0][1] } : basin(V, DEPTH * kT);
  const [from, to] = [ends.from, ends.to];
  const { floor, places } = turns(V, from, to);
  const weight = (x: number) => exactExp((floor - V(x)) / kT);
  const draw = inverseTransform(weight, from, to);
  const point = new Float64Array(1);
  const at = (of: (q: Float64Array) => number) => (x: number) => {
    point[0] = x;
    return of(point) * weight(x);
  };
  return {
    box: [[from, to]],
    floor,
    typical: places.map((x) => Float64Array.of(x)),
    weight: (q) => weight(q[0]),
    integral: (of) => integrate(at(of), from, to, 1e-13, places),
    sample: (rng) => Float64Array.of(draw(rng)),
  };
};

/** Edges of cells: quarters of the box, and the minima. */
const edgesOf = (box: Box, minima: readonly Float64Array[]): number[][] =>
  box.map(([from, to], axis) => {
    const quarters = [0, 1, 2, 3, 4].map((k) => from + (k / 4) * (to - from));
    const own = minima.map((q) => q[axis]).filter((x) => x > from && x < to);
    const sorted = [...quarters, ...own].sort((a, b) => a - b);
    return sorted.filter((x, i) => i === 0 || x - sorted[i - 1] > 1e-9 * (to - from));
  });

const inSpace = (potential: Potential, kT: number, walls: Box | undefined): Measure => {
  const { box, floor, minima } = regionOf(potential, DEPTH * kT, walls);
  const weight = (q: Float64Array) => {
    const reduced = (floor - potential.energy(q)) / kT;
    return Number.isNaN(reduced) ? 0 : exactExp(reduced);
  };
  const edges = edgesOf(box, minima.slice(0, MINIMA));
  return {
    box,
    floor,
    typical: minima.slice(0, MINIMA),
    weight,
    integral: (of) =>
      cubature((q) => {
        const w = weight(q);
        return w === 0 ? 0 : w * of(q);
      }, edges),
    sample: drawInBox(weight, box),
  };
};

/** The Boltzmann weight of a potential with one to three coordinates. `walls` bound the box; without them the potential must confine. */
export const measureOf = (potential: Potential, kT: number, walls: Box | undefined): Measure =>
  potential.dim === 1 ? onLine(potential, kT, walls) : inSpace(potential, kT, walls);
