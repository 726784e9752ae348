/** Compiles assembly/noise.ts and bundles the program of the worker threads, and writes both as text into src. */

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The module of assembly/noise.ts, in base64. */
const noise = async () => {
  const flags = "-O3 --noAssert --runtime stub --importMemory --memoryBase 1024 --enable simd";
  const parts = [];
  const { error, stderr } = await asc.main(["noise.ts", "--outFile", "noise.wasm", ...flags.split(" ")], {
    readFile: (name) => (name === "noise.ts" ? readFileSync(join(root, "assembly/noise.ts"), "utf8") : null),
    writeFile: (_name, contents) => parts.push(contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.concat(parts).toString("base64");
};

/** src/dynamics/ensemble/lane-worker.ts with all that it imports, as one script. */
const worker = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/dynamics/ensemble/lane-worker.ts")],
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0].text;
};

const file = (name, text) =>
  `/** Made by build/assembly.mjs; not to be changed by hand. */\nexport const ${name} =\n  ${JSON.stringify(text)};\n`;

/** The generated files, by their path. */
export const generated = async () => ({
  "src/assembly/noise-module.ts": file("noiseModule", await noise()),
  "src/dynamics/ensemble/lane-worker-text.ts": file("laneWorker", await worker()),
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of Object.entries(await generated())) {
    writeFileSync(join(root, path), text);
    console.log(`${path}: ${text.length} characters in ${dirname(path)}`);
  }
