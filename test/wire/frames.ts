/** The tests' own reading of the wire, from the text of the protocol and with nothing of the kernel's: what the kernel's framing is held against. */

import { createHmac, randomUUID } from "node:crypto";

// biome-ignore lint/suspicious/noExplicitAny: messages are looked into freely, as the wire gives them
export type Json = Record<string, any>;

export interface WireMessage {
  readonly identities: readonly Buffer[];
  readonly header: Json;
  readonly parent: Json;
  readonly metadata: Json;
  readonly content: Json;
  readonly buffers: readonly Buffer[];
}

export const delimiter = "<IDS|MSG>";

const hmac = (key: string, parts: readonly (string | Buffer)[]): string => {
  const joined = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
  return createHmac("sha256", key).update(joined).digest("hex");
};

export const newHeader = (type: string, session: string): Json => ({
  msg_id: randomUUID(),
  session,
  username: "tester",
  date: new Date().toISOString(),
  msg_type: type,
  version: "5.4",
});

/** Frames of four JSON texts as they stand, whether they are JSON or not, with a valid signature. */
export const signTexts = (key: string, texts: readonly string[], buffers: readonly Buffer[] = []): Buffer[] => [
  ...[delimiter, hmac(key, texts), ...texts].map((text) => Buffer.from(text)),
  ...buffers,
];

/** Frames of a message, signed. */
export const pack = (key: string, header: Json, content: unknown, more: Partial<WireMessage> = {}): Buffer[] => {
  const texts = [header, more.parent ?? {}, more.metadata ?? {}, content].map((part) => JSON.stringify(part));
  return signTexts(key, texts, [...(more.buffers ?? [])]);
};

const fields = ["msg_id", "session", "username", "date", "msg_type", "version"];

/**
 * The message of some frames, held to the letter of the protocol.
 * @throws Error when the signature, the header or a part is not as the protocol says.
 */
export const unpack = (key: string, frames: readonly Buffer[]): WireMessage => {
  const at = frames.findIndex((frame) => frame.toString() === delimiter);
  if (at < 0) throw new Error(`the kernel sent ${frames.length} frames without a delimiter`);
  const [signature, ...parts] = frames.slice(at + 1, at + 6);
  if (parts.length < 4) throw new Error("the kernel sent a message with parts missing");
  if (signature!.toString() !== hmac(key, parts)) throw new Error("the kernel signed a message wrongly");
  const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString()) as Json);
  for (const field of fields) {
    if (typeof header![field] !== "string" || header![field] === "")
      throw new Error(`the kernel sent a header without ${field}: ${JSON.stringify(header)}`);
  }
  if (Number.isNaN(Date.parse(header!.date))) throw new Error(`the kernel sent the date ${header!.date}`);
  if (!/^5\.[3-9]/.test(header!.version)) throw new Error(`the kernel sent version ${header!.version}`);
  return {
    identities: frames.slice(0, at),
    header: header!,
    parent: parent!,
    metadata: metadata!,
    content: content!,
    buffers: frames.slice(at + 6),
  };
};
