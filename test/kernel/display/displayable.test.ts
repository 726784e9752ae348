import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundleOf, bundleOfAsync } from "../../../kernel/display/bundle.js";

const display = Symbol.for("Jupyter.display");
const shown = (method: () => unknown) => bundleOf({ name: "thing", [display]: method })?.data ?? {};

describe("values that display themselves", () => {
  it("give their own MIME types, the text form added", () => {
    expect(shown(() => ({ "text/html": "<b>x</b>", "text/plain": "x" }))).toEqual({
      "text/html": "<b>x</b>",
      "text/plain": "x",
    });
    expect(shown(() => ({ "text/html": "<b>x</b>" }))["text/plain"]).toContain("name: 'thing'");
    expect(shown(() => ({ "text/markdown": "**x**" }))["text/plain"]).toBe("**x**");
    expect(shown(() => ({ "text/latex": "$$x$$" }))["text/plain"]).toBe("$$x$$");
  });

  it("are called as methods, on functions and classes too", () => {
    class Well {
      depth = 4;
      [display]() {
        return { "text/plain": `depth ${this.depth}` };
      }
    }
    expect(bundleOf(new Well())?.data).toEqual({ "text/plain": "depth 4" });
    const callable = Object.assign(() => 1, { [display]: () => ({ "text/plain": "callable" }) });
    expect(bundleOf(callable)?.data).toEqual({ "text/plain": "callable" });
  });

  it("have JSON data as JSON has it", () => {
    const trace = {
      x: new Float64Array([1, Number.NaN]),
      y: [2, undefined],
      hover: () => 1,
      size: 3n,
      when: new Date(0),
    };
    expect(
      shown(() => ({ "application/vnd.plotly.v1+json": { data: [trace], layout: undefined } }))[
        "application/vnd.plotly.v1+json"
      ],
    ).toEqual({
      data: [{ x: [1, null], y: [2, null], size: 3, when: "1970-01-01T00:00:00.000Z" }],
    });
  });

  it("have bytes as base64", () => {
    expect(shown(() => ({ "image/png": new Uint8Array([1, 2, 250]) }))["image/png"]).toBe("AQL6");
  });

  it("have text for types that are not JSON, so that every bundle is", () => {
    const data = shown(() => ({
      "text/html": 10n,
      "text/plain": 2.5,
      "text/latex": ["$", "x", "$"],
      "text/x-flag": true,
    }));
    expect(data).toEqual({ "text/html": "10", "text/plain": "2.5", "text/latex": "$x$", "text/x-flag": "true" });
    const json = shown(() => ({ "model/gltf+json": { count: 10n ** 400n, size: 7n }, "text/plain": "model" }));
    expect(json).toEqual({ "model/gltf+json": { count: null, size: 7 }, "text/plain": "model" });
  });

  it("give a bundle that JSON takes, whatever they return", () => {
    const mime = fc.constantFrom("text/html", "text/plain", "image/png", "application/json", "text/markdown");
    const anything = fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withMap: true });
    fc.assert(
      fc.property(fc.dictionary(mime, anything), (bundle) => {
        const data = shown(() => bundle);
        for (const [type, item] of Object.entries(data)) if (!type.endsWith("json")) expect(item).toBeTypeOf("string");
        expect(() => JSON.stringify(data)).not.toThrow();
      }),
    );
  });

  it.each([
    [
      "throws",
      () => {
        throw new RangeError("no data");
      },
      "failed: RangeError: no data",
    ],
    [
      "throws null",
      () => {
        throw null;
      },
      "failed: null",
    ],
    ["returns a string", () => "text", "failed: TypeError: it returned 'text'"],
    ["returns nothing", () => undefined, "it returned undefined"],
    ["returns no MIME types", () => ({ html: "x" }), "must return MIME types"],
    ["returns an empty record", () => ({}), "must return MIME types"],
    ["returns a record as text", () => ({ "text/html": { size: 10n } }), "its text/html must be a string, and is {"],
    ["returns a symbol as text", () => ({ "text/plain": Symbol("x") }), "its text/plain must be a string"],
    ["returns lines that are none", () => ({ "text/html": ["<b>", 3n] }), "its text/html must be a string"],
    [
      "returns a cycle",
      () => {
        const ring: Record<string, unknown> = {};
        ring.ring = ring;
        return { "application/json": ring };
      },
      "contain themselves",
    ],
  ])("falls back to inspection, with the reason, when the method %s", (_, method, reason) => {
    const data = shown(method);
    expect(Object.keys(data)).toEqual(["text/plain"]);
    expect(data["text/plain"]).toContain("name: 'thing'");
    expect(data["text/plain"]).toContain(reason);
  });
});

describe("asynchronous display methods", () => {
  const late = { [display]: async () => ({ "text/html": "<i>late</i>", "text/plain": "late" }) };

  it("are awaited by bundleOfAsync", async () => {
    expect(bundleOfAsync(late)).toBeInstanceOf(Promise);
    expect((await bundleOfAsync(late))?.data).toEqual({ "text/html": "<i>late</i>", "text/plain": "late" });
    const broken = { [display]: () => Promise.reject(new Error("offline")) };
    expect((await bundleOfAsync(broken))?.data["text/plain"]).toContain("failed: Error: offline");
  });

  it("are named by bundleOf, whose promise never goes unhandled", async () => {
    expect(bundleOf(late)?.data["text/plain"]).toContain("asynchronous");
    expect(bundleOf({ [display]: () => Promise.reject(new Error("offline")) })?.data["text/plain"]).toContain(
      "asynchronous",
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it("do not make a promise of other values", () => {
    expect(bundleOfAsync(3)).toEqual(bundleOf(3));
    expect(bundleOfAsync(Promise.resolve(3))).not.toBeInstanceOf(Promise);
  });
});
