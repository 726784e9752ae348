/** The same ensemble in C, at two widths, as the yardstick. */

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Program, program } from "./program.js";

/** What each is called, and what it is compiled with besides. */
const variants: Readonly<Record<string, readonly string[]>> = {
  "C, SSE width": ["-fno-math-errno", "-mprefer-vector-width=128", "-DLANES=2"],
  "C, SSE width, unfused": ["-fno-math-errno", "-mprefer-vector-width=128", "-DLANES=2", "-ffp-contract=off"],
  "C, full width": ["-fno-math-errno", "-mprefer-vector-width=512", "-DLANES=8"],
};

/** The compiler by its first line, such as "gcc (Debian 12.2.0-14) 12.2.0". */
const compilerVersion = (): string => {
  const { status, stdout, error } = spawnSync("gcc", ["--version"], { encoding: "utf8" });
  if (status !== 0) throw new Error(error?.message ?? "gcc --version failed");
  return stdout.split("\n")[0]!;
};

/** A source in C of a bench, compiled by gcc once for each variant, whose options come after -O3 -march=native; who could not be compiled is said. */
export const compiled = (
  root: string,
  [bench, source]: readonly [bench: string, source: string],
  variants: Readonly<Record<string, readonly string[]>>,
  say: (line: string) => void,
): [string, Program][] => {
  const outdir = join(root, ".cache", "bench", bench);
  mkdirSync(outdir, { recursive: true });
  const file = join(root, "bench", bench, "native", source);
  return Object.entries(variants).flatMap(([name, more]): [string, Program][] => {
    try {
      const version = compilerVersion();
      const options = ["-O3", "-march=native", ...more];
      const output = join(outdir, name.replace(/\W+/g, "-").toLowerCase());
      const { status, stderr } = spawnSync("gcc", [...options, file, "-o", output, "-lm"], { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr.trim());
      return [[name, program(`${version} ${options.join(" ")}`, [output])]];
    } catch (error) {
      say(`${name} could not be had, and is left out: ${(error as Error).message}`);
      return [];
    }
  });
};

/** The programs by name. */
export const nativePrograms = (root: string, say: (line: string) => void): [string, Program][] =>
  compiled(root, ["core", "ensemble.c"], variants, say);
