/** The library in the plain tslab kernel: TypeScript 5.0, CommonJS, resolution by `main` and `types`. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTslab, type TslabKernel } from "./tslab-kernel.js";

let kernel: TslabKernel;
beforeAll(async () => {
  kernel = await startTslab();
  const imports = `import * as tslab from "tslab";
import { cite, dynamics, figures, grids, operators, PhysicsError, potentials, show, table } from "liouville";`;
  expect(await kernel.execute(imports)).toMatchObject({ status: "ok", said: "" });
}, 60_000);
afterAll(() => kernel?.end());

const plotly = "application/vnd.plotly.v1+json";

/** The value that the cell prints, as JSON. */
const value = async (expression: string): Promise<unknown> => {
  const { status, said } = await kernel.execute(`console.log(JSON.stringify(${expression}));`);
  expect(status, said).toBe("ok");
  return JSON.parse(said);
};

const run = async (code: string): Promise<void> => {
  const { status, said } = await kernel.execute(code);
  expect(status, said).toBe("ok");
};

describe("in tslab's kernel", () => {
  it("is tslab with TypeScript 5.0", async () => {
    expect(kernel.info.implementation).toBe("tslab");
    expect(await value("tslab.versions.typescript")).toMatch(/^5\.0\./);
  });

  it("an ensemble runs, and is what it is in plain Node", async () => {
    await run(`const well = potentials.expression("h*(x^2 - 1)^2", { h: 4 });
const langevin = dynamics.langevin({ potential: well, mass: [1.5] }, { kT: 1.2, gamma: 2 }, 0.02);
const run = await dynamics.ensemble(langevin, { trajectories: 40, steps: 500, start: [-1], seed: "tslab", observe: { x: "x", hop: "x > 0" } });`);
    const { dynamics, potentials } = await import("../../src/index.js");
    const well = potentials.expression("h*(x^2 - 1)^2", { h: 4 });
    const langevin = dynamics.langevin({ potential: well, mass: [1.5] }, { kT: 1.2, gamma: 2 }, 0.02);
    const options = { trajectories: 40, steps: 500, start: [-1], seed: "tslab", observe: { x: "x", hop: "x > 0" } };
    const { x } = await dynamics.ensemble(langevin, options);
    expect(await value("[run.x.mean, run.x.error, run.x.samples]")).toEqual([x.mean, x.error, x.samples]);
  });

  it("a generator has its spectrum", async () => {
    await run(`const generator: operators.ReversibleGenerator = operators.smoluchowski(well, { kT: 1, D: 0.5 }, grids.interval(-2.2, 2.2, 400));
const spectrum = generator.spectrum(3);`);
    const [zero, slow, fast] = (await value("[...spectrum.rates]")) as number[];
    expect(zero).toBe(0);
    expect(slow).toBeCloseTo(0.119118373 / 2, 4);
    expect(fast).toBeCloseTo(13.241576256 / 2, 2);
  });

  it("a figure is shown as one object of Plotly's MIME type", async () => {
    const { status, outputs } = await kernel.execute(
      "const figure = figures.spectrum(spectrum);\nshow(figure, tslab.display);",
    );
    expect(status).toBe("ok");
    expect(outputs).toEqual([{ output_type: "display_data", metadata: {}, data: { [plotly]: expect.any(Object) } }]);
    const shown = (outputs[0] as unknown as { data: Record<string, { data: unknown; layout: unknown }> }).data[plotly];
    expect(shown.data).toEqual(await value("figure.data"));
    expect(shown.layout).toEqual(await value("figure.layout"));
  });

  it.each([
    ["a potential", "well", "text/markdown", /\\partial V/],
    ["a measurement", "run.x", "text/markdown", /^⟨x⟩ = -?\d\.\d+\(\d+\)/],
    ["an estimate", "run.hop.rate", "text/plain", /^0\.\d+\(\d+\)/],
    ["a table", 'table({ "λ₁/2": spectrum.rates[1] / 2, hops: run.hop.rate })', "text/html", /<table/],
    ["the references", "cite()", "text/markdown", /leimkuhler-matthews-2013/],
  ])("%s is shown", async (_, expression, type, pattern) => {
    const { status, said, outputs } = await kernel.execute(`show(${expression}, tslab.display);`);
    expect(status, said).toBe("ok");
    expect(outputs).toMatchObject([{ output_type: "display_data", data: { [type]: expect.stringMatching(pattern) } }]);
  });

  it.each([
    [
      "const word: string = grids.interval(-1.5, 1.5, 30).spacing;",
      "Type 'number' is not assignable to type 'string'.",
    ],
    ["run.y;", "Property 'y' does not exist on type"],
    ["grids.interval(-1.5, 1.5);", "Expected 3-4 arguments, but got 2."],
  ])("%s is a type error", async (code, message) => {
    const { status, said } = await kernel.execute(code);
    expect(status).toBe("error");
    expect(said).toContain(message);
  });

  it("a wrong call throws the library's own error, with the way out", async () => {
    await run(`let fault = "";
try {
  grids.interval(1.5, -1.5, 30);
} catch (error) {
  if (error instanceof PhysicsError) fault = error.fault;
}`);
    expect(await value("fault")).toBe("grid");
  });
});
