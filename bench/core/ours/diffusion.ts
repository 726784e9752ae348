import { grids, operators } from "liouville";
import type { Prepare } from "./serve.js";
import { type Surface, surfaceOf } from "./surface.js";

interface Parameters extends Surface {
  readonly cells: number;
  readonly t: number;
  /** The Gaussian to begin with. */
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
}

/** The density at time t, the first axis fastest; by fplanck's scheme, so that the errors of the grid are the same. */
export const diffusion: Prepare<Parameters> = (parameters) => {
  const { cells, half, kT, D, t, x0, y0, width } = parameters;
  const grid = grids.box([
    [-half, half, cells],
    [-half, half, cells],
  ]);
  const generator = operators.smoluchowski(surfaceOf(parameters), { kT, D, scheme: "square-root" }, grid);
  const start = (x: number, y: number) => Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * width ** 2));
  return () => generator.propagate(start, t).values;
};
