import { positive } from "../checks.js";
import { counted } from "../counted.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import type { Box } from "../linalg/quadrature/cubature.js";
import { integrate } from "../linalg/quadrature/integrate.js";
import { type Named, namesOf } from "../potentials/names.js";
import type { Stream } from "../random/stream.js";
import { type Measure, measureOf } from "./measure.js";
import { overMomenta, type Property } from "./property.js";
import { type Walls, wallsOf } from "./walls.js";

/** The density exp(−V/kT)/Z of one to three coordinates, normalised by quadrature. */
export interface Canonical extends Displayable {
  readonly kT: number;
  /** Z = ∫ exp(−V/kT) dq. It overflows where V < −700 kT; `freeEnergy` does not. */
  readonly Z: number;
  /** −kT ln Z, in the unit of V. */
  readonly freeEnergy: number;
  /** exp(−V/kT)/Z at a place, in one over the unit of the coordinates: density(x), density(x, y). */
  density(...place: number[]): number;
  /** ⟨a⟩ = ∫ a exp(−V/kT) dq/Z; its error is that of the quadrature. Momenta in a formula are averaged over exactly, where the mass is given. */
  average(property: Property): ShownEstimate;
  /** The probability that the first coordinate lies between two places. */
  probability(from: number, to: number): number;
  /** One independent draw from the density, a number for each coordinate. */
  sample(rng: Stream): Float64Array;
  /** Outside this box the density is less than 1e-17 of its maximum, or there is a wall; and its first axis. */
  readonly box: Box;
  readonly support: readonly [number, number];
}

export interface CanonicalOptions {
  /** Hard walls, [from, to] or one such pair for each axis; without them the potential must confine. */
  readonly between?: Walls;
  /** The mass of each coordinate, for averages that hold momenta. */
  readonly mass?: ArrayLike<number>;
}

const tooMany = ({ dim, variables }: Named): never => {
  throw new PhysicsError("dimension", {
    what: `The potential has ${counted(dim, "coordinate")}${variables ? ` (${variables.join(", ")})` : ""}`,
    expected: "one to three coordinates for the canonical density by quadrature",
    remedy:
      'Give a value to every name that is a parameter, or average by sampling: gibbsAverage(V, kT, "x1^2", { seed: "many" })',
  });
};

/** The share of the weight at which the first coordinate lies between two places. */
const within = ({ box, weight, integral }: Measure, norm: number, from: number, to: number): number => {
  const [left, right] = [Math.max(from, box[0][0]), Math.min(to, box[0][1])];
  if (!(right > left)) return 0;
  const point = new Float64Array(1);
  const onLine = (x: number) => {
    point[0] = x;
    return weight(point) / norm;
  };
  if (box.length === 1) return integrate(onLine, left, right).value;
  return integral((q) => Number(q[0] > left && q[0] < right)).value / norm;
};

const bundle = (names: readonly string[], kT: number, freeEnergy: number) => ({
  "text/latex": `$$\\rho(${names}) = \\frac{e^{-V(${names})/k_BT}}{Z},\\qquad k_BT = ${kT},\\quad -k_BT\\ln Z = ${freeEnergy.toPrecision(8)}$$`,
  "text/plain": `exp(−V/kT)/Z, kT = ${kT}, −kT ln Z = ${freeEnergy.toPrecision(8)}`,
});

/** The canonical ensemble of one to three coordinates in a bath at `kT`.
 *  @throws PhysicsError "dimension" beyond three, "parameter" for kT ≤ 0 or walls in the wrong order, "unbounded" where exp(−V/kT) has no integral */
export const canonical = (potential: Named, kT: number, { between, mass }: CanonicalOptions = {}): Canonical => {
  positive("kT", kT);
  if (potential.dim > 3) tooMany(potential);
  const measure = measureOf(potential, kT, wallsOf(between, potential.dim));
  const { box, floor, weight } = measure;
  const norm = measure.integral(() => 1);
  const average = (property: Property) => {
    const { value, error, evaluations } = measure.integral(overMomenta(property, potential, kT, mass, measure.typical));
    const mean = value / norm.value;
    return estimate(mean, (error + Math.abs(mean) * norm.error) / norm.value, evaluations);
  };
  const outside = (place: readonly number[]) => place.some((x, i) => x < box[i][0] || x > box[i][1]);
  const freeEnergy = floor - kT * Math.log(norm.value);
  return {
    kT,
    Z: Math.exp(-freeEnergy / kT),
    freeEnergy,
    density: (...place) => (outside(place) ? 0 : weight(Float64Array.from(place)) / norm.value),
    average,
    probability: (from, to) => within(measure, norm.value, from, to),
    sample: measure.sample,
    box,
    support: box[0],
    [display]: () => bundle(namesOf(potential).coordinates, kT, freeEnergy),
  };
};
