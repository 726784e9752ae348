import type { Configuration, Integrator } from "../../dynamics/integrator.js";
import { brownian } from "../../dynamics/overdamped/brownian.js";
import { coupledBrownian } from "../../dynamics/overdamped/coupled-brownian.js";
import { coupledLangevin } from "../../dynamics/splitting/coupled-langevin.js";
import { langevin } from "../../dynamics/splitting/langevin.js";
import { PhysicsError } from "../../errors.js";
import type { ShownEstimate } from "../../estimate/estimate.js";
import { propagate } from "../../estimate/propagate.js";
import type { Grid } from "../../grids/grid.js";
import { smoluchowski } from "../../operators/diffusion/smoluchowski.js";
import type { ReversibleGenerator } from "../../operators/generator.js";
import { kleinKramers } from "../../operators/phase-space/klein-kramers.js";
import type { PhaseGenerator } from "../../operators/phase-space/phase-generator.js";
import { text } from "../notation/text.js";
import { type Filling, meanOf, type Taken, take } from "./filling.js";
import type { Reduction } from "./reduce.js";

/** The equation on a grid: of positions, or of a position and its momentum. */
export type Solved = ReversibleGenerator | PhaseGenerator;

/** An equation with its holes filled. */
export interface Filled {
  /**
   * The equation on a grid: Smoluchowski's in the time t, Fokker and Planck's in the slow time t₁ = εt.
   * @throws PhysicsError "parameter" where the coefficient has an antisymmetric part, which trajectories alone take
   */
  generator(grid: Grid): Solved;
  /** Its trajectories with steps dt of the same time. */
  trajectories(dt: number): Integrator<Configuration>;
  /** A number that follows from the equation, with the errors of the coefficients carried over. */
  predict(quantity: (generator: Solved) => number, grid: Grid): ShownEstimate;
}

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy });
};

type Tensor = ReturnType<Taken["diffusion"]>;

/** What an equation becomes for given values of its coefficients. */
interface Model {
  generator(values: readonly number[], grid: Grid): Solved;
  trajectories(values: readonly number[], dt: number): Integrator<Configuration>;
}

/** The matrix as a number where it has one row. */
const reducedToNumber = (D: Tensor): Tensor => (typeof D !== "number" && D.length === 1 ? D[0]![0]! : D);

/** A coefficient that a generator can take: a grid knows no antisymmetric part. */
const symmetric = (D: Tensor): Tensor =>
  typeof D !== "number" && D.some((row, a) => row.some((value, b) => value !== D[b]![a]))
    ? refuse(
        "A generator is asked for where the coefficient has an antisymmetric part",
        "a symmetric matrix, as motion that can be reversed has",
        "Ask for the trajectories, which take it",
      )
    : D;

/** ∂W/∂t = ∂/∂X · D [∂/∂X + β ∂V/∂X] W. */
const overdamped = ({ potential, kT }: Filling, { diffusion }: Taken): Model => ({
  generator: (values, grid) => smoluchowski(potential, { kT, D: symmetric(diffusion(values)) }, grid),
  trajectories: (values, dt) => {
    const D = reducedToNumber(diffusion(values));
    return typeof D === "number"
      ? brownian({ potential }, { kT, D }, dt)
      : coupledBrownian({ potential }, { kT, D }, dt);
  },
});

/** ε ∂W/∂t₁ = [−ε (Π/m̂) ∂/∂Φ − ε fᵗʰ ∂/∂Π + ε²θ ∂/∂Π (∂/∂Π + βΠ/m̂)] W, a friction εθβ/m̂ in the time t₁. */
const inertial = ({ potential, kT, epsilon }: Filling, { diffusion }: Taken, m: number): Model => {
  const rate = (theta: number) => theta / (epsilon * kT * m);
  const friction = (values: readonly number[]): Tensor => {
    const theta = reducedToNumber(diffusion(values));
    return typeof theta === "number" ? rate(theta) : theta.map((row) => row.map(rate));
  };
  const mass = Float64Array.from({ length: potential.dim }, () => m);
  return {
    generator: (values, grid) => {
      const gamma = friction(values);
      return typeof gamma === "number"
        ? kleinKramers({ potential, mass: [m] }, { kT, gamma }, grid)
        : refuse(
            "A generator is asked for where θ is a matrix",
            "one number for one position and its momentum",
            "Ask for the trajectories, which take the matrix",
          );
    },
    trajectories: (values, dt) => {
      const gamma = friction(values);
      return typeof gamma === "number"
        ? langevin({ potential, mass }, { kT, gamma }, dt)
        : coupledLangevin({ potential, mass }, { kT, gamma }, dt);
    },
  };
};

/** Whether a streaming rate is a momentum over m̂, so that it moves its own position as kleinKramers has it. */
const isMomentum = ({ flows }: Reduction): boolean => {
  const [position, momentum] = flows;
  return (
    flows.length === 2 &&
    !position!.fluctuating &&
    !!momentum!.fluctuating &&
    position!.rate.g.core.key === momentum!.rate.of.symbol.key &&
    [...position!.rate.g.powers.values()].every(({ base, exponent }) => base.name === "m̂" && exponent.equals(-1))
  );
};

const modelOf = (reduction: Reduction, filling: Filling): { readonly model: Model; readonly taken: Taken } => {
  const { flows } = reduction;
  const isDiffusion = flows.every(({ fluctuating, mean }) => fluctuating && !mean);
  if (!isDiffusion && !isMomentum(reduction))
    refuse(
      `The equation of ${flows.map(({ rate }) => text(rate.of.symbol)).join(", ")} is neither Smoluchowski's nor Fokker and Planck's`,
      "positions alone, or one position with its momentum",
      "Reduce to other slow variables",
    );
  const { mass, ...taken } = take(reduction, filling);
  return { taken, model: isDiffusion ? overdamped(filling, taken) : inertial(filling, taken, mass) };
};

/**
 * ∂W/∂t = ε² ∂/∂X_a · D_ab [∂/∂X_b + β ∂V/∂X_b] W, or Fokker and Planck's equation in t₁ = εt, with numbers or estimates in the
 * holes, V = −kT ln Q. Units are those of the filling.
 * @throws PhysicsError "parameter" for a coefficient of another name, an asymmetric matrix where motion can be reversed, and constants
 * without a value
 */
export const fill = (reduction: Reduction, filling: Filling): Filled => {
  const { model, taken } = modelOf(reduction, filling);
  const means = taken.list.map(meanOf);
  return {
    generator: (grid) => model.generator(means, grid),
    trajectories: (dt) => model.trajectories(means, dt),
    predict: (quantity, grid) => propagate((...values) => quantity(model.generator(values, grid)), taken.list),
  };
};
