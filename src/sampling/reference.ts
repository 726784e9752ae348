import { gibbsAverage } from "../ensembles/gibbs-average.js";
import type { Property } from "../ensembles/property.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import type { Named } from "../potentials/names.js";

export interface ReferenceOptions {
  readonly seed: string;
  /** The mass of each coordinate, for properties that hold momenta. */
  readonly mass?: ArrayLike<number>;
}

/** The Gibbs average that time averages are held against: by quadrature where there are at most three coordinates, otherwise by sampling. */
export const reference = async (
  potential: Named,
  kT: number,
  property: Property,
  { seed, mass }: ReferenceOptions,
): Promise<ShownEstimate> =>
  potential.dim <= 3
    ? gibbsAverage(potential, kT, property, { ...(mass && { mass }) })
    : gibbsAverage(potential, kT, property, { seed: `${seed}, Gibbs average`, ...(mass && { mass }) });
