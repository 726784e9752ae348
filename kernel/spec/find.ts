import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { KernelSpec } from "./kernelspec.js";
import { dataDirs } from "./paths.js";

export interface InstalledKernel {
  readonly name: string;
  readonly dir: string;
  readonly spec: KernelSpec;
}

const specIn = (dir: string): KernelSpec | undefined => {
  try {
    const spec = JSON.parse(readFileSync(join(dir, "kernel.json"), "utf8"));
    return Array.isArray(spec?.argv) ? withPython(dir, spec) : undefined;
  } catch {
    return undefined;
  }
};

/** A bare `python` means that of the environment which the kernelspec was installed into, as Jupyter has it. */
const withPython = (dir: string, spec: KernelSpec): KernelSpec => {
  const [command, ...args] = spec.argv;
  const prefix = resolve(dir, "..", "..", "..", "..");
  const python = ["bin/python", "python.exe", "Scripts/python.exe"].map((path) => join(prefix, path)).find(existsSync);
  return /^python[\d.]*$/.test(command) && python ? { ...spec, argv: [python, ...args] } : spec;
};

const namesIn = (dir: string): string[] => {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
};

/** The kernels that Jupyter would find, by their lower-case names; a folder earlier in the search path wins. */
export const installedKernels = (dirs: readonly string[] = dataDirs()): Map<string, InstalledKernel> => {
  const found = new Map<string, InstalledKernel>();
  for (const kernels of dirs.map((dir) => join(dir, "kernels"))) {
    for (const name of namesIn(kernels)) {
      const dir = join(kernels, name);
      const spec = specIn(dir);
      if (spec && !found.has(name.toLowerCase()))
        found.set(name.toLowerCase(), { name: name.toLowerCase(), dir, spec });
    }
  }
  return found;
};
