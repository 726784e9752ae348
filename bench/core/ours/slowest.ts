import { grids, operators } from "liouville";
import type { Prepare } from "./serve.js";
import { type Surface, surfaceOf } from "./surface.js";

interface Parameters extends Surface {
  readonly nx: number;
  readonly ny: number;
  readonly count: number;
}

/** The eigenvalues of −𝓛 from 0 on. */
export const slowest: Prepare<Parameters> = ({ nx, ny, count, half, ...surface }) => {
  const { kT, D } = surface;
  const grid = grids.box([
    [-half, half, nx],
    [-half, half, ny],
  ]);
  const generator = operators.smoluchowski(surfaceOf({ ...surface, half }), { kT, D }, grid);
  return () => generator.spectrum(count).rates;
};
