/** tslab's converter and executor as oracle: same values and same visible types, but for the listed differences. */

import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "./oracle/differences.js";
import { type Report, run, sessions } from "./oracle/sessions.js";

let ours: Report[][];
let theirs: Report[][];
beforeAll(async () => {
  [ours, theirs] = await Promise.all([run("ours"), run("theirs")]);
}, 120_000);

/** A type as shown, without marks of how it came into scope and without line breaks. */
const plain = (type = ""): string =>
  type
    .replace(/\(alias\) /g, "")
    .replace(/\n?^import \w+$/m, "")
    .replace(/\s+/g, " ")
    .trim();

const tellingOf = ({ ok, value, types }: Report) => ({
  ok,
  value,
  types: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, plain(type)])),
});

const cells = sessions.flatMap(({ name, cells: all }, i) =>
  all.map((cell, k) => ({ id: `${name} ${k + 1}`, cell, i, k })),
);
const listed = new Map(differences.flatMap(({ reason, cells: ids }) => ids.map((id) => [id, reason] as const)));

test("the corpus is broad and the list short", () => {
  expect(cells.length).toBeGreaterThan(390);
  expect(listed.size / cells.length).toBeLessThan(0.25);
  expect([...listed.keys()].filter((id) => !cells.some((cell) => cell.id === id))).toEqual([]);
});

describe.each(sessions.map(({ name }) => name))("%s", (session) => {
  const own = cells.filter(({ id }) => id.startsWith(`${session} `));
  test.each(own.filter(({ id }) => !listed.has(id)))("$id agrees with tslab", ({ i, k }) => {
    expect(tellingOf(ours[i]![k]!), ours[i]![k]!.error).toEqual(tellingOf(theirs[i]![k]!));
  });
  test.each(own.filter(({ id }) => listed.has(id)))("$id differs as listed", ({ i, k }) => {
    expect(tellingOf(ours[i]![k]!)).not.toEqual(tellingOf(theirs[i]![k]!));
  });
});

test("nothing that tslab accepts is refused", () => {
  const refused = cells.filter(({ i, k }) => theirs[i]![k]!.ok && !ours[i]![k]!.ok);
  expect(refused.map(({ id, i, k }) => `${id}: ${ours[i]![k]!.error}`)).toEqual([]);
});
