import { readFileSync } from "node:fs";
import { expect, expectTypeOf, it } from "vitest";
import * as api from "../../../kernel/notebook/api.js";
import { ambient } from "../../../kernel/notebook/globals.js";
import { frontEnd } from "../widgets/front-end.js";

it("asks for a line, openly or in secret", async () => {
  frontEnd();
  expect(await api.input("seed: ")).toBe("seed: |false");
  expect(await api.input("key: ", { password: true })).toBe("key: |true");
});

it("cells find every ambient name declared, with the value of the module", () => {
  const source = readFileSync(new URL("../../../kernel/notebook/globals.ts", import.meta.url), "utf8");
  const declared = [...source.matchAll(/^ {2}const (\w+): typeof api\.(\w+);/gm)];
  expect(declared.map(([, name]) => name).sort()).toEqual(Object.keys(ambient).sort());
  for (const [, name, origin] of declared) expect(name).toBe(origin);
  expect({ ...api }).toMatchObject(ambient);
  expectTypeOf<typeof slider>().toEqualTypeOf(api.slider);
  expectTypeOf<ReturnType<typeof slider>["value"]>().toEqualTypeOf<number>();
});
