/** Nothing that is not signed with the kernel's key runs, or is answered. */

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectWhole } from "./alive.js";
import { type Json, newHeader, pack } from "./frames.js";
import { newSession, type Session } from "./session.js";

let session: Session;
const folder = mkdtempSync(join(tmpdir(), "liouville-proof-"));
const proof = join(folder, "it-ran");

beforeAll(async () => {
  session = await newSession();
});
beforeEach(() => rmSync(proof, { force: true }));
afterAll(async () => {
  await session.end();
  rmSync(folder, { recursive: true, force: true });
});

const writes = (path: string): string => `require("node:fs").writeFileSync(${JSON.stringify(path)}, "ran")`;
const content = (code: string): Json => ({
  code,
  silent: false,
  store_history: false,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
});
const request = (key: string, code = writes(proof)): { id: string; frames: Buffer[] } => {
  const header = newHeader("execute_request", session.session);
  return { id: header.msg_id, frames: pack(key, header, content(code)) };
};
const withFrame = (frames: readonly Buffer[], at: number, frame: string): Buffer[] =>
  frames.map((old, i) => (i === at ? Buffer.from(frame) : old));

test("the same code, rightly signed, does run: the proof is one", async () => {
  await session.execute(writes(proof));
  expect(existsSync(proof)).toBe(true);
});

const forgeries: Readonly<Record<string, () => Buffer[]>> = {
  "no signature": () => withFrame(request(session.connection.key).frames, 1, ""),
  "another key": () => request("0123456789abcdef").frames,
  "an empty key": () => request("").frames,
  "a signature of another message": () =>
    withFrame(request(session.connection.key).frames, 1, request(session.connection.key, "1").frames[1]!.toString()),
  "a signature of the right length": () => withFrame(request(session.connection.key).frames, 1, "0".repeat(64)),
  "half a signature": () => {
    const { frames } = request(session.connection.key);
    return withFrame(frames, 1, frames[1]!.toString().slice(0, 32));
  },
  "a changed content": () =>
    withFrame(request(session.connection.key, "1").frames, 5, JSON.stringify(content(writes(proof)))),
  "a changed header": () => {
    const frames = pack(
      session.connection.key,
      newHeader("is_complete_request", session.session),
      content(writes(proof)),
    );
    return withFrame(frames, 2, JSON.stringify(newHeader("execute_request", session.session)));
  },
  "parts moved between frames": () => {
    const { frames } = request(session.connection.key);
    return [...frames.slice(0, 3), Buffer.concat([frames[3]!, frames[4]!]), Buffer.alloc(0), frames[5]!];
  },
  "a second delimiter before the true one": () =>
    ["<IDS|MSG>", "", ...request(session.connection.key).frames].map((frame) => Buffer.from(frame)),
};

test.each(Object.entries(forgeries))("a request with %s neither runs nor is answered", async (_, forge) => {
  const seen = session.mail.all.length;
  const frames = forge();
  for (const channel of ["shell", "control", "stdin"] as const) session.raw(channel, frames);
  await expectWhole(session);
  await expectWhole(session);
  expect(existsSync(proof)).toBe(false);
  const forged = new Set(frames.map((frame) => /"msg_id":"([^"]+)"/.exec(frame.toString())?.[1]).filter(Boolean));
  expect(session.mail.all.slice(seen).filter(({ parent }) => forged.has(parent.msg_id))).toEqual([]);
});

test("a recorded request, sent again, does not run again", async () => {
  const { id, frames } = request(session.connection.key);
  session.raw("shell", frames);
  await session.finish(id);
  expect(existsSync(proof)).toBe(true);
  rmSync(proof);
  for (let i = 0; i < 3; i++) session.raw("shell", frames);
  await expectWhole(session);
  expect(existsSync(proof)).toBe(false);
});

test("a signature in capital letters is not taken for the right one, nor does it harm", async () => {
  const { frames } = request(session.connection.key);
  session.raw("shell", withFrame(frames, 1, frames[1]!.toString().toUpperCase()));
  await expectWhole(session);
  expect(existsSync(proof)).toBe(false);
});
