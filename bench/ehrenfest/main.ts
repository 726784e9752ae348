/** Ehrenfest trajectories in Tully's first model against scalar C and mudslide. */

import { compare } from "../core/compare.js";
import { compiled } from "../core/native.js";
import type { Reply, Request } from "../core/program.js";
import { fromPython, ours } from "../core/programs.js";
import { question, type Work } from "../core/work.js";

/** Momenta from 10 to 12, so that all pass; 4096 trajectories, of which mudslide runs a few. */
const parameters = { trajectories: 4096, steps: 700, dt: 6, mass: 2000, q: -10, p: 10, spread: 2 };
const few = { trajectories: 4 };

const ask = (program: string, options: Request = {}) => question(program, "ensemble", { ...parameters, ...options });

/** Trajectories over seconds of processor time. */
const figure = ({ answer, processor }: Reply): number => answer[3]! / processor;

/** Largest difference of p and of the upper population from the same splitting, and largest change of energy. */
const [ROUNDING, DRIFT] = [1e-9, 1e-6];

const difference: Work["difference"] = (mine, theirs) => {
  const [p, up] = [0, 1].map((i) => Math.abs(mine[i]! - theirs[i]!));
  if (!(p! < ROUNDING && up! < ROUNDING)) return `momenta by ${p}, populations by ${up}`;
  const drift = Math.max(...[mine, theirs].map((answer) => Math.abs(answer[2]!)));
  return drift < DRIFT ? undefined : `the energy changes by ${drift}`;
};

const works: readonly Work[] = [
  {
    name: "Ehrenfest",
    meaning:
      "4096 trajectories of 700 steps of 6 in Tully's model 1 from x = −10, p = 10 … 12; the same splitting, equal p and populations to 1e-9, ΔE < 1e-6",
    unit: "trajectories/s",
    rounds: 7,
    ours: ask("liouville"),
    peers: [{ ...ask("C, scalar"), name: "C, scalar", target: "ratio >= 1" }],
    figure,
    better: "more",
    difference,
  },
  {
    name: "Ehrenfest, speed alone",
    meaning:
      "the same; mudslide leaves the coherences out of its force, so that its values are others and are not compared",
    unit: "trajectories/s",
    rounds: 3,
    ours: ask("liouville"),
    peers: [{ ...ask("mudslide", few), name: "mudslide", target: "ratio >= 1000", cold: true }],
    figure,
    better: "more",
    difference: () => undefined,
  },
];

const shelf = {
  bench: "ehrenfest",
  venv: "bench-ehrenfest-venv",
  packages: { numpy: "2.4.6", scipy: "1.17.1", mudslide: "0.12.0" },
  programs: { mudslide: ["mudslide", "mudslide_ehrenfest.py"] },
} as const;

export const main = (root: string, args: readonly string[]): Promise<void> =>
  compare(
    works,
    async (say) =>
      new Map([
        ["liouville", ours(root, "ehrenfest")],
        ...compiled(root, ["ehrenfest", "ehrenfest.c"], { "C, scalar": [] }, say),
        ...(await fromPython(root, shelf, say)),
      ]),
    args,
  );
