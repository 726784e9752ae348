/** The interface is tslab's own: the names of its values, and types that go both ways. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as original from "tslab";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as ours from "../../../kernel/tslab/api.js";

const require = createRequire(import.meta.url);
const tslab = require("tslab") as typeof original;

const methods = (display: object): string[] =>
  [...new Set([...Object.keys(display), ...Object.getOwnPropertyNames(Object.getPrototypeOf(display))])]
    .filter((name) => !(name in Object.prototype) && name !== "id" && name !== "update")
    .sort();

describe("the tslab interface", () => {
  it("has the names of tslab's", () => {
    expect(Object.keys(ours).sort()).toEqual(Object.keys(tslab).sort());
    expect(methods(ours.display)).toEqual(methods(tslab.display));
    expect(methods(ours.newDisplay())).toEqual(methods(tslab.newDisplay()));
    expect(Object.keys(ours.versions).sort()).toEqual(Object.keys(tslab.versions).sort());
  });

  it("has its types", () => {
    expectTypeOf<ours.Display>().toExtend<original.Display>();
    expectTypeOf<original.Display>().toExtend<ours.Display>();
    expectTypeOf(ours.newDisplay).toExtend<typeof original.newDisplay>();
    expectTypeOf(ours.versions).toExtend<typeof original.versions>();
  });

  it("says its versions", () => {
    const version = (path: string): string => JSON.parse(readFileSync(require.resolve(path), "utf8")).version;
    expect(ours.versions).toEqual({
      tslab: version("tslab/package.json"),
      typescript: version("typescript/package.json"),
      node: process.version,
    });
  });
});
