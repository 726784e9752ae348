/** Builds the extension with Node alone, unless what it is made of is unchanged: TypeScript → lib/, then Rspack → labextension/. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("./", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const stampFile = `${here}lib/.stamp`;

/** Of the pages of the runner, which show derivations as well. */
const shared = ["derivation-badges", "derivation-form"].map((name) => `../kernel/page/${name}.ts`);
const sources = ["src", "style"]
  .flatMap((folder) => readdirSync(here + folder).map((name) => `${folder}/${name}`))
  .concat(shared);
const tools = ["@jupyter/builder", "@rspack/core", "plotly.js-dist-min", "typescript"].map((name) =>
  resolve(`${name}/package.json`),
);
const hash = createHash("sha256");
for (const file of [
  ...["package.json", "tsconfig.json", "build.mjs", ...sources.sort()].map((name) => here + name),
  ...tools,
]) {
  hash.update(readFileSync(file)).update("\0");
}
const stamp = hash.digest("hex");

/** What the last build was made of, if what it made is still there. */
const last = () =>
  existsSync(`${here}labextension/package.json`) && existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
const run = (...command) =>
  execFileSync(process.execPath, command, { cwd: here, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });

if (last() !== stamp) {
  const core = resolve("@jupyterlab/core-meta/core.package.json");
  try {
    run(resolve("typescript/bin/tsc"));
    run(resolve("@jupyter/builder/lib/build-labextension.js"), "--core-package-file", core, ".");
  } catch (error) {
    process.stderr.write(`${error.stdout}\n${error.message}\n`);
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}
