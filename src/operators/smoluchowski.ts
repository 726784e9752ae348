import { finite, oneOf, positive, whole } from "../checks.js";
import { display } from "../display.js";
import { PhysicsError } from "../errors.js";
import type { Interval } from "../grids/grid.js";
import { smallestSingular } from "../linalg/bidiagonal.js";
import { multiply } from "../linalg/tridiagonal.js";
import { onALine } from "../potentials/on-a-line.js";
import { type Potential, profile } from "../potentials/potential.js";
import { cited } from "../references.js";
import { type Chain, chainOf, fluxOf, matrixOf } from "./chain.js";
import { densityOn } from "./density.js";
import type { Generator } from "./generator.js";
import { meanPassage } from "./passage.js";
import { propagated, startOn } from "./propagation.js";
import { type Scheme, schemes } from "./schemes.js";
import { type Spectrum, spectrumOf } from "./spectrum.js";

export interface SmoluchowskiOptions {
  readonly kT: number;
  /** Diffusion coefficient, length² over time. */
  readonly D: number;
  readonly scheme?: Scheme;
  /** "natural" (the default): the potential must keep the density off the ends. "reflecting": the ends are walls. */
  readonly ends?: "natural" | "reflecting";
}

const equation =
  "\\frac{\\partial \\rho}{\\partial t} = \\frac{\\partial}{\\partial x}\\, D \\left[\\frac{\\partial}{\\partial x} + \\frac{1}{k_BT}\\frac{\\partial V}{\\partial x}\\right] \\rho";

const checkEnds = (grid: Interval, { weight }: Chain): void => {
  const top = weight.reduce((most, value) => Math.max(most, value), 0);
  const cut = weight[0] > 1e-4 * top ? grid.from : weight[grid.size - 1] > 1e-4 * top ? grid.to : undefined;
  if (cut !== undefined)
    throw new PhysicsError("grid", {
      what: `At ${cut}, where the grid ends, the density is more than 1e-4 of its maximum`,
      expected: "a grid that holds the whole well",
      remedy: 'Widen it, or, if there is a wall, say so: { ends: "reflecting" }',
    });
};

/** e⁻⁷⁰⁰. Below it the weight of a cell loses its digits, and with it the modes, which are divided by its root. */
const LEAST = 1e-304;

const checkWeights = (grid: Interval, { weight }: Chain): void => {
  const at = weight.findIndex((value) => value < LEAST);
  if (at >= 0)
    throw new PhysicsError("grid", {
      what: `V(${grid.points[at]}) lies more than 700 kT above the lowest well`,
      expected: "a grid on which exp(−V/kT) is a number everywhere",
      remedy: "Narrow the grid: nothing ever gets there",
    });
};

const modesOf = (grid: Interval, chain: Chain, count: number): Spectrum => {
  checkWeights(grid, chain);
  const { squares, right } = smallestSingular(fluxOf(chain), count - 1);
  const modes = right.map((vector) => {
    const mode = vector.map((value, i) => value / Math.sqrt(chain.weight[i]));
    const side = Math.sign(mode[grid.size - 1]) || 1;
    return mode.map((value) => value * side);
  });
  return spectrumOf(grid, Float64Array.of(0, ...squares), [new Float64Array(grid.size).fill(1), ...modes]);
};

/** Diffusion in a potential: ∂ρ/∂t = ∂ₓ D [∂ₓ + V′/kT] ρ on a grid, with no flux through the ends. exp(−V/kT) at the cells is its exact equilibrium,
 *  mass is conserved and densities stay positive; values converge like Δx². Rates keep their relative accuracy however small they are.
 *  @throws PhysicsError "dimension" off a line, "parameter", "grid" where the grid cuts the well, or for modes beyond 700 kT, "non-finite" where V is no number at a cell
 *  [scharfetter-gummel-1969, fernando-parlett-1994, trefethen-weideman-schmelzer-2006] */
export const smoluchowski = (potential: Potential, options: SmoluchowskiOptions, grid: Interval): Generator => {
  const { kT, D, scheme = "scharfetter-gummel", ends = "natural" } = options;
  oneOf("scheme", scheme, schemes, "scharfetter-gummel");
  cited(scheme === "square-root" ? "lie-fackeldey-weber-2013" : "scharfetter-gummel-1969");
  const V = profile(onALine(potential, "this generator"));
  positive("kT", kT);
  positive("D", D);
  const reduced = grid.points.map((x) => finite(`V(${x})`, V(x)) / kT);
  const chain = chainOf(reduced, D / grid.spacing ** 2, schemes[scheme]);
  if (ends === "natural") checkEnds(grid, chain);
  const matrix = matrixOf(chain);
  return {
    grid,
    equation,
    apply: (rho, out) => multiply(matrix, rho, out),
    equilibrium: () =>
      densityOn(
        grid,
        chain.weight.map((value) => value / grid.spacing),
      ),
    spectrum: (count) => {
      cited("fernando-parlett-1994");
      return modesOf(grid, chain, Math.min(whole("count", count), grid.size));
    },
    propagate: (rho, t) => {
      cited("trefethen-weideman-schmelzer-2006");
      return propagated(grid, matrix, startOn(grid, rho), t);
    },
    firstPassage: (a, b) => meanPassage(grid, chain, finite("a", a), finite("b", b)),
    [display]: () => ({
      "text/latex": `$$${equation},\\qquad k_BT = ${kT},\\quad D = ${D},\\quad ${grid.size}\\text{ cells}$$`,
      "text/plain": `∂ρ/∂t = ∂ₓ D [∂ₓ + V′/kT] ρ, kT = ${kT}, D = ${D}, ${grid.size} cells, ${scheme}`,
    }),
  };
};
