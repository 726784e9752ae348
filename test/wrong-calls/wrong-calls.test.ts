/** Executes every wrong call and holds docs/wrong-calls.md to what came out; `UPDATE_DOCS=1` writes it anew. */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ofAverages } from "./of-averages.js";
import { ofDerivations } from "./of-derivations.js";
import { ofModels } from "./of-models.js";
import { ofOperators } from "./of-operators.js";
import { prelude } from "./prelude.js";
import { failureOf } from "./wrong-call.js";

const areas = { ...ofModels, ...ofAverages, ...ofOperators, ...ofDerivations };
const file = new URL("../../docs/wrong-calls.md", import.meta.url);

/** Text within a cell of a table. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("<", "&lt;");

const rowsOf = async (area: string) =>
  Promise.all(
    areas[area].map(async ([call, fault]) => {
      const failure = await failureOf(call);
      return { call, fault, met: failure.fault, message: failure.message };
    }),
  );

const found = await Promise.all(Object.keys(areas).map(async (area) => ({ area, rows: await rowsOf(area) })));
const all = found.flatMap(({ rows }) => rows);

const page = [
  "# Wrong calls",
  `What ${all.length} wrong calls answer: what is wrong, what was expected, and the way out. Each is executed by \`test/wrong-calls\`, which wrote this page and holds it to what comes out. They share`,
  `\`\`\`ts\nimport * as liouville from "liouville";\n${prelude}\n\`\`\``,
  ...found.map(({ area, rows }) =>
    [
      `## ${area}\n`,
      "| call | fault | message |",
      "| --- | --- | --- |",
      ...rows.map(({ call, met, message }) => `| \`${call.replaceAll("|", "\\|")}\` | ${met} | ${cell(message)} |`),
    ].join("\n"),
  ),
].join("\n\n");

test.each(all)("$call: $fault", ({ fault, met, message }) => {
  expect(met).toBe(fault);
  expect(message).toMatch(/^.+\. Expected .+\. .+\.$/);
});

test("there are more than a hundred, and no two of them answer the same", () => {
  expect(all.length).toBeGreaterThan(100);
  expect(new Set(all.map(({ message }) => message)).size).toBe(all.length);
});

test("docs/wrong-calls.md says what comes out", () => {
  if (process.env.UPDATE_DOCS) writeFileSync(file, `${page}\n`);
  expect(readFileSync(file, "utf8")).toBe(`${page}\n`);
});
