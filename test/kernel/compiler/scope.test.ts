/** What later cells see of earlier ones: values, types, and which of two declarations counts. */

import { describe, expect, test } from "vitest";
import { compiler, openNotebook, shown } from "./notebook.js";

const typeOf = (name: string): string => compiler.inspect(name, 0).data["text/plain"] ?? "";

describe("types flow", () => {
  test("of every kind of declaration, without annotations", async () => {
    const { value } = openNotebook();
    await value("const pairs = [{ x: 1, tag: 'a' }]; let n = 2; function twice<T>(v: T) { return [v, v] as const; }");
    await value(
      "class Box<T> { constructor(readonly held: T) {} }\nenum Phase { Solid }\ninterface Named { name: string }",
    );
    await value("const picked = twice(new Box(pairs[0])); const named: Named = { name: 'n' };");
    expect(typeOf("picked")).toBe(
      "const picked: readonly [Box<{\n    x: number;\n    tag: string;\n}>, Box<{\n    x: number;\n    tag: string;\n}>]",
    );
    expect(typeOf("n")).toBe("let n: number");
    expect(typeOf("Phase")).toBe("enum Phase");
    expect(shown(await openNotebookFailure("picked[0].held.y"))).toContain("Property 'y' does not exist");
  });

  const openNotebookFailure = async (code: string) => {
    const outcome = compiler.compile(code, "In[90]");
    if (outcome.ok) throw new Error("compiled");
    return outcome.failure;
  };

  test("a later cell may assign to let and var, with their type, but not to const", async () => {
    const { value, failure } = openNotebook();
    await value("let n = 1; var v: number | string = 'a'; const c = 1;");
    expect(await value("n = 5; v = n + 1; [n, v]")).toEqual([5, 6]);
    expect((await failure("n = 'text'")).evalue).toBe("Type 'string' is not assignable to type 'number'.");
    expect((await failure("c = 2")).evalue).toBe("Cannot assign to 'c' because it is a constant.");
  });

  test("the type of a literal const widens as it does within a cell", async () => {
    const { value } = openNotebook();
    await value("const one = 1;");
    await value("let copy = one;");
    expect(await value("copy = 7; copy")).toBe(7);
  });

  test("declare and declare global", async () => {
    const { value } = openNotebook();
    await value("declare const fromOutside: number; declare global { interface Array<T> { second(): T } }");
    await value("Array.prototype.second = function () { return this[1]; };");
    await value("(globalThis as any).fromOutside = 40;");
    expect(await value("fromOutside + [1, 2].second()")).toBe(42);
  });
});

describe("redeclaration", () => {
  test("replaces value and type, and earlier functions see the new value", async () => {
    const { value } = openNotebook();
    await value("const x = 1; const read = () => x;");
    expect(await value("const x = 'two'; x.toUpperCase()")).toBe("TWO");
    expect(await value("read()")).toBe("two");
    expect(typeOf("x")).toBe('const x: "two"');
  });

  test("a value and a type of one name are apart", async () => {
    const { value, failure } = openNotebook();
    await value("interface P { a: number }");
    expect(await value("const P = 3; const p: P = { a: P }; p")).toEqual({ a: 3 });
    expect(await value("let q: P = { a: P + 1 }; q")).toEqual({ a: 4 });
    await value("class C { k = 1 }");
    await value("interface C { l: number }\nconst c: C = { l: 2 }; new C();");
    expect(await value("const d: C = { l: new C().k }; d")).toEqual({ l: 1 });
    await value("const C = 5;");
    expect((await failure("new C()")).evalue).toContain("not constructable");
  });

  test("twice in one cell is an error", async () => {
    const { failure } = openNotebook();
    expect((await failure("let a = 1;\nlet a = 2;")).evalue).toBe("Cannot redeclare block-scoped variable 'a'.");
  });

  test("a cell run again and again, and cells that depend on each other in turn, stay quick", async () => {
    const { value } = openNotebook();
    await value("const u = [1];");
    for (let k = 0; k < 40; k++) {
      await value("const w = u.map((x) => x + 1);");
      await value("const u = w.slice();");
    }
    expect(await value("u")).toEqual([41]);
    expect(typeOf("u")).toBe("const u: number[]");
  });
});

describe("failing cells", () => {
  test("what was declared before the error is kept, with its type", async () => {
    const { value, failure } = openNotebook();
    await failure(
      "interface T { a: number }\nconst before: T = { a: 1 };\nfunction f() { return 2; }\n(null as any).x;\nconst after = 3;",
    );
    expect(await value("const t: T = before; [t.a, f()]")).toEqual([1, 2]);
    expect((await failure("after")).evalue).toBe("Cannot find name 'after'.");
  });

  test("a cell that fails to compile declares nothing and hides nothing", async () => {
    const { value, failure } = openNotebook();
    await value("const x = 1;");
    await failure("const x: string = 2; const y = 3;");
    expect(await value("x")).toBe(1);
    expect((await failure("y")).evalue).toBe("Cannot find name 'y'.");
  });

  test("reset forgets everything", async () => {
    await openNotebook().value("const forgotten = 1;");
    expect((await openNotebook().failure("forgotten")).evalue).toBe("Cannot find name 'forgotten'.");
  });
});
