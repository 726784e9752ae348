import { type VectorField, vectorFieldOn } from "../field.js";
import { displacement, type Network } from "./network.js";
import { flowOf } from "./rates.js";

/** Flows over the joints of a network as a vector at each cell: (1/volume) Σ flow · (the way inside the cell). Two cells share the way between them in
 *  proportion to their widths, so that along an axis it is the mean of the current through the two faces. */
export const currentOf = ({ grid, joints }: Network, flow: (k: number) => number, symbol: string): VectorField => {
  const { dim, size, volumes, axes, strides } = grid;
  const components = axes.map(() => new Float64Array(size));
  const step = new Float64Array(dim);
  const width = (cell: number, a: number) => axes[a].widths[Math.floor(cell / strides[a]) % axes[a].cells];
  for (let k = 0; k < joints.count; k++) {
    const amount = flow(k);
    const [i, j] = [joints.from[k], joints.to[k]];
    displacement(grid, joints, k, step);
    for (let a = 0; a < dim; a++) {
      const part = j < 0 ? 1 : width(i, a) / (width(i, a) + width(j, a));
      components[a][i] += (amount * step[a] * part) / volumes[i];
      if (j >= 0) components[a][j] += (amount * step[a] * (1 - part)) / volumes[j];
    }
  }
  return vectorFieldOn(grid, components, symbol);
};

/** J = −D [∇ + ∇V/kT] ρ, probability over time through a unit of length or area. */
export const probabilityCurrent = (network: Network, rho: Float64Array): VectorField =>
  currentOf(network, flowOf(network, rho), "J");
