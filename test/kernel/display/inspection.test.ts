/** What Node would show, within limits of size and time, and whatever a value does when it is looked at. */

import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { bundleOf } from "../../../kernel/display/bundle.js";

const text = (value: unknown): string => bundleOf(value)?.data["text/plain"] as string;

describe("values without a form of their own", () => {
  it.each([
    [1.5, "1.5"],
    [-0, "-0"],
    ["it's", `"it's"`],
    ["hello", "'hello'"],
    [null, "null"],
    [true, "true"],
    [12n, "12n"],
    [Symbol("q"), "Symbol(q)"],
    [[1, "a", null], "[ 1, 'a', null ]"],
    [{ a: 1, b: { c: [2] } }, "{ a: 1, b: { c: [ 2 ] } }"],
    [new Map([["k", 1]]), "Map(1) { 'k' => 1 }"],
    [new Set([1, 2]), "Set(2) { 1, 2 }"],
    [class Well {}, "[class Well]"],
    [function force() {}, "[Function: force]"],
    [
      new (class Well {
        depth = 3;
      })(),
      "Well { depth: 3 }",
    ],
    [new Float64Array([1, 2.5]), "Float64Array(2) [ 1, 2.5 ]"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [Promise.resolve(3), "Promise { 3 }"],
    [/x+/g, "/x+/g"],
  ])("%o is shown as Node shows it", (value, expected) => {
    expect(text(value)).toBe(expected);
    expect(text(value)).toBe(inspect(value));
  });

  it("undefined has no bundle", () => expect(bundleOf(undefined)).toBeUndefined());

  it("other values have no metadata and only text", () => {
    expect(bundleOf(3)).toEqual({ data: { "text/plain": "3" }, metadata: {} });
  });

  it("an error is shown without the frames of Node and of the kernel", () => {
    const shown = text(new Error("diverged", { cause: new RangeError("dt") }));
    expect(shown).toMatch(/^Error: diverged/);
    expect(shown).toContain("RangeError: dt");
    expect(shown).toContain("inspection.test.ts");
    expect(shown).not.toMatch(/node:internal/);
  });
});

describe("limits", () => {
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`key${i}`, { a: [1, 2, 3], b: { c: i } }]));
  const tree = (depth: number): unknown =>
    depth === 0 ? "leaf ".repeat(20) : Array.from({ length: 12 }, () => ({ next: tree(depth - 1) }));

  it.each([
    ["a long string", "x".repeat(5_000_000)],
    ["an object of 50,000 keys", wide],
    ["a map of 50,000 entries", new Map(Object.entries(wide))],
    ["a deep tree", { tree: tree(5) }],
    ["long strings in an object", Array.from({ length: 90 }, () => ({ note: ["y".repeat(50_000)] }))],
    ["an inspection method without measure", { [inspect.custom]: () => "z".repeat(3_000_000) }],
  ])("%s is at most about 100 kB", (_, value) => {
    expect(text(value).length).toBeLessThan(100_500);
  });

  it("what is left out is counted", () => {
    expect(text(wide)).toContain("… 49900 more keys");
    expect(text(Array.from({ length: 1000 }, (_, i) => `q${i}`))).toMatch(/'q99',?\n {2}… 900 more items\n\]$/);
    expect(text("x".repeat(200_000)).slice(-40)).toMatch(/xx'\.\.\. 100100 more characters$/);
  });

  it("arrays inside of an object are shown by their first values", () => {
    expect(text({ x: new Float64Array(1000) })).toContain("976 more items");
  });

  it.each([
    ["an array of strings", new Array(1e7).fill("s")],
    ["an empty array", new Array(1e7)],
    ["a typed array", new Float64Array(1e7).fill(2.5)],
    ["an array of numbers", new Array(1e7).fill(2.5)],
  ])("%s of 10⁷ elements takes less than 20 ms", (_, value) => {
    const times = Array.from({ length: 8 }, () => {
      const start = performance.now();
      bundleOf(value);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });

  it("a number takes less than 20 µs", () => {
    const repeat = (): number => {
      const start = performance.now();
      for (let i = 0; i < 1000; i++) bundleOf(i + 0.5);
      return performance.now() - start;
    };
    expect(Math.min(...Array.from({ length: 10 }, repeat))).toBeLessThan(20);
  });
});

describe("hostile values", () => {
  const refuse = (): never => {
    throw new Error("do not look");
  };
  const hostile = new Proxy(
    {},
    { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse },
  );
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each([
    [
      "a getter that throws",
      {
        get energy() {
          return refuse();
        },
        depth: 4,
      },
      /energy: \[Getter\], depth: 4/,
    ],
    ["a proxy that throws", hostile, /do not look/],
    ["a revoked proxy", revoked.proxy, /Proxy|revoked/],
    ["an inspection method that throws", { [inspect.custom]: refuse }, /cannot be inspected: Error: do not look/],
    ["toString that throws", { toString: refuse, mean: 1 }, /mean: 1/],
    ["an array with a proxy", [hostile, 1], /./],
    [
      "a record that looks like an estimate by throwing",
      {
        get mean() {
          return refuse();
        },
        error: 1,
        samples: 1,
        tau: 1,
      },
      /error: 1/,
    ],
    ["a node whose toTex throws", { isNode: true, toTex: refuse }, /isNode: true/],
  ])("%s", (_, value, expected) => {
    expect(text(value)).toMatch(expected);
  });

  it("a cycle ends", () => {
    const ring: Record<string, unknown> = { name: "ring" };
    ring.self = ring;
    expect(text(ring)).toContain("[Circular *1]");
  });
});
