/** Diffusion on a surface to t = 1: its time, and its error. */

import { toWithin } from "../difference.js";
import type { Reply } from "../program.js";
import { type Exact, question, type Work } from "../work.js";
import { surface } from "./surface.js";

const parameters = { ...surface, cells: 300, t: 1, x0: -0.8, y0: 0.3, width: 0.3 };

/** ∫|ρ − exact|, by the middles of the cells. */
const distance = (rho: readonly number[], exact: readonly number[]): number => {
  const volume = ((2 * parameters.half) / parameters.cells) ** 2;
  return volume * exact.reduce((sum, value, i) => sum + Math.abs(rho[i]! - value), 0);
};

const exact: Exact = {
  ...question("exact diffusion", "diffusion", parameters),
  unit: "∫|ρ − exact|",
  error: distance,
  target: "ratio >= 1",
};

export const diffusion: Work = {
  name: "diffusion to t = 1, 300² cells",
  meaning:
    "a density on a double well that is turned by an angle; matrix given, factorisation included; processor time",
  unit: "s",
  rounds: 2,
  ours: question("liouville", "diffusion", parameters),
  peers: [{ ...question("fplanck", "diffusion", parameters), name: "fplanck", target: "ratio >= 15", cold: true }],
  figure: ({ processor }: Reply) => processor,
  better: "less",
  difference: toWithin(1e-3),
  exact,
};
