import { type Box, cubature } from "../linalg/cubature.js";
import { integrate, type Quadrature } from "../linalg/integrate.js";
import { type Potential, profile } from "../potentials/potential.js";
import type { Stream } from "../random/stream.js";
import { regionOf } from "./box.js";
import { drawInBox } from "./draw-in-box.js";
import { inverseTransform } from "./inverse-transform.js";
import { checkEnergy, type Stretch, stretchesOf } from "./shell.js";

/** The places that a system of energy E can be at. */
export interface Shell {
  /** E − V, 0 where V exceeds E. */
  kinetic(q: Float64Array): number;
  /** ∫ a (E − V)^power dq over the places with V < E, power ≥ −½. */
  integral(power: number, of: (q: Float64Array) => number): Quadrature;
  /** A place, drawn with the density (E − V)^(n/2 − 1). */
  sample(rng: Stream): Float64Array;
}

const summed = (parts: readonly Quadrature[]): Quadrature => {
  const sum = (of: (part: Quadrature) => number) => parts.reduce((all, part) => all + of(part), 0);
  return { value: sum((p) => p.value), error: sum((p) => p.error), evaluations: sum((p) => p.evaluations) };
};

/** The place at an angle: x = c + r sin θ takes −π/2 < θ < π/2 to the stretch, and dx = r cos θ dθ cancels the zero of √(E − V) at both ends. */
const placeAt = ({ from, to }: Stretch, theta: number): number =>
  0.5 * (from + to) + 0.5 * (to - from) * Math.sin(theta);

/** ∫ f(x) (E − V)^power dx over a stretch, in the angle. */
const overAngle = (
  stretch: Stretch,
  kinetic: (x: number) => number,
  power: number,
  of: (x: number) => number,
): Quadrature => {
  const half = 0.5 * (stretch.to - stretch.from);
  const value = (theta: number) => {
    const x = placeAt(stretch, theta);
    const K = kinetic(x);
    return K > 0 ? of(x) * half * Math.cos(theta) * K ** power : 0;
  };
  return integrate(value, -Math.PI / 2, Math.PI / 2, 1e-12);
};

/** The shell of one degree of freedom. */
const onLine = (potential: Potential, E: number, walls: Box | undefined): Shell => {
  const V = profile(potential);
  const stretches = stretchesOf(V, E, walls?.[0]);
  const kinetic = (x: number) => Math.max(E - V(x), 0);
  const point = new Float64Array(1);
  const integral = (power: number, of: (q: Float64Array) => number) =>
    summed(
      stretches.map((stretch) =>
        overAngle(stretch, kinetic, power, (x) => {
          point[0] = x;
          return of(point);
        }),
      ),
    );
  const shares = stretches.map((stretch) => overAngle(stretch, kinetic, -0.5, () => 1).value);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const draws = stretches.map((stretch) =>
    inverseTransform(
      (theta) => {
        const K = kinetic(placeAt(stretch, theta));
        return K > 0 ? Math.cos(theta) / Math.sqrt(K) : 0;
      },
      -Math.PI / 2,
      Math.PI / 2,
    ),
  );
  const pick = (target: number): number => {
    let passed = 0;
    const chosen = shares.findIndex((share) => {
      passed += share;
      return target * total < passed;
    });
    return chosen < 0 ? shares.length - 1 : chosen;
  };
  return {
    kinetic: (q) => kinetic(q[0]),
    integral,
    sample: (rng) => {
      const i = pick(rng.uniform());
      return Float64Array.of(placeAt(stretches[i], draws[i](rng)));
    },
  };
};

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
const overPlane = (
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

/** The shell of two or three degrees of freedom. */
const inSpace = (potential: Potential, E: number, walls: Box | undefined): Shell => {
  const { floor: first } = regionOf(potential, 1, walls);
  checkEnergy(E, first);
  const { box, minima } = regionOf(potential, 1.05 * (E - first), walls);
  const kinetic = (q: Float64Array) => {
    const K = E - potential.energy(q);
    return K > 0 ? K : 0;
  };
  const low = minima.filter((q) => kinetic(q) > 0).slice(0, 6);
  const edges = box.map(([from, to], axis) => {
    const own = low.map((q) => q[axis]).filter((x) => x > from && x < to);
    return [...new Set([from, 0.5 * (from + to), to, ...own])].sort((a, b) => a - b);
  });
  const power = box.length / 2 - 1;
  const weight = (q: Float64Array) => {
    const K = kinetic(q);
    return K > 0 ? K ** power : 0;
  };
  return {
    kinetic,
    integral: (exponent, of) =>
      box.length === 2
        ? overPlane(kinetic, box, edges[1], exponent, of)
        : cubature(
            (q) => {
              const K = kinetic(q);
              return K > 0 ? of(q) * K ** exponent : 0;
            },
            edges,
            1e-7,
            1e-3,
          ),
    sample: drawInBox(weight, box),
  };
};

/** The places below an energy, for one to three degrees of freedom. @throws PhysicsError "parameter", "unbounded", "not-converged" */
export const shellOf = (potential: Potential, E: number, walls: Box | undefined): Shell =>
  potential.dim === 1 ? onLine(potential, E, walls) : inSpace(potential, E, walls);
