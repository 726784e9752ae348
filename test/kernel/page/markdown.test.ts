import { expect, test } from "vitest";
import { markdownRenderer } from "../../../kernel/page/markdown.js";

/** Shows which formulas were found, instead of typesetting them. */
const render = markdownRenderer((tex, display) => (display ? `[[${tex}]]` : `[${tex}]`));

test.each([
  ["a $x_1 * y_2 * z$ b", "<p>a [x_1 * y_2 * z] b</p>"],
  ["$\\{a\\}$", "<p>[\\{a\\}]</p>"],
  ["it is $5 or $6", "<p>it is $5 or $6</p>"],
  ["it is \\$5, not $p$", "<p>it is $5, not [p]</p>"],
  ["`$x$`", "<p><code>$x$</code></p>"],
  ["inline $$a$$ display", "<p>inline [[a]] display</p>"],
  ["$a\\$b$", "<p>[a\\$b]</p>"],
  ["**$x$** and *$y$*", "<p><strong>[x]</strong> and <em>[y]</em></p>"],
])("%s", (source, html) => {
  expect(render(source).trim()).toBe(html);
});

test("display formulas keep lines that Markdown would take for lists", () => {
  expect(render("text\n$$\na\n+ b\n- c\n$$\nmore").replace(/\n/g, "|")).toBe(
    "<p>text</p>|<div>|[[|a|+ b|- c|]]</div>|<p>more</p>|",
  );
  expect(render("\\begin{align}\na &= b \\\\\n  &= c\n\\end{align}")).toContain(
    "[[\\begin{align}\na &= b \\\\\n  &= c\n\\end{align}]]",
  );
  expect(render("- item\n  $$x$$\n- other")).toContain("[[x]]");
});

test("what is not finished is text", () => {
  expect(render("$$ a").trim()).toBe("<p>$$ a</p>");
  expect(render("\\begin{align} a").trim()).toBe("<p>\\begin{align} a</p>");
});

test("raw HTML is kept as far as it is harmless", () => {
  const html = render(
    '<b>bold</b> <script>alert(1)</script><img src=x onerror="alert(1)"> <a href="javascript:alert(1)">a</a> <iframe src="//x"></iframe>',
  );
  expect(html).toContain("<b>bold</b>");
  expect(html).not.toMatch(/script|onerror|iframe|javascript/);
});

test("a formula in an attribute cannot break out of it", () => {
  const html = markdownRenderer(() => '<span class="x" onclick="alert(1)">')(
    '![$x" onerror="$](data:image/png;base64,AAAA "$y$")',
  );
  expect(html).toContain('alt="x&quot; onerror=&quot;"');
  expect(html).not.toContain("onclick");
});

test("characters that mark formulas do not come from outside", () => {
  expect(render("\uE0000\uE001 &#xE000;0&#xE001; $x$")).not.toContain("\uE000");
});

test("pictures of a cell are embedded, others become links", () => {
  const attachments = { "a b.png": { "image/png": "QUJD" } };
  expect(render("![one](attachment:a%20b.png)", attachments)).toContain(
    '<img src="data:image/png;base64,QUJD" alt="one"',
  );
  const remote = render("![two](https://example.org/x.png)");
  expect(remote).not.toContain("<img");
  expect(remote).toContain('<a href="https://example.org/x.png">[two]</a>');
});

test("headings have addresses, code has colours, (c) stays", () => {
  expect(render("## The limit $\\gamma \\to \\infty$, *soon*")).toContain('<h2 id="the-limit-gamma-to-infty-soon">');
  expect(render("```typescript\nconst x = 1;\n```")).toContain('<span class="hljs-keyword">const</span>');
  expect(render("(a), (c)")).toContain("(a), (c)");
});
