/** The history: tail, range and search; it outlives the kernel. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "./frames.js";
import { newSession, type Session } from "./session.js";

const home = mkdtempSync(join(tmpdir(), "liouville-history-"));
let session: Session;

const cells = ["const first = 11", "first + 1", "'twice'", "'twice'", "first * 3"];
const ask = async (content: Json): Promise<Json[]> => {
  const { content: reply } = await session.request("history_request", { output: false, raw: true, ...content });
  expect(reply.status).toBe("ok");
  return reply.history;
};

beforeAll(async () => {
  session = await newSession({ home });
  for (const code of cells) await session.execute(code);
});
afterAll(async () => {
  await session.end();
  rmSync(home, { recursive: true, force: true });
});

test("tail gives the last n, oldest first, with session and line", async () => {
  const tail = await ask({ hist_access_type: "tail", n: 3 });
  expect(tail.map((entry) => entry[2])).toEqual(cells.slice(-3));
  expect(tail.map((entry) => entry[1])).toEqual([3, 4, 5]);
  expect(new Set(tail.map((entry) => entry[0])).size).toBe(1);
});

test("with output true, each entry is a pair of input and output", async () => {
  const tail = await ask({ hist_access_type: "tail", n: 4, output: true });
  expect(tail[0]![2]).toEqual(["first + 1", "12"]);
  expect(tail[3]![2]).toEqual(["first * 3", "33"]);
});

test("range gives lines of a session, the present one by its number or by 0", async () => {
  const [[number]] = (await ask({ hist_access_type: "tail", n: 1 })) as [[number]];
  for (const asked of [0, number]) {
    const range = await ask({ hist_access_type: "range", session: asked, start: 2, stop: 4 });
    expect(range).toEqual([
      [number, 2, cells[1]],
      [number, 3, cells[2]],
    ]);
  }
});

test("search finds by pattern, at most n, and unique ones once", async () => {
  expect(await ask({ hist_access_type: "search", pattern: "first*", n: 10 })).toHaveLength(2);
  expect(await ask({ hist_access_type: "search", pattern: "*twice*", n: 10 })).toHaveLength(2);
  expect(await ask({ hist_access_type: "search", pattern: "*twice*", n: 1 })).toHaveLength(1);
  expect(await ask({ hist_access_type: "search", pattern: "*twice*", n: 10, unique: true })).toHaveLength(1);
  expect(await ask({ hist_access_type: "search", pattern: "first ? 3", n: 10 })).toEqual([
    [expect.any(Number), 5, "first * 3"],
  ]);
  expect(await ask({ hist_access_type: "search", pattern: "[first]", n: 10 })).toEqual([]);
});

test("another kernel of the same user sees it, under another session", async () => {
  const before = (await ask({ hist_access_type: "tail", n: 5 })).map((entry) => entry[2]);
  const [[number]] = (await ask({ hist_access_type: "tail", n: 1 })) as [[number]];
  const earlier = session;
  session = await newSession({ home });
  await earlier.end();
  expect((await ask({ hist_access_type: "tail", n: 5 })).map((entry) => entry[2])).toEqual(before);
  await session.execute("'new'");
  const tail = await ask({ hist_access_type: "tail", n: 2 });
  expect(tail.map((entry) => entry[2])).toEqual([cells.at(-1), "'new'"]);
  expect(tail[1]![0]).toBeGreaterThan(number);
  expect(tail[1]![1]).toBe(1);
  expect((await ask({ hist_access_type: "range", session: -1, start: 1, stop: 3 })).map((entry) => entry[2])).toEqual(
    cells.slice(0, 2),
  );
});
