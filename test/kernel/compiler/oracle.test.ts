/** tslab's converter and executor as oracle: same values and same visible types, but for the listed differences, where the right value is listed. */

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
const ofTypes = new Set(differences.flatMap(({ types = [] }) => types));
const ofValues = new Map(differences.flatMap(({ values = {} }) => Object.entries(values)));

test("the corpus is broad and the list short", () => {
  const ids = cells.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(390);
  expect(ofTypes.size).toBeLessThanOrEqual(45);
  expect(ofValues.size).toBeLessThanOrEqual(37);
  expect([...ofTypes, ...ofValues.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  expect([...ofTypes].filter((id) => ofValues.has(id))).toEqual([]);
});

describe.each(sessions.map(({ name }) => name))("%s", (session) => {
  const own = cells.filter(({ id }) => id.startsWith(`${session} `));
  const alike = own.filter(({ id }) => !ofTypes.has(id) && !ofValues.has(id));
  test.each(alike)("$id agrees with tslab", ({ i, k }) => {
    expect(tellingOf(ours[i]![k]!), ours[i]![k]!.error).toEqual(tellingOf(theirs[i]![k]!));
  });
  test.each(own.filter(({ id }) => ofTypes.has(id)))("$id agrees with tslab but for types", ({ i, k }) => {
    const [our, their] = [tellingOf(ours[i]![k]!), tellingOf(theirs[i]![k]!)];
    expect({ ...our, types: {} }, ours[i]![k]!.error).toEqual({ ...their, types: {} });
    expect(our.types).not.toEqual(their.types);
  });
  test.each(own.filter(({ id }) => ofValues.has(id)))("$id has the right value, unlike tslab", ({ id, i, k }) => {
    const [our, their] = [ours, theirs].map((all) => ({ ok: all[i]![k]!.ok, value: all[i]![k]!.value }));
    expect(our, ours[i]![k]!.error).toEqual({ ok: true, value: ofValues.get(id) });
    expect(their).not.toEqual(our);
  });
});

test("nothing that tslab accepts is refused", () => {
  const refused = cells.filter(({ i, k }) => theirs[i]![k]!.ok && !ours[i]![k]!.ok);
  expect(refused.map(({ id, i, k }) => `${id}: ${ours[i]![k]!.error}`)).toEqual([]);
});
