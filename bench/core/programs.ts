/** The programs that are compared: ours and, each with its pinned version, those that can be had here. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureVenv } from "../../kernel/command/venv.js";
import { nativePrograms } from "./native.js";
import { type Program, program } from "./program.js";

export type Programs = ReadonlyMap<string, Program>;

type Say = (line: string) => void;

/** Programs in Python of a bench that share an environment: its packages, and for each program the package that is compared and the file. */
export interface Shelf {
  readonly bench: string;
  readonly venv: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly programs: Readonly<Record<string, readonly [compared: string, file: string]>>;
}

const shelves: readonly Shelf[] = [
  {
    bench: "core",
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
    bench: "core",
    venv: "bench-fplanck-venv", // fplanck calls what NumPy 2 no longer has
    packages: { numpy: "1.26.4", scipy: "1.17.1", fplanck: "0.2.2" },
    programs: { fplanck: ["fplanck", "fplanck_diffusion.py"] },
  },
];

/** The programs of a shelf, whose environment is made where there is none; who could not be had is said. */
export const fromPython = async (
  root: string,
  { bench, venv, packages, programs }: Shelf,
  say: Say,
): Promise<[string, Program][]> => {
  const requirements = Object.entries(packages).map(([name, version]) => `${name}==${version}`);
  try {
    const { python } = await ensureVenv(join(root, ".cache", venv), requirements, say);
    return Object.entries(programs).map(([name, [compared, file]]) => {
      const command = [python, join(root, "bench", bench, "peers", file)];
      return [name, program(packages[compared]!, command)];
    });
  } catch (error) {
    say(`${Object.keys(programs).join(", ")} could not be had, and are left out: ${(error as Error).message}`);
    return [];
  }
};

/** Our side of a bench. */
export const ours = (root: string, bench: string): Program => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return program(version, [process.execPath, join(root, ".cache", "bench", bench, "ours.mjs")]);
};

/** All by name; who could not be had is said. */
export const findPrograms = async (root: string, say: Say): Promise<Programs> => {
  const all: [string, Program][] = [
    ["liouville", ours(root, "core")],
    ["liouville, fresh", ours(root, "core")],
    ...nativePrograms(root, say),
  ];
  for (const shelf of shelves) all.push(...(await fromPython(root, shelf, say)));
  return new Map(all);
};
