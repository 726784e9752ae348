import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { createCompiler } from "../../../kernel/compiler/compiler.js";
import { ambientNames } from "../../../kernel/notebook/ambient-names.js";
import * as api from "../../../kernel/notebook/api.js";
import { ambient } from "../../../kernel/notebook/globals.js";
import { frontEnd } from "../widgets/front-end.js";

it("asks for a line, openly or in secret", async () => {
  frontEnd();
  expect(await api.input("seed: ")).toBe("seed: |false");
  expect(await api.input("key: ", { password: true })).toBe("key: |true");
});

it("cells find every ambient name, with the value and the type of the module", () => {
  expect(Object.keys(ambient).sort()).toEqual([...ambientNames].sort());
  expect({ ...api }).toMatchObject(ambient);
  const compiler = createCompiler(tmpdir());
  for (const name of ambientNames) {
    const same = `const one: typeof import("liouville/notebook").${name} = ${name}; one.call`;
    expect(compiler.compile(same, "In[1]"), name).toMatchObject({ ok: true });
    expect(compiler.compile(`${name}.nothing`, "In[2]"), name).toMatchObject({ ok: false });
  }
});
