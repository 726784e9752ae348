import katex from "katex";
import { expect, test } from "vitest";
import type { PhysicsError } from "../../../src/errors.js";
import { type DerivationForm, derivationBundle, derivationMime } from "../../../src/symbolic/show/index.js";
import { gaussian } from "./gaussian.js";

const bundle = derivationBundle(gaussian);
const textOf = (type: string, form: DerivationForm = gaussian) => String(derivationBundle(form)[type]);
const first = gaussian.steps[0]!;

test("the data are those of the form, and plain JSON", () => {
  expect(bundle[derivationMime]).toEqual(gaussian);
  expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle);
});

test("the LaTeX is one column, aligned at the first = outside braces, which KaTeX sets", () => {
  const latex = textOf("text/latex");
  expect(latex.match(/&=/g)).toHaveLength(gaussian.steps.length);
  expect(() => katex.renderToString(latex.slice(2, -2), { displayMode: true, strict: "ignore" })).not.toThrow();
  const sum = { ...first, tex: "\\sum_{n=0} a_n = b", id: "50% \\x{" };
  const odd = textOf("text/latex", { title: "", steps: [sum] });
  expect(odd).toContain("\\sum_{n=0} a_n &= b");
  expect(() => katex.renderToString(odd.slice(2, -2), { displayMode: true, strict: "ignore" })).not.toThrow();
});

test("HTML and text tell every rule, premise, hypothesis, certificate, correction and reason", () => {
  const [html, plain] = [textOf("text/html"), textOf("text/plain")];
  for (const { id, rule, hypotheses, corrected, reason = "" } of gaussian.steps)
    for (const part of [id, rule, ...hypotheses, corrected?.text ?? "", reason]) {
      expect(html).toContain(part);
      expect(plain).toContain(part);
    }
  expect(plain).toContain("from moment, Z closed");
  expect(plain).toContain("evaluated on 24 concrete systems, largest relative residual 3.1 × 10⁻¹⁵");
  expect(html).toContain("simulated in 8 runs, off by 0.74 standard errors");
});

test("an identity that nothing certifies says so", () => {
  const bare = { ...gaussian.steps[1]!, certificates: [] };
  expect(textOf("text/plain", { title: "", steps: [bare] })).toContain("no certificate");
});

test("names do not become HTML", () => {
  const evil = { ...first, id: "<img src=x>", rule: "<b onclick=1>", text: '" onmouseover="x', tex: "a<b" };
  const html = textOf("text/html", { title: "<script>", steps: [evil] });
  expect(html).not.toMatch(/<(img|script|b onclick)/);
  expect(html).toContain("$$a&lt;b$$");
  expect(html).toContain('title="&quot; onmouseover=&quot;x"');
});

test("refuses an id that occurs twice, and a residual that is no number", () => {
  const thrown = (form: DerivationForm) => {
    try {
      derivationBundle(form);
    } catch (error) {
      return (error as PhysicsError).fault;
    }
    return undefined;
  };
  expect(thrown({ title: "", steps: [first, first] })).toBe("parameter");
  const certificates = [{ method: "evaluated", instances: 1, residual: Number.NaN }] as const;
  expect(thrown({ title: "", steps: [{ ...first, certificates }] })).toBe("non-finite");
});
