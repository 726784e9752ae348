/** Messages over a pipe: four bytes of length, little-endian, then a structured clone. */

import { writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { deserialize, serialize } from "node:v8";

/** Writes every byte before it returns, so that output appears while a cell keeps the thread. */
export const sendFrame = (fd: number, message: unknown): void => {
  const body = serialize(message);
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32LE(body.length, 0);
  body.copy(frame, 4);
  for (let at = 0; at < frame.length; ) {
    try {
      at += writeSync(fd, frame, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
};

/** Calls `take` with each message that arrives on the stream. */
export const receiveFrames = (stream: Readable, take: (message: unknown) => void): void => {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let data = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    while (data.length >= 4 && data.length >= (wanted = 4 + data.readUInt32LE(0))) {
      const message = deserialize(data.subarray(4, wanted));
      data = data.subarray(wanted);
      wanted = 4;
      take(message);
    }
    chunks = data.length > 0 ? [data] : [];
    held = data.length;
  });
};
