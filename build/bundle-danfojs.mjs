/**
 * Bundles danfojs-node into dist/vendor/danfojs-node, so that notebooks have frames wherever liouville is installed: its overrides
 * count only in a root package, and the packages under it are many. Skipped when nothing has changed.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, version } from "esbuild";
import { comments } from "./danfojs/comments.mjs";
import { notices } from "./danfojs/notices.mjs";
import { writeTypes } from "./danfojs/types.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const own = (path) => join(root, "build/danfojs", path);
const require = createRequire(import.meta.url);

/** What danfojs names, and what it gets. */
const alias = {
  "@tensorflow/tfjs-node": join(root, "build/tfjs-node/index.cjs"),
  mathjs: own("statistics.mjs"),
  request: own("request.cjs"),
  "node-fetch": own("node-fetch.cjs"),
  xlsx: own("xlsx.cjs"),
};

/** Relative imports that are replaced as well. */
const plotting = {
  name: "plotting",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.\/(\.\.\/danfojs-base\/)?plotting$/ }, ({ importer }) =>
      importer.includes("danfojs-base") ? { path: own("plotting.cjs") } : undefined,
    ),
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  charset: "utf8",
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: "none",
  metafile: true,
  logLevel: "error",
};

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** Everything the outcome depends on: our own files, and the versions of what is bundled. */
function fingerprint() {
  const folders = ["build/danfojs", "build/tfjs-node", "kernel/frames"].flatMap((path) => filesUnder(join(root, path)));
  const files = [
    fileURLToPath(import.meta.url),
    ...folders,
    require.resolve("danfojs-node/package.json"),
    require.resolve("xlsx/package.json"),
    join(root, "package-lock.json"),
  ];
  const hash = createHash("sha256").update(version);
  for (const file of files.sort()) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest("hex");
}

const manifest = {
  name: "danfojs-node",
  version: "1.2.0",
  private: true,
  description: "danfojs-node with guards, bundled by liouville",
  license: "MIT",
  type: "commonjs",
  main: "index.cjs",
  types: "index.d.ts",
};

async function make(folder) {
  mkdirSync(folder, { recursive: true });
  const main = {
    ...common,
    entryPoints: [own("entry.mjs")],
    outfile: join(folder, "index.cjs"),
    alias,
    plugins: [plotting],
    external: ["./xlsx.cjs"],
  };
  const sheets = {
    ...common,
    minifyIdentifiers: true,
    entryPoints: [require.resolve("xlsx")],
    outfile: join(folder, "xlsx.cjs"),
    plugins: [comments],
  };
  const built = await Promise.all([build(main), build(sheets)]);
  const bundled = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(folder, "THIRD-PARTY.txt"), notices(root, bundled));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeTypes(resolve(require.resolve("danfojs-node/package.json"), "../dist"), folder);
}

const holds = (folder, wanted) => {
  const stamp = join(folder, ".stamp");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
};

/** Puts the finished folder in its place at once; another process may have done so meanwhile. */
function replace(folder, finished, wanted) {
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(finished, folder);
  } catch (error) {
    if (!holds(folder, wanted)) throw error;
    rmSync(finished, { recursive: true });
  }
}

/** Bundles into `folder` unless it holds the same already; true when it had to. */
export async function bundleDanfojs(folder = join(root, "dist/vendor/danfojs-node")) {
  const wanted = fingerprint();
  if (holds(folder, wanted)) return false;
  const finished = `${folder}.${process.pid}`;
  await make(finished);
  writeFileSync(join(finished, ".stamp"), wanted);
  replace(folder, finished, wanted);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleDanfojs();
