import { regionOf } from "../../ensembles/box.js";
import { shellOf } from "../../ensembles/shell-measure.js";
import { estimate, type ShownEstimate } from "../../estimate/estimate.js";
import { basin } from "../../potentials/landscape/landscape.js";
import type { Potential } from "../../potentials/potential.js";
import { compiled } from "../scalars/compile.js";
import { derivative } from "../scalars/derivative.js";
import { tidy } from "../scalars/expand.js";
import type { NumberOf } from "../scalars/number.js";
import { depends, polynomialIn } from "../scalars/polynomial.js";
import { minus } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { exponentOf, frontOf, type Layer, overEllipsoid, type Quadratic, quadraticOf } from "./ellipsoid.js";

/** f = ½ yᵀA y − K(x): the y, and the x that K depends on. */
export interface Separation {
  readonly places: readonly Term[];
  readonly quadratic: Quadratic;
  readonly layers: readonly Layer[];
}

const hasConstantSquare = (f: Term, y: Term, variables: readonly Term[]): boolean => {
  const polynomial = polynomialIn(f, [y]) ?? [];
  const isConstant = (coefficient: Term) => !depends(coefficient, variables);
  return (
    polynomial.some(({ exponents: [e] }) => e === 2) &&
    polynomial.every(({ exponents: [e], coefficient }) => e === 0 || (e! <= 2 && isConstant(coefficient)))
  );
};

/** The variables that a function is a sum of squares in, with constant numbers in front, taken from the others; undefined where there are none. */
export const separated = (f: Term, weight: Term, variables: readonly Term[]): Separation | undefined => {
  const momenta = variables.filter((y) => hasConstantSquare(f, y, variables) && polynomialIn(weight, [y]));
  const places = variables.filter((x) => !momenta.includes(x));
  if (momenta.length === 0 || places.length === 0 || places.length > 3) return undefined;
  const quadratic = quadraticOf(f, momenta);
  const layers = quadratic && overEllipsoid(weight, momenta, quadratic);
  return quadratic && layers ? { places, quadratic, layers } : undefined;
};

/** −K as a potential, whose shell of energy 0 is where K > 0. */
const depth = ({ quadratic: { height }, places }: Separation, value: NumberOf): Potential => {
  const V = compiled(tidy(minus(height)), places, value);
  const slopes = places.map((x) => compiled(derivative(height, x), places, value));
  const dim = places.length;
  return {
    dim,
    energy: V,
    force: (q, out) => {
      for (let i = 0; i < q.length; i += dim)
        for (const [k, slope] of slopes.entries()) out[i + k] = slope(q.subarray(i, i + dim));
      return out;
    },
  };
};

const floorOf = (potential: Potential): number => {
  if (potential.dim > 1) return regionOf(potential, 1, undefined).floor;
  const V = (x: number) => potential.energy(Float64Array.of(x));
  return V(basin(V, 1).lowest);
};

/** ∫ Σ c(x) K(x)ᵃ dx over the places with K > 0, by quadrature between the turning points; 0 where there is none. */
export const overPlaces = (separation: Separation, value: NumberOf): ShownEstimate => {
  const potential = depth(separation, value);
  if (floorOf(potential) >= 0) return estimate(0, 0);
  const shell = shellOf(potential, 0, undefined);
  const { layers, quadratic, places } = separation;
  const parts = layers.map((layer) => {
    const front = frontOf(layer, quadratic, value);
    const {
      value: found,
      error,
      evaluations,
    } = shell.integral(exponentOf(layer, quadratic), compiled(layer.moment, places, value));
    return estimate(front * found, Math.abs(front) * error, evaluations);
  });
  const sum = (of: (part: ShownEstimate) => number) => parts.reduce((all, part) => all + of(part), 0);
  return estimate(
    sum(({ mean }) => mean),
    sum(({ error }) => error),
    sum(({ samples }) => samples),
  );
};
