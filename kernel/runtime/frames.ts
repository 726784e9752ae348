/**
 * Messages over a pipe that the user's code could write to as well, and whose writes an interrupt may cut short.
 * A frame is: eight bytes of a mark, the length and the CRC-32 of the body (little-endian), the body as a structured clone.
 */

import { writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";

const mark = Buffer.from("\u0000lvl\u0001\u0002\u0003\u0004", "latin1");
const headerLength = mark.length + 8;

/** The bytes of a message. */
export const frameOf = (message: unknown): Buffer => {
  const body = serialize(message);
  const frame = Buffer.allocUnsafe(headerLength + body.length);
  mark.copy(frame);
  frame.writeUInt32LE(body.length, mark.length);
  frame.writeUInt32LE(crc32(body), mark.length + 4);
  body.copy(frame, headerLength);
  return frame;
};

/** Bytes of a frame that an interrupt may have kept from being written. */
let owed = 0;

const write = (fd: number, bytes: Buffer): void => {
  owed = bytes.length;
  while (owed > 0) {
    try {
      owed -= writeSync(fd, bytes, bytes.length - owed);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
};

/** Writes every byte before it returns, so that output appears while a cell keeps the thread. A frame cut short before is filled up first. */
export const sendFrame = (fd: number, message: unknown): void => {
  if (owed > 0) write(fd, Buffer.alloc(owed));
  write(fd, frameOf(message));
};

/** The message of a body, if it is intact. */
const opened = (body: Buffer, sum: number): { readonly message: unknown } | undefined => {
  if (crc32(body) !== sum) return undefined;
  try {
    return { message: deserialize(body) };
  } catch {
    return undefined;
  }
};

/** Takes the first frame out of `data`; what comes before a mark, or bears one without being a frame, is skipped. */
const nextFrame = (data: Buffer): { rest: Buffer; found?: { readonly message: unknown }; wanted: number } => {
  const at = data.indexOf(mark);
  if (at < 0) return { rest: data.subarray(Math.max(0, data.length - mark.length + 1)), wanted: headerLength };
  const frame = data.subarray(at);
  if (frame.length < headerLength) return { rest: frame, wanted: headerLength };
  const end = headerLength + frame.readUInt32LE(mark.length);
  if (frame.length < end) return { rest: frame, wanted: end };
  const found = opened(frame.subarray(headerLength, end), frame.readUInt32LE(mark.length + 4));
  return found ? { rest: frame.subarray(end), found, wanted: 0 } : { rest: frame.subarray(1), wanted: 0 };
};

/** Calls `take` with the messages that each chunk of the stream completes. */
export const receiveFrames = (stream: Readable, take: (messages: readonly unknown[]) => void): void => {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = headerLength;
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let data = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    const messages: unknown[] = [];
    do {
      const { rest, found, wanted: next } = nextFrame(data);
      if (found) messages.push(found.message);
      [data, wanted] = [rest, next];
    } while (wanted === 0);
    chunks = [data];
    held = data.length;
    take(messages);
  });
};
