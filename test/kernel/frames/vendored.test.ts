/** The bundle as a whole: its names, its time to load, reading and writing, and what was put in the place of packages. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { bundleDanfojs } from "../../../build/bundle-danfojs.mjs";
import { ours, published, vendorFolder } from "./danfojs.js";

const folder = mkdtempSync(join(tmpdir(), "frames-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the vendored module", () => {
  it("has the names of danfojs and the guards' error", () => {
    expect(Object.keys(ours).sort()).toEqual([...Object.keys(published), "FrameError"].sort());
  });

  it("gives its names to ES modules, in a folder without packages, in less than 0.7 s", () => {
    const script = `
      const start = performance.now();
      const { DataFrame, readCSV } = await import(${JSON.stringify(pathToFileURL(`${vendorFolder}index.cjs`).href)});
      console.log(JSON.stringify([performance.now() - start, new DataFrame({ x: [1, 2] }).shape, typeof readCSV]));`;
    writeFileSync(join(folder, "import.mjs"), script);
    const [time, shape, kind] = JSON.parse(
      execFileSync(process.execPath, ["import.mjs"], { cwd: folder, encoding: "utf8" }),
    );
    expect(shape).toEqual([2, 1]);
    expect(kind).toBe("function");
    expect(time).toBeLessThan(700);
  });

  it("names the licence of every package in it", () => {
    const text = readFileSync(join(vendorFolder, "THIRD-PARTY.txt"), "utf8");
    for (const name of ["danfojs-node 1.2.0", "xlsx 0.18.5", "papaparse", "table 6.7.1", "stream-json"])
      expect(text).toContain(name);
    expect(text).not.toMatch(/tfjs|mathjs|plotly/);
  });

  it("is bundled anew only when something has changed, and then the same", async () => {
    expect(await bundleDanfojs()).toBe(false);
    const other = join(folder, "vendor");
    expect(await bundleDanfojs(other)).toBe(true);
    for (const file of ["index.cjs", "xlsx.cjs", "THIRD-PARTY.txt"]) {
      expect(readFileSync(join(other, file), "utf8") === readFileSync(join(vendorFolder, file), "utf8")).toBe(true);
    }
  });

  it("has one class for all frames, which write themselves", () => {
    const head = () => new ours.DataFrame({ x: [1, 2, 3], y: [4, 5, 6] }).head(2);
    expect(head()).toBeInstanceOf(ours.DataFrame);
    expect(head().toCSV()).toBe("x,y\n1,4\n2,5\n");
    expect(() => new published.DataFrame({ x: [1, 2, 3] }).head(2).toCSV()).toThrow(/deprecated/);
  });
});

describe("reading and writing", () => {
  it("writes and reads CSV files", async () => {
    const file = join(folder, "rows.csv");
    new ours.DataFrame({ x: [1.5, 2.5], name: ["a", "b"] }).toCSV({ filePath: file });
    const read = await ours.readCSV(file, { skipEmptyLines: true });
    expect(read.values).toEqual([
      [1.5, "a"],
      [2.5, "b"],
    ]);
  });

  it("reads spreadsheets that are made to change all objects, and does not let them", async () => {
    const file = join(folder, "hostile.xlsx");
    new ours.DataFrame({ x: [1.5, 2.5] }).toExcel({ filePath: file });
    const xlsx = createRequire(import.meta.url)("xlsx");
    const book = xlsx.readFile(file);
    book.Sheets.Sheet1.A2.c = [{ a: "author", t: "text" }];
    const zip = xlsx.CFB.read(xlsx.write(book, { type: "buffer" }), { type: "buffer" });
    const found = xlsx.CFB.find(zip, "/xl/comments1.xml");
    found.content = Buffer.from(String(found.content).replace('ref="A2"', 'ref="__proto__"'));
    writeFileSync(file, xlsx.CFB.write(zip, { fileType: "zip", type: "buffer" }));

    const common = Object.prototype as { c?: unknown };
    xlsx.readFile(file);
    expect(common.c, "the file is what it is meant to be").toBeDefined();
    delete common.c;
    expect((await ours.readExcel(file)).values).toEqual([[1.5], [2.5]]);
    expect(Object.keys(common)).toEqual([]);
  });

  it("writes and reads spreadsheets", async () => {
    const file = join(folder, "rows.xlsx");
    new ours.DataFrame({ x: [1.5, 2.5], name: ["a", "b"] }).toExcel({ filePath: file });
    expect(existsSync(file)).toBe(true);
    expect((await ours.readExcel(file)).values).toEqual([
      [1.5, "a"],
      [2.5, "b"],
    ]);
  });

  it("reads from the web, and rejects what is not there", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/rows.csv" ? 200 : 404).end("x,y\n3,4\n5,6\n");
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const at = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
    expect((await ours.readCSV(at("rows.csv"))).values).toEqual([
      [3, 4],
      [5, 6],
    ]);
    await expect(ours.readCSV(at("none.csv"))).rejects.toThrow("HTTP 404");
    const closed = at("rows.csv");
    await new Promise((resolve) => server.close(resolve));
    await expect(ours.readCSV(closed)).rejects.toThrow(/^HTTP 0: \w+/);
  });
});
