/** The programs that are compared: ours and, each with its pinned version, those that can be had here. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureVenv } from "../../kernel/command/venv.js";
import { nativePrograms } from "./native.js";
import { type Program, program } from "./program.js";

export type Programs = ReadonlyMap<string, Program>;

type Say = (line: string) => void;

/** Programs in Python that share an environment: its packages, and for each program the package that is compared and the file. */
interface Shelf {
  readonly venv: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly programs: Readonly<Record<string, readonly [compared: string, file: string]>>;
}

const shelves: readonly Shelf[] = [
  {
    venv: "bench-core-venv",
    packages: { numpy: "2.4.6", scipy: "1.17.1", numba: "0.68.1", jax: "0.10.2" },
    programs: {
      NumPy: ["numpy", "numpy_ensemble.py"],
      numba: ["numba", "numba_ensemble.py"],
      JAX: ["jax", "jax_ensemble.py"],
      SciPy: ["scipy", "scipy_linalg.py"],
      "exact diffusion": ["scipy", "exact_diffusion.py"],
    },
  },
  {
    venv: "bench-fplanck-venv", // fplanck calls what NumPy 2 no longer has
    packages: { numpy: "1.26.4", scipy: "1.17.1", fplanck: "0.2.2" },
    programs: { fplanck: ["fplanck", "fplanck_diffusion.py"] },
  },
];

const fromPython = async (
  root: string,
  { venv, packages, programs }: Shelf,
  say: Say,
): Promise<[string, Program][]> => {
  const requirements = Object.entries(packages).map(([name, version]) => `${name}==${version}`);
  try {
    const { python } = await ensureVenv(join(root, ".cache", venv), requirements, say);
    return Object.entries(programs).map(([name, [compared, file]]) => {
      const command = [python, join(root, "bench", "core", "peers", file)];
      return [name, program(packages[compared]!, command)];
    });
  } catch (error) {
    say(`${Object.keys(programs).join(", ")} could not be had, and are left out: ${(error as Error).message}`);
    return [];
  }
};

const ours = (root: string): Program => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return program(version, [process.execPath, join(root, ".cache", "bench", "core", "ours.mjs")]);
};

/** All by name; who could not be had is said. */
export const findPrograms = async (root: string, say: Say): Promise<Programs> => {
  const all: [string, Program][] = [
    ["liouville", ours(root)],
    ["liouville, fresh", ours(root)],
    ...nativePrograms(root, say),
  ];
  for (const shelf of shelves) all.push(...(await fromPython(root, shelf, say)));
  return new Map(all);
};
