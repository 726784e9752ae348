import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { installedKernels } from "../../../kernel/spec/find.js";
import { installedFolders, installInto, uninstallFrom } from "../../../kernel/spec/install.js";
import { replaceFolder } from "../../../kernel/spec/replace-folder.js";
import { folder } from "../../command/folder.js";

/** Width and height in the header of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe("installing", () => {
  test("writes a kernelspec that starts this installation, with logos", async () => {
    const dir = folder();
    const [kernel] = await installInto(dir);
    const spec = JSON.parse(readFileSync(join(kernel, "kernel.json"), "utf8"));
    expect(spec).toMatchObject({
      display_name: "Liouville (TypeScript)",
      language: "typescript",
      interrupt_mode: "message",
    });
    expect(spec.argv[0]).toBe(process.execPath);
    expect(spec.argv[1]).toMatch(/dist.kernel.server.main\.js$/);
    expect(spec.argv[2]).toBe("{connection_file}");
    for (const size of [32, 64]) {
      expect(sizeOf(readFileSync(join(kernel, `logo-${size}x${size}.png`)))).toEqual([size, size]);
    }
    expect(readFileSync(join(kernel, "logo-svg.svg"), "utf8")).toMatch(/^<svg /);
    expect(installedKernels([dir]).get("liouville")?.dir).toBe(kernel);
  });

  test("again writes the same, and leaves nothing else behind", async () => {
    const dir = folder();
    await installInto(dir);
    const { kernel } = installedFolders(dir);
    writeFileSync(join(kernel, "stale"), "");
    const before = readFileSync(join(kernel, "kernel.json"), "utf8");
    await installInto(dir);
    expect(readFileSync(join(kernel, "kernel.json"), "utf8")).toBe(before);
    expect(existsSync(join(kernel, "stale"))).toBe(false);
    expect(readdirSync(join(dir, "kernels"))).toEqual(["liouville"]);
  });

  test("is undone by uninstalling, which leaves other kernels alone", async () => {
    const dir = folder();
    mkdirSync(join(dir, "kernels", "other"), { recursive: true });
    const written = await installInto(dir);
    expect(uninstallFrom(dir)).toEqual(written);
    expect(uninstallFrom(dir)).toEqual([]);
    expect(readdirSync(join(dir, "kernels"))).toEqual(["other"]);
  });
});

test("a folder that cannot be filled stays as it was", async () => {
  const dir = join(folder(), "a");
  await replaceFolder(dir, (draft) => writeFileSync(join(draft, "x"), "old"));
  const failing = replaceFolder(dir, (draft) => {
    writeFileSync(join(draft, "x"), "new");
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  expect(readFileSync(join(dir, "x"), "utf8")).toBe("old");
  expect(readdirSync(join(dir, ".."))).toEqual(["a"]);
});

describe("installed kernels", () => {
  const put = (dir: string, name: string, spec: unknown): string => {
    const path = join(dir, "kernels", name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "kernel.json"), typeof spec === "string" ? spec : JSON.stringify(spec));
    return path;
  };
  test("are found by name; earlier folders win, broken ones are passed over", () => {
    const [one, two] = [folder(), folder()];
    put(one, "Shared", { argv: ["one"] });
    put(one, "broken", "{");
    put(two, "shared", { argv: ["two"] });
    put(two, "broken", { argv: ["mended"] });
    const found = installedKernels([one, two, "/nowhere"]);
    expect([...found.values()].map(({ name, spec }) => [name, spec.argv[0]])).toEqual([
      ["shared", "one"],
      ["broken", "mended"],
    ]);
  });
  test("whose command is python mean the Python that they were installed with", () => {
    const prefix = folder();
    mkdirSync(join(prefix, "bin"));
    writeFileSync(join(prefix, "bin", "python"), "");
    put(join(prefix, "share", "jupyter"), "p", { argv: ["python", "-m", "k"] });
    const found = installedKernels([join(prefix, "share", "jupyter")]);
    expect(found.get("p")?.spec.argv).toEqual([join(prefix, "bin", "python"), "-m", "k"]);
  });
});
