/** What goes into the published package, and what does not. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Packed, pack, root } from "./pack.js";
import { scratch } from "./scratch.js";

const folder = scratch();
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
let packed: Packed;
beforeAll(async () => {
  packed = await pack(folder);
}, 60_000);

const sources = (): string[] =>
  ["src", "kernel"].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `dist/${part}/${name.replaceAll("\\", "/").slice(0, -".ts".length)}`),
  );

const expected = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|CITATION\.cff)$/,
  /^dist\/(src|kernel)\/.+\.(js|d\.ts)$/,
  /^dist\/extension\/src\/themed-layout\.(js|d\.ts)$/, // the pages of the runner use it too
  /^dist\/vendor\/danfojs-node\/(index\.cjs|xlsx\.cjs|package\.json|THIRD-PARTY\.txt|.+\.d\.ts)$/,
  /^extension\/labextension\/(package\.json|static\/.+\.(js|json))$/,
  /^notebooks\/\d\d-[a-z-]+\.ipynb$/,
];

describe("the tarball", () => {
  test("holds nothing but the built package: no tests, no build state, no sources of the extension, no executed notebooks", () => {
    expect(packed.files.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  test("holds every module of the sources, and none whose source is gone (else remove dist/ and build again)", () => {
    const modules = (ending: string) =>
      packed.files
        .filter((path) => /^dist\/(src|kernel)\//.test(path) && path.endsWith(ending))
        .map((path) => path.slice(0, -ending.length));
    expect(modules(".js").sort()).toEqual(sources().sort());
    expect(modules(".d.ts").sort()).toEqual(sources().sort());
  });

  test("holds what package.json points to", () => {
    const entries = [manifest.main, manifest.types, ...Object.values(manifest.bin), ...Object.values(manifest.exports)]
      .flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry as object)))
      .map((path: string) => path.replace(/^\.\//, ""));
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter((path) => !packed.files.includes(path))).toEqual([]);
    expect(packed.files).toContain("dist/kernel/server/main.js");
    expect(packed.files).toContain("notebooks/00-tour.ipynb");
    expect(readFileSync(join(root, manifest.bin.liouville), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("holds the tour without outputs", () => {
    const { cells } = JSON.parse(readFileSync(join(root, "notebooks/00-tour.ipynb"), "utf8"));
    expect(cells.flatMap(({ outputs }: { outputs?: unknown[] }) => outputs ?? [])).toEqual([]);
  });

  test("is at most 3 MB to download, and 9 MB on disk", () => {
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
    console.info(
      `${packed.files.length} files, ${megabytes(packed.size)} packed, ${megabytes(packed.unpackedSize)} unpacked`,
    );
    expect(packed.size).toBeLessThan(3e6);
    expect(packed.unpackedSize).toBeLessThan(9e6);
  });
});
