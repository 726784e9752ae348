import { finite, positive } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import { scalar } from "../expressions/compile.js";
import { freeNames, parse } from "../expressions/parse.js";
import { integrate } from "../linalg/integrate.js";
import { basin } from "../potentials/landscape.js";
import { onALine } from "../potentials/on-a-line.js";
import { type Potential, profile } from "../potentials/potential.js";
import { exactExp } from "../random/elementary.js";
import type { Stream } from "../random/stream.js";
import { inverseTransform } from "./inverse-transform.js";
import { turns, walled } from "./turns.js";

/** A function of the coordinate, or its formula in x. */
export type Property = string | ((x: number) => number);

/** The density exp(−V/kT)/Z on a line, normalised by quadrature. */
export interface Canonical extends Displayable {
  readonly kT: number;
  /** Z = ∫ exp(−V/kT) dx. It overflows where V < −700 kT; `freeEnergy` does not. */
  readonly Z: number;
  /** −kT ln Z, in the unit of V. */
  readonly freeEnergy: number;
  /** exp(−V/kT)/Z, in one over the unit of x. */
  density(x: number): number;
  /** ⟨a⟩ = ∫ a exp(−V/kT) dx/Z; its error is that of the quadrature. */
  average(property: Property): ShownEstimate;
  /** The probability to lie between two places, ∫ density dx. */
  probability(from: number, to: number): number;
  /** One independent draw from the density. */
  sample(rng: Stream): number;
  /** Outside this interval the density is less than 1e-17 of its maximum, or there is a wall. */
  readonly support: readonly [number, number];
}

/** V/kT is cut where the Boltzmann factor falls below e⁻⁴⁰ of its maximum. */
const DEPTH = 40;

const propertyOf = (property: Property, variable: string): ((x: number) => number) => {
  if (typeof property === "function") return property;
  const tree = parse(property);
  const [name = variable] = freeNames(tree);
  return scalar(tree, name === variable ? name : variable, {});
};

const within = (density: (x: number) => number, from: number, to: number): number =>
  to > from ? integrate(density, from, to).value : 0;

const walls = ([from, to]: readonly [number, number]): { readonly from: number; readonly to: number } => {
  if (finite("the left wall", from) < finite("the right wall", to)) return { from, to };
  throw new PhysicsError("parameter", {
    what: `The walls stand at ${from} and ${to}`,
    expected: "the left one first, and room between them",
    remedy: `Write { between: [${Math.min(from, to)}, ${Math.max(from, to) + Number(from === to)}] }`,
  });
};

/** The canonical ensemble of one coordinate in a bath at `kT`. `between` puts hard walls; without it the potential must confine.
 *  @throws PhysicsError "dimension" off a line, "parameter" for kT ≤ 0 or walls in the wrong order, "unbounded" where exp(−V/kT) has no integral */
export const canonical = (
  potential: Potential & { readonly variables?: readonly string[] },
  kT: number,
  { between }: { readonly between?: readonly [number, number] } = {},
): Canonical => {
  positive("kT", kT);
  const V = walled(profile(onALine(potential, "the canonical density by quadrature")));
  const found = between ? walls(between) : basin(V, DEPTH * kT);
  const support = [found.from, found.to] as const;
  const { floor, places } = turns(V, ...support);
  const weight = (x: number) => exactExp((floor - V(x)) / kT);
  const norm = integrate(weight, ...support, 1e-13, places);
  const density = (x: number) => (x < support[0] || x > support[1] ? 0 : weight(x) / norm.value);
  const variable = potential.variables?.[0] ?? "x";
  const average = (property: Property) => {
    const of = propertyOf(property, variable);
    const { value, error, evaluations } = integrate((x) => of(x) * weight(x), ...support, 1e-13, places);
    const mean = value / norm.value;
    return estimate(mean, (error + Math.abs(mean) * norm.error) / norm.value, evaluations);
  };
  const freeEnergy = floor - kT * Math.log(norm.value);
  return {
    kT,
    Z: Math.exp(-freeEnergy / kT),
    freeEnergy,
    density,
    average,
    probability: (from, to) => within(density, Math.max(from, support[0]), Math.min(to, support[1])),
    sample: inverseTransform(weight, ...support),
    support,
    [display]: () => ({
      "text/latex": `$$\\rho(${variable}) = \\frac{e^{-V(${variable})/k_BT}}{Z},\\qquad k_BT = ${kT},\\quad -k_BT\\ln Z = ${freeEnergy.toPrecision(8)}$$`,
      "text/plain": `exp(−V/kT)/Z, kT = ${kT}, −kT ln Z = ${freeEnergy.toPrecision(8)}`,
    }),
  };
};
