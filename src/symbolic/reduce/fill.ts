import { positive } from "../../checks.js";
import type { Integrator } from "../../dynamics/integrator.js";
import { brownian } from "../../dynamics/overdamped/brownian.js";
import { langevin } from "../../dynamics/splitting/langevin.js";
import { PhysicsError } from "../../errors.js";
import { type Estimate, isEstimate, type ShownEstimate } from "../../estimate/estimate.js";
import { propagate } from "../../estimate/propagate.js";
import type { Grid } from "../../grids/grid.js";
import { smoluchowski } from "../../operators/diffusion/smoluchowski.js";
import type { Generator } from "../../operators/generator.js";
import { kleinKramers } from "../../operators/phase-space/klein-kramers.js";
import type { Potential } from "../../potentials/potential.js";
import { text } from "../notation/text.js";
import type { Diffusion } from "./equation.js";
import type { Reduction } from "./reduce.js";
import { worth } from "./worth.js";

type Measured = number | Estimate;

/** What stands in the holes of an equation. */
export interface Filling {
  /** The integral of the correlation, γ, θ or D: a number or an estimate; several components give a matrix by rows. */
  readonly coefficient: Measured | readonly (readonly Measured[])[];
  /** The potential of mean force −kT ln Q(X), of which fᵗʰ is the force. */
  readonly potential: Potential;
  readonly kT: number;
  readonly epsilon: number;
  /** m̂, and the other constants of the equation by their names. */
  readonly constants?: Readonly<Record<string, number>>;
}

/** An equation with its holes filled. */
export interface Filled {
  /** The equation on a grid: Smoluchowski in the time t, Klein–Kramers in the slow time t₁ = εt. */
  generator(grid: Grid): Generator;
  /** Its trajectories with steps dt of the same time. */
  trajectories(dt: number): Integrator<never>;
  /** A number that follows from the equation, with the errors of the coefficients carried over. */
  predict(quantity: (generator: Generator) => number, grid: Grid): ShownEstimate;
}

const mean = (value: Measured): number => (isEstimate(value) ? value.mean : value);

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy });
};

/** The coefficients as a list of what can have an error, and how a list of numbers is put back. */
const taken = (coefficient: Filling["coefficient"]) => {
  if (!Array.isArray(coefficient)) return { list: [coefficient as Measured], rows: 0 };
  const matrix = coefficient as readonly (readonly Measured[])[];
  for (const [a, row] of matrix.entries())
    for (const b of row.keys())
      if (row.length !== matrix.length || mean(row[b]!) !== mean(matrix[b]![a]!))
        refuse(
          `The matrix of coefficients differs from its transpose at (${a}, ${b})`,
          "a symmetric one, as motion that can be reversed has",
          "Average the two, or run the trajectories of the full system where a magnetic force makes them differ",
        );
  return { list: matrix.flat(), rows: matrix.length };
};

const commonFront = (diffusive: readonly Diffusion[], constants: Record<string, number>): number => {
  const [first, ...others] = diffusive.map(({ front }) => worth(front, constants));
  return others.every((each) => each === first) && first !== undefined
    ? first
    : refuse("The fluctuations have different prefactors", "one for all", "Fill the equations one by one");
};

/** The holes filled with numbers, or with estimates whose errors reach the prediction. @throws PhysicsError "parameter" */
export const fill = (reduction: Reduction, filling: Filling): Filled => {
  const { flows, diffusive } = reduction;
  const { potential, kT, epsilon } = filling;
  positive("kT", kT);
  positive("epsilon", epsilon);
  const constants = { m̂: 1, ...filling.constants, β: 1 / kT, ε: epsilon };
  const { list, rows } = taken(filling.coefficient);
  for (const value of list) if (rows === 0) positive(text(diffusive[0]!.hole.symbol), mean(value));
  const front = commonFront(diffusive, constants);
  const overdamped = flows.every(({ fluctuating, mean: drift }) => fluctuating && !drift);
  const inertial = flows.length === 2 && !flows[0]!.fluctuating && !!flows[1]!.fluctuating && flows[0]!.rate.of.even;
  if (!overdamped && !inertial)
    refuse(
      `The equation of ${flows.map(({ rate }) => text(rate.of.symbol)).join(", ")} is neither Smoluchowski's nor Fokker and Planck's`,
      "positions alone, or one position with its momentum",
      "Reduce to other slow variables",
    );
  const D = (values: readonly number[]) => {
    const all = values.map((value) => epsilon ** 2 * front * value);
    return rows === 0 ? all[0]! : Array.from({ length: rows }, (_, a) => all.slice(a * rows, (a + 1) * rows));
  };
  const mass = [constants["m̂"]];
  const bath = (values: readonly number[]) => ({ kT, gamma: (epsilon * front * values[0]!) / (kT * constants["m̂"]) });
  const build = (values: readonly number[], grid: Grid): Generator =>
    overdamped
      ? smoluchowski(potential, { kT, D: D(values) }, grid)
      : kleinKramers({ potential, mass }, bath(values), grid);
  const means = list.map(mean);
  return {
    generator: (grid) => build(means, grid),
    trajectories: (dt) =>
      (overdamped
        ? brownian({ potential }, { kT, D: D(means) as number }, dt)
        : langevin({ potential, mass: Float64Array.from(mass) }, bath(means), dt)) as unknown as Integrator<never>,
    predict: (quantity, grid) => propagate((...values) => quantity(build(values, grid)), list),
  };
};
