/** The library as a cell sees it. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { display, isDisplayable } from "../../src/display.js";
import * as liouville from "../../src/index.js";

const { cite, estimate, potentials, show, table } = liouville;
const root = fileURLToPath(new URL("../../", import.meta.url));
const built = join(root, "dist/src/index.js");

describe("tables", () => {
  const rates = { exact: 0.05775, counted: estimate.estimate(0.0569, 0.0009), eigenvalue: 0.0595 };

  test("hold routes against the first exact one, in standard errors or in percent", () => {
    expect(table(rates).rows).toEqual([
      { route: "exact", value: "0.05775", error: "", "from exact": "" },
      { route: "counted", value: "0.0569(9)", error: "0.0009", "from exact": "−0.9 σ" },
      { route: "eigenvalue", value: "0.0595", error: "", "from exact": "+3.0 %" },
    ]);
    expect(table({ a: estimate.estimate(2, 0.3), b: estimate.estimate(1, 0.4) }).rows[1]).toMatchObject({
      "from a": "−2.0 σ",
    });
  });

  test("do not compare measurements of different quantities", () => {
    const measured = (symbol: string, mean: number) => Object.assign(estimate.estimate(mean, 0.1), { symbol });
    const columns = (routes: Parameters<typeof table>[0]) => Object.keys(table(routes).rows[1]);
    expect(columns({ x: measured("x", 1), square: measured("x^2", 2) })).toEqual(["route", "value", "error"]);
    expect(columns({ exact: 1.5, short: measured("x", 1), long: measured("x", 2) })).toContain("from exact");
  });

  test("compare exact numbers alone where all are within a factor of two of the first", () => {
    const columns = (routes: Parameters<typeof table>[0]) => Object.keys(table(routes).rows[0]);
    expect(columns({ passage: 71.2, reaction: 71.3 })).toContain("from passage");
    expect(table({ a: -1.2, b: -2.3 }).rows[1]).toMatchObject({ "from a": "+91.7 %" });
    for (const b of [3.4, 0.5, -1.2, Number.NaN]) expect(columns({ a: 1.2, b })).toEqual(["route", "value", "error"]);
    expect(columns({ a: 1.2, b: estimate.estimate(3.4, 0.2) })).toContain("from a");
  });

  test("show rows in columns, escaped", () => {
    const shown = table([
      { name: "<x>", value: estimate.estimate(1.832, 0.011) },
      { name: "n", other: 3 },
    ])[display]();
    expect(shown["text/plain"]).toBe("name  value      other\n<x>   1.832(11)\nn                3");
    expect(shown["text/html"]).toContain("&lt;x&gt;");
  });
});

describe("citations", () => {
  test("list the works whose methods were used, or those asked for", () => {
    liouville.random.stream("cited");
    expect(cite().keys).toContain("blackman-vigna-2021");
    expect(cite().keys).not.toContain("kramers-1940");
    expect(cite("kramers-1940")[display]()["text/plain"]).toMatch(/^\[kramers-1940\] H\. A\. Kramers/);
    expect(() => cite("nobody-1900" as "kramers-1940")).toThrow(/no reference "nobody-1900"/);
  });

  test("every key that the sources name exists", () => {
    const files = (readdirSync(join(root, "src"), { recursive: true }) as string[]).filter((name) =>
      name.endsWith(".ts"),
    );
    const named = files.flatMap(
      (name) => readFileSync(join(root, "src", name), "utf8").match(/\b[a-z]+(?:-[a-z]+)*-(?:18|19|20)\d\d\b/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(10);
    for (const key of named) expect(Object.keys(liouville.references)).toContain(key);
  });
});

test("show gives the richest form to a kernel that only takes one", () => {
  const got: [string, unknown][] = [];
  const out = { raw: (mime: string, data: unknown) => got.push([mime, data]) };
  show(potentials.harmonic({ k: 2 }), out);
  show(estimate.estimate(1.5, 0.2), out);
  show(liouville.figures.potential(potentials.harmonic({ k: 2 })), out);
  expect(got.map(([mime]) => mime)).toEqual(["text/markdown", "text/plain", "application/vnd.plotly.v1+json"]);
  expect(got[2][1]).toHaveProperty("data");
});

test("displayable values are known by their symbol", () => {
  expect(display).toBe(Symbol.for("Jupyter.display"));
  expect([isDisplayable(cite()), isDisplayable({}), isDisplayable(null), isDisplayable(3)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("errors are one class, and say three things", () => {
  const error = new liouville.PhysicsError("parameter", { what: "A", expected: "B", remedy: "C" });
  expect([error.name, error.message, error.fault, error instanceof Error]).toEqual([
    "PhysicsError",
    "A. Expected B. C.",
    "parameter",
    true,
  ]);
});

describe("in the plain tslab kernel, which requires modules and reads types with TypeScript 5.0", () => {
  const folder = mkdtempSync(join(tmpdir(), "public-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("the built library can be required, and works", () => {
    const code = `const l = require(${JSON.stringify(built)}); console.log(l.ensembles.canonical(l.potentials.harmonic({ k: 2 }), 0.5).average("x^2").mean.toFixed(9))`;
    expect(execFileSync(process.execPath, ["--no-warnings", "-e", code], { encoding: "utf8" }).trim()).toBe(
      "0.250000000",
    );
  });

  test("its declarations are read without an error, and are not any", () => {
    const ts = createRequire(import.meta.url)("@tslab/typescript-for-tslab") as typeof import("typescript");
    expect(ts.version).toMatch(/^5\.0/);
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules/liouville"));
    const file = join(folder, "cell.ts");
    writeFileSync(
      file,
      `import { dynamics, ensembles, figures, grids, operators, Plotly, potentials, table } from "liouville";
const well = potentials.expression("h*x^4", { h: 2 });
const system = { potential: well, mass: [1.5] };
const options = { trajectories: 64, steps: 10, seed: "a", observe: { x: "x" } };
export const run = dynamics.ensemble(dynamics.langevin(system, { kT: 1, gamma: 2 }, 0.01), options).then((run) => run.x.mean);
const generator = operators.smoluchowski(well, { kT: 1, D: 0.5 }, grids.interval(-3, 3, 90));
export const figure: Plotly.Figure = figures.density(generator.equilibrium(), ensembles.canonical(well, 1));
export const wrong: string[] = [figure.data, generator.spectrum(2).rates[0], table({ a: 1 }).rows, well.dim];
`,
    );
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      types: [],
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.CommonJS,
      moduleResolution: 2,
    });
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(
        (d) =>
          `${d.file?.fileName.split("/").at(-1)}:${ts.flattenDiagnosticMessageText(d.messageText, " ").split(".")[0]}`,
      );
    expect(found).toEqual([
      "cell.ts:Type 'Data[]' is not assignable to type 'string'",
      "cell.ts:Type 'number' is not assignable to type 'string'",
      "cell.ts:Type 'readonly Readonly<Record<string, Entry>>[]' is not assignable to type 'string'",
      "cell.ts:Type 'number' is not assignable to type 'string'",
    ]);
  });
});
