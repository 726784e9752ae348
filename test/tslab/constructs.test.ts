/** The constructs of tslab's notebooks in tslab's own kernel: those that we run unchanged, and the same with the library's values and types. */

import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, startTslab, type TslabKernel } from "./tslab-kernel.js";

interface NotebookCell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: string | string[];
  readonly metadata: { readonly tags?: readonly string[] };
}

const path = join(root, "test/kernel/tslab/constructs.ipynb");
const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: NotebookCell[] };
const constructs = cells.filter(({ cell_type }) => cell_type === "code");

let kernel: TslabKernel;
beforeAll(async () => {
  kernel = await startTslab();
  copyFileSync(path, join(kernel.folder, "constructs.ipynb"));
}, 60_000);
afterAll(() => kernel?.end());

describe("the notebook of constructs is one that tslab runs", () => {
  it.each(constructs.map((cell) => [cell.id, cell] as const))("%s", async (_, { source, metadata }) => {
    const { status, said } = await kernel.execute([source].flat().join(""));
    expect(status, said).toBe(metadata.tags?.includes("raises-exception") ? "error" : "ok");
  });
});

/** Cells in the order of a notebook, and what each prints. */
const withLibrary: readonly (readonly [string, string, string])[] = [
  [
    "named and namespace imports",
    'import { potentials, show } from "liouville";\nimport * as liouville from "liouville";',
    "",
  ],
  [
    "a class that implements an interface of the library",
    `class Slope implements potentials.Potential {
    constructor(private tilt: number) {}
    readonly dim = 1;
    energy(q: Float64Array): number { return this.tilt * q[0]; }
    force(q: Float64Array, out: Float64Array): Float64Array { return out.fill(-this.tilt); }
}
const slope = new Slope(2.5);
console.log(slope.energy(Float64Array.of(2)));`,
    "5\n",
  ],
  [
    "an integrator made in a block with await",
    `{
    const path = await Promise.resolve(liouville.dynamics.brownian({ potential: slope }, { kT: 0.5, D: 0.25 }, 0.01));
    const { q } = path.init(Float64Array.of(0), liouville.random.stream("block"));
    console.log(q.length);
}`,
    "1\n",
  ],
  [
    "destructuring, spread and generators over results",
    `const [first, ...others] = liouville.grids.interval(-1.5, 1.5, 6).points;
let places: number[] = [];
for (const x of (function*() { yield* [first, ...others]; })()) places.push(x);
console.log(places.map((x) => x.toFixed(2)).join(" "));`,
    "-1.25 -0.75 -0.25 0.25 0.75 1.25\n",
  ],
  ["redeclaring a name with another type", 'const slope = "redeclared";\nconsole.log(slope.length);', "10\n"],
  [
    "dynamic import",
    'const { references } = await import("liouville");\nconsole.log("kramers-1940" in references);',
    "true\n",
  ],
];

describe("the same with the library", () => {
  it.each(withLibrary)("%s", async (_, code, expected) => {
    const { status, said } = await kernel.execute(code);
    expect({ status, said }).toEqual({ status: "ok", said: expected });
  });

  it("a display that is updated shows the last result", async () => {
    const { status, types, outputs, said } = await kernel.execute(`const place = tslab.newDisplay();
for (const h of [2, 4.5]) show(potentials.expression(\`\${h}*x^2\`), place);`);
    expect(status, said).toBe("ok");
    expect(types).toEqual([["text/markdown"]]);
    expect(JSON.stringify(outputs)).toContain("4.5");
  });
});
