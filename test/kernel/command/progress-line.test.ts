import { expect, test, vi } from "vitest";
import { lineOf, progressLine } from "../../../kernel/command/progress-line.js";
import { spanOf } from "../../../kernel/command/seconds.js";

test.each([
  [0.04, "0.0 s"],
  [9.94, "9.9 s"],
  [12.4, "12 s"],
  [99.4, "99 s"],
  [125, "2 min 05 s"],
  [119.7, "2 min 00 s"],
])("%d s is %s", (seconds, text) => expect(spanOf(seconds)).toBe(text));

test("the line says where, how long it took and how long it will take", () => {
  const next = { cell: 7, source: "\n  const a = 1;\nb" };
  expect(lineOf({ done: 0, total: 12, next }, 0)).toBe("[ 1/12] cell 7 · 0.0 s · const a = 1;");
  expect(lineOf({ done: 4, total: 12, next }, 6)).toBe("[ 5/12] cell 7 · 6.0 s, about 12 s left · const a = 1;");
});

const screen = (isTTY: boolean, columns?: number) => {
  const written: string[] = [];
  return { written, isTTY, columns, write: (text: string) => written.push(text) };
};
const at = (done: number) => ({ done, total: 2, next: { cell: done + 1, source: "x".repeat(200) } });

test("elsewhere than on a terminal each cell gets a line, and nothing is taken back", () => {
  const plain = screen(false);
  const line = progressLine(plain, () => 0);
  line.show(at(0));
  line.show(at(1));
  line.show({ done: 2, total: 2 });
  line.clear();
  expect(plain.written).toHaveLength(2);
  expect(plain.written.every((text) => text.endsWith("…\n") && !text.includes("\x1b"))).toBe(true);
});

test("on a terminal one line is rewritten, goes on counting, fits, and is removed", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  let now = 0;
  const terminal = screen(true, 40);
  const line = progressLine(terminal, () => now);
  line.show(at(0));
  now = 1;
  vi.advanceTimersByTime(500);
  expect(terminal.written.at(-1)).toContain("1.0 s");
  expect(terminal.written.every((text) => text.startsWith("\r\x1b[2K") && text.length <= "\r\x1b[2K".length + 39)).toBe(
    true,
  );
  line.clear();
  const count = terminal.written.length;
  expect(terminal.written.at(-1)).toBe("\r\x1b[2K");
  vi.advanceTimersByTime(5000);
  expect(terminal.written).toHaveLength(count);
  vi.useRealTimers();
});
