import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../kernel/package-root.js";

const extension = join(packageRoot, "extension");
const built = join(extension, "labextension");
const build = () => execFileSync(process.execPath, [join(extension, "build.mjs")], { encoding: "utf8" });

test("what is built is not built again", () => {
  build();
  const before = statSync(join(built, "package.json")).mtimeMs;
  const start = performance.now();
  build();
  expect(statSync(join(built, "package.json")).mtimeMs).toBe(before);
  expect(performance.now() - start).toBeLessThan(3000);
});

test("JupyterLab finds a scoped MIME extension with a style", () => {
  const { name, jupyterlab } = JSON.parse(readFileSync(join(built, "package.json"), "utf8"));
  expect(name).toBe("@liouville/jupyterlab");
  expect(jupyterlab._build).toMatchObject({ mimeExtension: "./mimeExtension", style: "./style" });
  expect(statSync(join(built, jupyterlab._build.load)).isFile()).toBe(true);
});

test("Plotly is a file of its own, loaded with the first figure", () => {
  const files = readdirSync(join(built, "static")).filter((name) => name.endsWith(".js"));
  const sizes = files.map((name) => statSync(join(built, "static", name)).size).sort((a, b) => b - a);
  expect(sizes[0]).toBeGreaterThan(4e6);
  expect(sizes.slice(1).reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  const mapped = /sourceMappingURL=\S+\s*$/;
  for (const name of files) expect(mapped.test(readFileSync(join(built, "static", name), "utf8")), name).toBe(false);
});
