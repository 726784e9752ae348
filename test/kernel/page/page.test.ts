import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { Cell, MimeData, Notebook, Output } from "../../../kernel/notebook/format.js";
import { pageOf } from "../../../kernel/page/page.js";
import { gaussian } from "../../symbolic/show/gaussian.js";
import { sampleNotebook } from "./sample.js";

const notebook = (...cells: Cell[]): Notebook => ({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
const text = (source: string): Cell => ({ cell_type: "markdown", id: "t", source, metadata: {} });
const code = (outputs: Output[], metadata = {}, source = "x"): Cell => ({
  cell_type: "code",
  id: "c",
  source,
  metadata,
  execution_count: 3,
  outputs,
});
const result = (data: MimeData): Output => ({ output_type: "execute_result", execution_count: 3, data, metadata: {} });
const open = (html: string): Document => new JSDOM(html).window.document;
const shown = (data: MimeData): Element => open(pageOf(notebook(code([result(data)])))).querySelector(".output")!;

const page = pageOf(sampleNotebook(() => undefined));
const document = open(page);

test("the page has a title, formulas, coloured code, tables and errors", () => {
  expect(document.title).toBe("From Langevin to Smoluchowski in a double well");
  expect(document.querySelectorAll(".katex-error")).toHaveLength(0);
  expect(document.querySelectorAll(".katex-display")).toHaveLength(3);
  expect(document.querySelector(".katex-display .tag")?.textContent).toBe("(1)");
  expect(document.querySelector(".input .hljs-keyword")?.textContent).toBe("import");
  expect(document.querySelectorAll("table")).toHaveLength(2);
  expect(document.querySelector("pre.error .ansi-fg-red")?.textContent).toBe("PhysicsError");
  expect([...document.querySelectorAll(".number")].map(({ textContent }) => textContent)).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
  ]);
});

test("pieces of a stream are one text", () => {
  expect(document.querySelector("pre.stdout")?.textContent).toBe("λ1 0.0412\nλ2 5.8710\nλ3 9.0430");
});

test("scripts are those of the policy, and Plotly is there once", () => {
  const scripts = [...document.querySelectorAll("script:not([type])")].map(({ textContent }) => textContent!);
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = document.querySelector("meta[http-equiv]")!.getAttribute("content")!;
  expect(scripts).toHaveLength(2);
  expect(policy).toContain(`script-src ${hashes.join(" ")};`);
  expect(policy).toMatch(/^default-src 'none'/);
  const still = pageOf(notebook(text("# No figures")));
  expect(still.length).toBeLessThan(30_000);
  expect(open(still).querySelector("meta[http-equiv]")!.getAttribute("content")).toContain("script-src 'none';");
});

test("fonts are inside, and only those that formulas use", () => {
  const fontsOf = (html: string) => [...html.matchAll(/@font-face\{[^}]*font-family:(\w+)[^}]*\}/g)];
  const families = new Set(fontsOf(page).map(([, family]) => family));
  expect(families).toContain("KaTeX_Math");
  expect(families).not.toContain("KaTeX_Fraktur");
  expect(fontsOf(page).every(([rule]) => rule.includes("src:url(data:font/woff2;base64,d09GMg"))).toBe(true);
  expect(new Set(fontsOf(pageOf(notebook(text("$\\mathfrak{g}$")))).map(([, family]) => family))).toContain(
    "KaTeX_Fraktur",
  );
});

test("the figure's JSON is the output's", () => {
  const figure = { data: [{ name: "</script><script>alert(1)</script><!--", y: [1, null] }], layout: {} };
  const element = shown({ "application/vnd.plotly.v1+json": figure, "text/plain": "figure" });
  expect(element.querySelectorAll("script")).toHaveLength(1);
  expect(JSON.parse(element.querySelector("script")!.textContent!)).toEqual(figure);
});

test("of several forms the richest is shown", () => {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  expect(shown({ "text/plain": "a", "text/html": "<i>b</i>" }).innerHTML).toContain("<i>b</i>");
  expect(shown({ "text/plain": "a", "text/latex": "$$\\beta$$" }).querySelector(".katex-display")).not.toBeNull();
  expect(shown({ "text/plain": "a", "image/png": png }).querySelector("img")!.src).toBe(`data:image/png;base64,${png}`);
  expect(shown({ "image/svg+xml": "<svg onload='alert(1)'/>" }).querySelector("img")!.src).toMatch(
    /^data:image\/svg\+xml;base64,/,
  );
  expect(
    shown({ "application/vnd.jupyter.widget-view+json": { model_id: "x" }, "text/plain": "slider β = 2" }).textContent,
  ).toBe("slider β = 2");
  expect(shown({ "application/vnd.plotly.v1+json": { data: 3 }, "text/plain": "broken" }).textContent).toBe("broken");
  expect(shown({ "application/json": { a: [1] } }).textContent).toContain('"a": [');
});

test("tags and JupyterLab's folding hide parts of cells", () => {
  const part = (metadata: object) => open(pageOf(notebook(code([result({ "text/plain": "out" })], metadata))));
  expect(part({ tags: ["remove-input"] }).querySelector(".input")).toBeNull();
  expect(part({ tags: ["remove-cell"] }).querySelector("section")).toBeNull();
  expect(part({ tags: ["hide-input"] }).querySelector("details .input")).not.toBeNull();
  expect(part({ jupyter: { outputs_hidden: true } }).querySelector("details .outputs")).not.toBeNull();
  expect(part({ caption: "Where $x$ is" }).querySelector(".caption .katex")).not.toBeNull();
});

test("definitions of one cell hold in the next; formulas that are wrong say so", () => {
  const html = pageOf(notebook(text("$\\newcommand{\\kT}{k_\\mathrm{B}T}$"), text("$\\kT$ and $\\frac{a$")));
  const formulas = open(html).querySelectorAll(".katex-html");
  expect(formulas[1]!.textContent).toContain("T");
  expect(open(html).querySelectorAll(".katex-error")).toHaveLength(1);
});

test("what is broken in a cell does not end the page", () => {
  const plotly = "application/vnd.plotly.v1+json";
  const outputs = [null, 7, "wide", [], { title: null, xaxis: null }].flatMap((layout) =>
    ["", "AAAA", "iVBORw0KGgo=", "%%%", "A".repeat(100)].map((png) =>
      result({ [plotly]: { data: [{}], layout }, "image/png": png }),
    ),
  );
  const pictures = text("![one](attachment:%E0%A4%A) ![two](attachment:constructor) ![three](attachment:%41.png)");
  const attachments = { "A.png": { "image/png": "AAAA" } };
  const deep = text(`$${"{".repeat(20_000)}x${"}".repeat(20_000)}$\n\n# After`);
  const broken = open(pageOf(notebook({ ...pictures, attachments } as Cell, deep, code(outputs))));
  expect(broken.querySelectorAll("figure img")).toHaveLength(25);
  expect(broken.querySelectorAll("figure img[width]")).toHaveLength(0);
  expect(broken.querySelector("img[alt=three]")!.getAttribute("src")).toBe("data:image/png;base64,AAAA");
  expect(broken.querySelector("h1")!.textContent).toBe("After");
});

test("a still image has half the size of its pixels, unless its metadata tell another", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000578000003200806000000", "hex").toString("base64");
  const data = { "application/vnd.plotly.v1+json": { data: [] }, "image/png": png };
  const sizeOf = (metadata: object) => {
    const html = pageOf(notebook(code([{ ...result(data), metadata } as Output])));
    const image = open(html).querySelector("figure img")!;
    return [image.getAttribute("width"), image.getAttribute("height")];
  };
  expect(sizeOf({})).toEqual(["700", "400"]);
  expect(sizeOf({ "image/png": { width: 350, height: 200 } })).toEqual(["350", "200"]);
});

test("hostile cells add no script, no handler and no address to fetch", () => {
  const bad = "<script>alert(1)</script><img src=http://example.org/x onerror=alert(1)>";
  const plotly = "application/vnd.plotly.v1+json";
  const outputs: Output[] = [
    result({ [plotly]: { data: [], layout: { title: bad } }, "image/png": `"><script>alert(1)</script><b x="` }),
    result({ [plotly]: { data: [], layout: null }, "image/png": "iVBORw0KGgo=" }),
    result({ "text/html": bad }),
    result({ "text/markdown": bad }),
    result({ "text/latex": `$\\href{javascript:alert(1)}{x} \\includegraphics{http://example.org/x}$ ${bad}` }),
    result({ "image/png": `"><script>alert(1)</script>` }),
    { output_type: "stream", name: '"><script>' as "stdout", text: bad },
    { output_type: "error", ename: bad, evalue: bad, traceback: [] },
  ];
  const hostile = open(
    pageOf({ ...notebook(text(bad), code(outputs, { caption: bad }, bad)), metadata: { title: bad } }),
  );
  expect(hostile.querySelectorAll(".output script:not(figure > script[type='application/json'])")).toHaveLength(0);
  expect(hostile.querySelectorAll("main script")).toHaveLength(2);
  expect(hostile.querySelectorAll("figure > :not(img, script), main b")).toHaveLength(0);
  for (const element of hostile.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name === "src") expect(value).toMatch(/^data:/);
      if (name === "href") expect(value).not.toMatch(/^javascript/);
    }
  }
});

test("a derivation stands still: formulas set, badges, the rest under a summary; what is none leaves its place to the HTML", () => {
  const at = (data: unknown) =>
    shown({ "application/vnd.liouville.derivation.v1+json": data, "text/html": "<p>static</p>" });
  const output = at(structuredClone(gaussian));
  expect(output.querySelectorAll("li > .katex-display")).toHaveLength(gaussian.steps.length);
  expect(output.querySelectorAll(".katex-error")).toHaveLength(0);
  expect(output.querySelectorAll(".badge.bad")).toHaveLength(1);
  expect(output.querySelector("details")?.textContent).toContain("change variable u");
  const evil = { ...gaussian.steps[0]!, rule: "<img src=x onerror=1>", tex: "\\href{javascript:alert(1)}{x}" };
  const tame = at({ title: "<script>", steps: [evil] });
  expect(tame.querySelectorAll("img, script, a")).toHaveLength(0);
  expect(at({ title: 1 }).textContent).toContain("static");
});
