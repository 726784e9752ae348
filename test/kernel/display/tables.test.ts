import { describe, expect, it } from "vitest";
import { bundleOf } from "../../../kernel/display/bundle.js";
import { ours, published } from "../frames/danfojs.js";

const dataOf = (value: unknown) => bundleOf(value)?.data as { "text/html": string; "text/plain": string };
const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each([
  ["bundled", ours],
  ["published", published],
])("frames of danfojs, %s", (_, { DataFrame, Series }) => {
  it("are tables with labels, names, types and cells", () => {
    const frame = new DataFrame({ rate: [0.125, 2 / 3], from: ["left", null] }, { index: ["a", "b"] });
    expect(dataOf(frame)["text/plain"].split("\n")).toEqual([
      "       rate  from",
      "    float32  string",
      "a     0.125  left",
      "b  0.666667  null",
    ]);
    const html = dataOf(frame)["text/html"];
    expect(html).toContain("<small>float32</small>");
    expect(html).toMatch(/<th>a<\/th><td[^>]*>0.125<\/td><td[^>]*>left<\/td>/);
    expect(html).toMatch(/<th>b<\/th><td[^>]*>0.666667<\/td><td[^>]*>null<\/td>/);
  });

  it("are escaped", () => {
    const html = dataOf(new DataFrame({ "<b>": ["<script>alert('&')</script>", '"q"'] }))["text/html"];
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;");
    expect(html).toContain("&lt;b&gt;");
  });

  it("are shortened beyond 60 rows and 20 columns, saying the shape", () => {
    const row = Object.fromEntries(
      Array.from({ length: 30 }, (_, c) => [`c${c}`, Array.from({ length: 100 }, (_, r) => r + c / 100)]),
    );
    const { "text/html": html, "text/plain": plain } = dataOf(new DataFrame(row));
    expect(count(html, "<tr>")).toBe(2 + 21);
    expect(html).toContain("100 rows × 30 columns");
    expect(plain.split("\n").at(-1)).toBe("100 rows × 30 columns");
    expect(plain).toContain("99.29");
    expect(plain).not.toContain("50.05");
    expect(dataOf(new DataFrame({ x: new Array(60).fill(1) }))["text/plain"].split("\n")).toHaveLength(62);
  });

  it("series are tables of one column", () => {
    expect(dataOf(new Series([1.5, null]))["text/plain"].split("\n")).toEqual([
      "         0",
      "   float32",
      "0      1.5",
      "1     null",
    ]);
  });

  it("without rows still have their columns", () => {
    expect(dataOf(new DataFrame([], { columns: ["x", "y"] }))["text/plain"]).toContain("x  y");
  });
});

describe("arrays of records", () => {
  it("are tables, missing keys blank", () => {
    const rows = [
      { route: "spectrum", rate: 0.11 },
      { route: "passage", rate: 0.12, n: 40 },
    ];
    expect(dataOf(rows)["text/plain"].split("\n")).toEqual([
      "   route     rate   n",
      "0  spectrum  0.11",
      "1  passage   0.12  40",
    ]);
    expect(dataOf(rows)["text/html"]).toMatch(
      /<td[^>]*>spectrum<\/td><td style="text-align:right">0.11<\/td><td style="text-align:right"><\/td>/,
    );
  });

  it("show estimates as mean(error), a list of them with what they rest on", () => {
    const estimate = { mean: 1.832, error: 0.011, samples: 4000, tau: 3.5 };
    expect(dataOf([{ x: estimate }, { x: { ...estimate, mean: 2 } }])["text/plain"]).toBe(
      "           x\n0  1.832(11)\n1  2.000(11)",
    );
    expect(dataOf([estimate])["text/plain"].split("\n")).toEqual([
      "       value  samples  tau",
      "0  1.832(11)     4000  3.5",
    ]);
  });

  it("are shortened by 1e5 rows without a copy", () => {
    const rows = Array.from({ length: 1e5 }, (_, i) => ({ i, square: i * i }));
    expect(dataOf(rows)["text/plain"].split("\n").slice(-2)).toEqual([
      "99999  99999  9999800001",
      "100000 rows × 2 columns",
    ]);
  });

  it.each([
    ["nothing in common", [{ a: 1 }, { b: 2 }]],
    ["other things among them", [{ a: 1 }, 2]],
    ["nested objects alone", [{ a: { x: 1 } }, { a: { x: 2 } }]],
    [
      "instances of a class",
      [
        new (class Particle {
          q = 1;
        })(),
      ],
    ],
    ["no records", []],
  ])("with %s are no tables", (_, value) => {
    expect(Object.keys(dataOf(value))).toEqual(["text/plain"]);
  });

  it("have one line a cell", () => {
    const text = dataOf([
      { note: `two\nlines ${"long ".repeat(50)}`, list: [1, 2, 3], many: new Float64Array(100), when: new Date(0) },
    ])["text/plain"];
    expect(text.split("\n")).toHaveLength(2);
    expect(text).toMatch(/two lines long .*… {2}\[ 1, 2, 3 \] {2}Float64Array\(100\) {2}1970-01-01T00:00:00.000Z$/);
  });
});

describe("estimates", () => {
  const estimate = { mean: -0.1021, error: 0.0031, samples: 16000, tau: 12.25 };

  it("are mean(error)", () => expect(bundleOf(estimate)?.data).toEqual({ "text/plain": "-0.102(3)" }));

  it("in a record are listed with what they rest on", () => {
    const data = dataOf({ position: estimate, exact: 0.1, by: "BAOAB" });
    expect(data["text/plain"].split("\n")).toEqual(["position  -0.102(3)", "exact     0.1", "by        BAOAB"]);
    expect(data["text/html"]).toContain("<td>16000 samples, τ = 12.3</td>");
  });

  it("that have words of their own keep them in tables and records", () => {
    const worded = { ...estimate, toString: () => "about -0.1" };
    expect(dataOf({ x: worded })["text/plain"]).toBe("x  about -0.1");
    expect(dataOf([{ x: worded }])["text/plain"]).toBe("            x\n0  about -0.1");
  });

  it("need all four numbers, and an error that is not negative", () => {
    expect(bundleOf({ mean: 1, error: 2 })?.data["text/plain"]).toBe("{ mean: 1, error: 2 }");
    expect(bundleOf({ ...estimate, error: -1 })?.data["text/plain"]).toContain("error: -1");
  });
});
