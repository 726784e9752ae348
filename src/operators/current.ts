import { type VectorField, vectorFieldOn } from "./field.js";
import type { Network } from "./network.js";
import { flowOf } from "./rates.js";

/** Flows over the joints of a network as a vector at each cell: (1/volume) Σ flow · (the way inside the cell). Along an axis it is the mean of the current
 *  through the two faces. */
export const currentOf = ({ grid, joints }: Network, flow: (k: number) => number, symbol: string): VectorField => {
  const { dim, size, volumes, axes, strides } = grid;
  const components = axes.map(() => new Float64Array(size));
  for (let k = 0; k < joints.count; k++) {
    const amount = flow(k);
    for (const cell of [joints.from[k], joints.to[k]])
      for (let a = 0; a < dim && cell >= 0; a++) {
        const width = axes[a].widths[Math.floor(cell / strides[a]) % axes[a].cells];
        components[a][cell] += (amount * joints.steps[k * dim + a] * 0.5 * width) / volumes[cell];
      }
  }
  return vectorFieldOn(grid, components, symbol);
};

/** J = −D [∇ + ∇V/kT] ρ, probability over time through a unit of length or area. */
export const probabilityCurrent = (network: Network, rho: Float64Array): VectorField =>
  currentOf(network, flowOf(network, rho), "J");
