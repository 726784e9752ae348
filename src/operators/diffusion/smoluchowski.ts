import { finite, oneOf, positive, whole } from "../../checks.js";
import { display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Ends } from "../../grids/ends.js";
import type { Grid } from "../../grids/grid.js";
import { withEnds } from "../../grids/with-ends.js";
import type { Potential } from "../../potentials/potential.js";
import { cited } from "../../references.js";
import { atOnce, inTurns } from "../../turns.js";
import { detailedBalance } from "../balance.js";
import { densityOn } from "../density.js";
import type { ReversibleGenerator, Start } from "../generator.js";
import { chainOf } from "./chain.js";
import { checkEnds } from "./check-ends.js";
import { probabilityCurrent } from "./current.js";
import { type Diffusion, diffusionField } from "./diffusion.js";
import { chainEngine, networkEngine } from "./engine.js";
import { conventionOf, equationOf } from "./equation.js";
import { jointsOf } from "./joints.js";
import { landscapeOn } from "./landscape.js";
import { networkOf } from "./network.js";
import { once } from "./once.js";
import { meanPassage } from "./passage.js";
import { propagated, startOn } from "./propagation.js";
import { ratesOf } from "./rates.js";
import { regional } from "./reversible.js";
import { type Rule, type Scheme, schemes } from "./schemes.js";

export interface SmoluchowskiOptions {
  readonly kT: number;
  /** Diffusion coefficient, length² over time. */
  readonly D: Diffusion;
  readonly scheme?: Scheme;
  /** In place of the ends that the grid has, which are "natural" unless told: the potential must keep the density off them. */
  readonly ends?: Ends;
}

const noEquilibrium = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "Probability runs out through absorbing ends, so that there is no equilibrium",
    expected: "a generator that loses nothing",
    remedy: "Ask for spectrum(1), the slowest decay, or propagate a density",
  });
};

const noWay = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "On a periodic line two ways lead from one place to another",
    expected: "a region as the target",
    remedy: 'Write it as a condition, such as firstPassage(0.2, "x > 3.1")',
  });
};

/** Diffusion in a potential: ∂ρ/∂t = ∇·D [∇ + ∇V/kT] ρ on a grid. exp(−V/kT) at the cells is its exact equilibrium, mass is conserved and densities stay
 *  positive, also for a tensor D; values converge like Δx². On a line rates keep their relative accuracy however small they are.
 *  D that depends on the place stands between the two derivatives, so that the equilibrium is the same for every D (Hänggi and Klimontovich's reading).
 *  @throws PhysicsError "dimension", "parameter" also where V is no number at a cell, "grid" where the grid cuts the well, or for modes beyond 700 kT
 *  [scharfetter-gummel-1969, chang-cooper-1970, lie-fackeldey-weber-2013, fehrenbach-mirebeau-2014] */
export const smoluchowski = (
  potential: Potential & { readonly variables?: readonly string[] },
  options: SmoluchowskiOptions,
  cells: Grid,
): ReversibleGenerator => {
  const { kT, D, scheme = "scharfetter-gummel", ends } = options;
  oneOf("scheme", scheme, schemes, "scharfetter-gummel");
  positive("kT", kT);
  const rule: Rule = schemes[scheme];
  cited(rule.source);
  const grid = ends === undefined ? cells : withEnds(cells, ends);
  const names = potential.variables ?? grid.axes.map(({ symbol }) => symbol);
  const landscape = landscapeOn(grid, potential, positive("kT", kT));
  const field = diffusionField(D, names);
  checkEnds(grid, landscape);
  const joints = jointsOf(grid, field, rule);
  const network = once(() => networkOf(grid, joints, rule, landscape));
  const isLine = grid.dim === 1 && grid.axes[0].ends[0] !== "periodic";
  const chain = once(() => chainOf(grid, joints, rule, landscape));
  const engine = isLine ? chainEngine(grid, chain()) : networkEngine(network());
  const isClosed = joints.to.every((j) => j >= 0);
  const weight = isLine ? chain().weight : network().weight;
  const reference = weight.map((share, i) => share / grid.volumes[i]);
  const P = new Float64Array(grid.size);
  const spectrum = (count: number) => engine.spectrum(Math.min(whole("count", count), grid.size));
  const propagation = (rho: Start, t: number) => propagated(grid, engine.flow, isClosed, startOn(grid, rho), t);
  return {
    grid,
    equation: equationOf(names, field),
    apply: (rho, out) => {
      for (let i = 0; i < P.length; i++) P[i] = rho[i] * grid.volumes[i];
      engine.apply(P, out);
      for (let i = 0; i < P.length; i++) out[i] /= grid.volumes[i];
      return out;
    },
    equilibrium: () => (isClosed ? densityOn(grid, reference) : noEquilibrium()),
    spectrum: (count) => atOnce(spectrum(count)),
    propagate: (rho, t) => atOnce(propagation(rho, t)),
    unhurried: {
      spectrum: async (count, { signal } = {}) => inTurns("spectrum", spectrum(count), signal),
      propagate: async (rho, t, { signal } = {}) => inTurns("propagation", propagation(rho, t), signal),
    },
    current: (rho) => probabilityCurrent(network(), startOn(grid, rho)),
    detailedBalance: () => detailedBalance(ratesOf(network()), weight),
    ...regional(network, names, (a, b) =>
      isLine ? meanPassage(grid, chain(), finite("a", a), finite("b", b)) : noWay(),
    ),
    [display]: () => ({
      "text/latex": `$$${[equationOf(names, field), `k_BT = ${kT}`, field.tex, conventionOf(field), `${grid.size}\\text{ cells}`].filter(Boolean).join(",\\quad ")}$$`,
      "text/plain": `∂ρ/∂t = ∇·D [∇ + ∇V/kT] ρ, kT = ${kT}, D = ${field.text}, ${grid.size} cells, ${scheme}`,
    }),
  };
};
