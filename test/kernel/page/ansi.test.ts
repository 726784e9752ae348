import { expect, test } from "vitest";
import { ansiHtml } from "../../../kernel/page/ansi.js";

test.each([
  ["plain & <b>", "plain &amp; &lt;b&gt;"],
  ["\u001b[31mred\u001b[0m plain", '<span class="ansi-fg-red">red</span> plain'],
  [
    "\u001b[1;92mok\u001b[22m!\u001b[39m.",
    '<span class="ansi-bold ansi-fg-green">ok</span><span class="ansi-fg-green">!</span>.',
  ],
  ["\u001b[38;5;196mx", '<span class="" style="color:rgb(255,0,0)">x</span>'],
  ["\u001b[38;2;1;2;999my", '<span class="" style="color:rgb(1,2,255)">y</span>'],
  ["\u001b[38;5;4mz", '<span class="ansi-fg-blue">z</span>'],
  ["a\u001b[2K\u001b]0;title\u0007b\u001b(Bc", "abc"],
  ["10 %\r50 %\r100 %\ndone", "100 %\ndone"],
  ["windows\r\nlines", "windows\nlines"],
  ["abc\u0008d", "abd"],
  ['\u001b[31m"><script>', '<span class="ansi-fg-red">&quot;&gt;&lt;script&gt;</span>'],
])("%j", (text, html) => {
  expect(ansiHtml(text)).toBe(html);
});
