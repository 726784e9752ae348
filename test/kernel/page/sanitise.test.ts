import { expect, test } from "vitest";
import { sanitise } from "../../../kernel/page/sanitise.js";

test("tables and simple styles stay", () => {
  const table =
    '<table class="dataframe"><tbody><tr><td colspan="2" style="text-align:right;color:#a00">1.5</td></tr></tbody></table>';
  expect(sanitise(table)).toBe(table);
  expect(sanitise('<progress value="3" max="5"></progress>')).toBe('<progress value="3" max="5"></progress>');
});

test.each([
  "<script>alert(1)</script>",
  '<svg onload="alert(1)"><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<div style="background:url(http://example.org/x)">x</div>',
  '<div style="position:fixed;inset:0">x</div>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x"></object><embed src="x"><form action="http://example.org"><input name="a"></form>',
  '<img src="x" onerror="alert(1)">',
  '<style>body{display:none}</style><link rel="stylesheet" href="http://example.org">',
  '<meta http-equiv="refresh" content="0;url=http://example.org"><base href="http://example.org">',
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
])("%s", (html) => {
  const safe = sanitise(html);
  expect(safe).not.toMatch(/<(script|svg|iframe|object|embed|form|input|style|link|meta|base|img|math)/i);
  expect(safe).not.toMatch(/javascript:|url\(|position|\son\w+=/i);
});
