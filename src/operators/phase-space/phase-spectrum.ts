import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Grid } from "../../grids/grid.js";
import { bilinear, type Complexes, mapped } from "../../linalg/dense/complexes.js";
import type { PhaseMode } from "./phase-modes.js";
import type { PhaseOperator } from "./phase-operator.js";

/** A part of the spectrum of a generator that is not in detailed balance. Mode k of a density lives as exp(−(rateₖ + i frequencyₖ) t). */
export interface PhaseSpectrum extends Displayable {
  readonly grid: Grid;
  /** How fast each mode decays, in one over the unit of time. */
  readonly rates: Float64Array;
  /** How fast each mode turns, in radians over the unit of time; 0 for one that only decays. Of two conjugate modes both are listed. */
  readonly frequencies: Float64Array;
  /** How far each eigenvalue may be off, because the numbers of the grid come to an end; where it is more than 5 % of one there is no spectrum. */
  readonly errors: Float64Array;
  /** Right modes at the cells, densities with 𝓛r = −(rate + i frequency) r. That of rest is the equilibrium. */
  readonly right: readonly Complexes[];
  /** Left modes at the cells, observables with 𝓛†l = −(rate + i frequency) l and Σ lₖ rₗ · volume = δₖₗ. */
  readonly left: readonly Complexes[];
  /** |lₖ||rₖ| in the norm of the equilibrium: 1 in detailed balance, and without bound where two modes fall together. */
  readonly conditions: Float64Array;
}

/** z/√κ for a complex κ, and z/√|κ| for a real one. */
const normalised = ({ re, im }: Complexes, [a, b]: readonly [number, number], real: boolean): Complexes => {
  const half = real ? 0 : -0.5 * Math.atan2(b, a);
  const size = Math.sqrt(Math.hypot(a, b));
  const [c, s] = [Math.cos(half) / size, Math.sin(half) / size];
  return { re: re.map((x, i) => c * x - s * im[i]), im: im.map((y, i) => c * y + s * re[i]) };
};

/** Whether a density has more on the right than on the left, or, if it has the same, more momenta to the right. */
const rightwards = (grid: Grid, density: Float64Array): boolean => {
  const moment = (of: (cell: number) => number) =>
    density.reduce((sum, value, cell) => sum + of(cell) * value * grid.volumes[cell], 0);
  const size = density.reduce((sum, value, cell) => sum + Math.abs(value) * grid.volumes[cell], 0);
  const x = moment((cell) => grid.points[2 * cell]);
  return Math.abs(x) > 1e-6 * size ? x > 0 : moment((cell) => grid.points[2 * cell + 1]) >= 0;
};

interface Pair {
  readonly right: Complexes;
  readonly left: Complexes;
  readonly condition: number;
}

/** Both modes at the cells. The left one is the right one with its momenta turned round, over the product of the two. */
const pairOf = (operator: PhaseOperator, { vector, frequency }: PhaseMode): Pair => {
  const turned = mapped(vector, operator.reverse);
  const product = bilinear(turned, vector);
  const real = frequency === 0;
  const right = mapped(normalised(vector, product, real), operator.density);
  const left = mapped(normalised(turned, product, real), operator.observable);
  const side = rightwards(operator.grid, right.re) ? 1 : -1;
  const same = real && product[0] < 0 ? -side : side;
  return {
    right: mapped(right, (part) => part.map((value) => side * value)),
    left: mapped(left, (part) => part.map((value) => same * value)),
    condition: 1 / Math.hypot(...product),
  };
};

const text = ({ rate, frequency }: PhaseMode): string => {
  const turning = frequency === 0 ? "" : ` ${frequency < 0 ? "−" : "+"} ${Math.abs(frequency).toPrecision(9)}i`;
  return `${rate.toPrecision(9)}${turning}`;
};

/** An error relative to its eigenvalue above which it is no answer. */
const USELESS = 0.05;

const checkErrors = (modes: readonly PhaseMode[], errors: readonly number[]): void => {
  const at = modes.findIndex(({ rate, frequency }, k) => !(errors[k] <= USELESS * Math.hypot(rate, frequency)));
  if (at >= 0)
    throw new PhysicsError("not-converged", {
      what: `The grid does not resolve mode ${at}: its eigenvalue ${text(modes[at])} may be off by ${errors[at].toPrecision(2)}`,
      expected: `less than ${100 * USELESS} % of it`,
      remedy:
        'Take more cells, a narrower range of x, or fewer modes; "upwind" is for probabilities, "hermite" and "finite-volume" are for modes',
    });
};

/** Modes and their errors as a spectrum that shows itself. @throws PhysicsError "not-converged" where they are not resolved */
export const phaseSpectrum = (
  operator: PhaseOperator,
  modes: readonly PhaseMode[],
  errors: readonly number[],
): PhaseSpectrum => {
  checkErrors(modes, errors);
  const pairs = modes.map((mode) => pairOf(operator, mode));
  const lines = modes.map((mode, k) => `λ${k} = ${text(mode)}`);
  const latex = modes.map((mode, k) => `\\lambda_{${k}} = ${text(mode).replace("−", "-").replace("i", "\\,i")}`);
  return {
    grid: operator.grid,
    rates: Float64Array.from(modes, ({ rate }) => rate),
    frequencies: Float64Array.from(modes, ({ frequency }) => frequency),
    errors: Float64Array.from(errors),
    right: pairs.map(({ right }) => right),
    left: pairs.map(({ left }) => left),
    conditions: Float64Array.from(pairs, ({ condition }) => condition),
    [display]: () => ({ "text/latex": `$$${latex.join(",\\quad ")}$$`, "text/plain": lines.join("\n") }),
  };
};
