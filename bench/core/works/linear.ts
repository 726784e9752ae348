/** Linear algebra of generators. */

import { eachToWithin, toWithin } from "../difference.js";
import type { Reply } from "../program.js";
import { type Peer, question, type Work } from "../work.js";
import { surface } from "./surface.js";

const step = { cells: 4096, repeats: 500, dt: 0.002, rate: 900 };

const implicitStep = (name: string, meaning: string, scipy: string, target?: string): Work => ({
  name,
  meaning,
  unit: "µs",
  rounds: 7,
  ours: question("liouville", name, step),
  peers: [{ ...question("SciPy", name, step), name: `SciPy ${scipy}`, ...(target !== undefined && { target }) }],
  figure: ({ processor }: Reply) => (1e6 * processor) / step.repeats,
  better: "less",
  difference: toWithin(1e-12),
});

const slowest = (cells: string, nx: number, ny: number, rounds: number, target: string): Work => {
  const parameters = { ...surface, nx, ny, count: 6 };
  const scipy = (name: string, work: string): Peer => ({ ...question("SciPy", work, parameters), name });
  return {
    name: `six slowest eigenvalues, ${cells} cells`,
    meaning: "of a two-dimensional Smoluchowski generator, factorisation included; processor time",
    unit: "s",
    rounds,
    ours: question("liouville", "slowest", parameters),
    peers: [
      { ...scipy("SciPy eigsh, best ordering", "slowest"), target },
      scipy("SciPy eigsh, as it comes", "slowest, default"),
    ],
    figure: ({ processor }: Reply) => processor,
    better: "less",
    difference: eachToWithin(1e-6, 1e-3),
  };
};

export const linear: readonly Work[] = [
  implicitStep(
    "implicit step",
    "one solution of (1 − dt 𝓛) y = x for a chain of 4096 cells, matrix and x given; processor time",
    "solve_banded",
    "ratio >= 2.5",
  ),
  implicitStep("implicit step, factored before", "the same with the factor at hand", "dgttrs"),
  slowest("10⁴", 100, 100, 7, "ratio >= 0.5"),
  slowest("10⁵", 400, 250, 5, "ratio >= 0.91"),
];
