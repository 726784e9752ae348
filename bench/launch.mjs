/** Bundles programs of a bench, written in TypeScript, and runs the first, main.ts. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `programs` are the bundles by name, each with its first file in bench/NAME. They are left in .cache/bench/NAME. */
export const launch = async (name, programs = { main: "main.ts" }) => {
  const outdir = join(root, ".cache", "bench", name);
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(programs).map(([out, file]) => [out, join(root, "bench", name, file)]),
    ),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const { main } = await import(pathToFileURL(join(outdir, "main.mjs")).href);
  await main(root, process.argv.slice(2));
};
