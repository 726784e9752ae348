/** A notebook with what users of the package import first, and what came out of it. */

import { readFileSync, writeFileSync } from "node:fs";

const cells = {
  imports: `import { figures, operators, grids, potentials } from "liouville";
import { slider } from "liouville/notebook";
import { derivative } from "mathjs";
import * as dfd from "danfojs-node";
import type { DataFrame } from "danfojs-node";`,
  derivative: `derivative("x^4", "x")`,
  frame: `const frame: DataFrame = new dfd.DataFrame({ route: ["a", "b"], rate: [0.5, 0.25] });
frame`,
  figure: `const well = potentials.expression("h*(x^2 - 1)^2", { h: 4 });
figures.potential(well)`,
  slider: `const beta = slider("β", { min: 0.5, max: 2, step: 0.25, value: 1.5 });
beta`,
};

export type CellName = keyof typeof cells;

/** Writes it without outputs. */
export const writeSample = (path: string): void => {
  const written = Object.entries(cells).map(([id, source]) => ({
    cell_type: "code",
    id,
    source,
    metadata: {},
    execution_count: null,
    outputs: [],
  }));
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: written }));
};

interface Output {
  readonly output_type: string;
  readonly data: Record<string, unknown>;
}

/** The MIME bundle that each cell has as its result. */
export const resultsOf = (path: string): Record<CellName, Record<string, unknown> | undefined> => {
  const { cells: executed } = JSON.parse(readFileSync(path, "utf8")) as { cells: { id: string; outputs: Output[] }[] };
  const result = ({ outputs }: { outputs: Output[] }) =>
    outputs.find(({ output_type }) => output_type === "execute_result")?.data;
  return Object.fromEntries(executed.map((cell) => [cell.id, result(cell)])) as ReturnType<typeof resultsOf>;
};

/** Text of a MIME bundle, which nbformat may keep as a list of lines. */
export const text = (value: unknown): string => [value].flat().join("");
