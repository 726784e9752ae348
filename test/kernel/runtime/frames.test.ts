import { closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, it } from "vitest";
import { receiveFrames, sendFrame } from "../../../kernel/runtime/frames.js";

const bytesOf = (messages: unknown[]): Buffer => {
  const path = join(mkdtempSync(join(tmpdir(), "frames-")), "pipe");
  const fd = openSync(path, "w");
  for (const message of messages) sendFrame(fd, message);
  closeSync(fd);
  return readFileSync(path);
};

it("messages arrive whole and in order, however the pipe cuts them", async () => {
  const messages = [{ a: 1 }, "β", new Float64Array([0.5, -2]), { text: "x".repeat(5000) }, null];
  const bytes = bytesOf(messages);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 40 }), async (cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const chunks = edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge));
      const received: unknown[] = [];
      const stream = Readable.from(chunks.filter((chunk) => chunk.length > 0));
      receiveFrames(stream, (messages) => received.push(...messages));
      await new Promise((resolve) => stream.on("end", resolve));
      expect(received).toEqual(messages);
    }),
  );
});

it("garbage between messages, and a message cut short and filled up, do not lose the others", async () => {
  const [first, second] = [bytesOf([{ a: 1 }]), bytesOf([{ b: 2 }])];
  const garbage = Buffer.from("\u0000lvl\u0001 not a frame");
  const cut = Buffer.concat([first.subarray(0, 20), Buffer.alloc(first.length - 20)]);
  const received: unknown[] = [];
  const stream = Readable.from([garbage, first, garbage, cut, second]);
  receiveFrames(stream, (messages) => received.push(...messages));
  await new Promise((resolve) => stream.on("end", resolve));
  expect(received).toEqual([{ a: 1 }, { b: 2 }]);
});
