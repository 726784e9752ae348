/** Messages of the Jupyter protocol 5.4 as ZeroMQ frames: identities, `<IDS|MSG>`, signature, header, parent, metadata, content, buffers. */

import { createHmac, timingSafeEqual } from "node:crypto";

export interface Header {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly msg_type: string;
  readonly version: string;
}

export interface Message {
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly parent: Partial<Header>;
  readonly metadata: Record<string, unknown>;
  readonly content: Record<string, unknown>;
  readonly buffers: readonly Uint8Array[];
}

/** A message as it was received. */
export interface Received extends Message {
  readonly signature: string;
}

/** A frame sequence that is not a message: it is to be dropped, never answered. */
export class WireError extends Error {
  override readonly name = "WireError";
}

const delimiter = Buffer.from("<IDS|MSG>");
/** No cell, figure or widget state comes near this; a longer JSON part is not parsed. */
const longestPart = 256 * 1024 * 1024;

const sign = (parts: readonly Uint8Array[], key: string): string => {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
};

const verify = (signature: Buffer, parts: readonly Buffer[], key: string): void => {
  if (key === "") return;
  const expected = Buffer.from(sign(parts, key));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new WireError("the signature does not match");
  }
};

/** Nothing that front ends send is nested as deep; deeper values would overflow the stack where they are copied. */
const deepest = 500;

/** Whether brackets outside of strings are nested deeper than `deepest`. */
const isTooDeep = (json: Buffer): boolean => {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (byte === 0x22) quoted = !quoted;
    else if (quoted) i += byte === 0x5c ? 1 : 0;
    else if (byte === 0x5b || byte === 0x7b) depth += 1;
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
};

const object = (part: Buffer, name: string): Record<string, unknown> => {
  if (part.length > longestPart) throw new WireError(`the ${name} has ${part.length} bytes, more than ${longestPart}`);
  if (part.length > deepest && isTooDeep(part)) throw new WireError(`the ${name} is nested deeper than ${deepest}`);
  let value: unknown;
  try {
    value = JSON.parse(part.toString("utf8"));
  } catch {
    throw new WireError(`the ${name} is not JSON`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError(`the ${name} is not a JSON object`);
  }
  return value as Record<string, unknown>;
};

const headerOf = (part: Buffer): Header => {
  const header = object(part, "header");
  for (const name of ["msg_id", "session", "msg_type"]) {
    if (typeof header[name] !== "string") throw new WireError(`the header has no ${name}`);
  }
  const { msg_id, session, username, date, msg_type, version } = header as unknown as Header;
  return { msg_id, session, username, date, msg_type, version };
};

/** Frames of a message, signed with HMAC-SHA256 under the connection's key (empty key: unsigned). */
export const encode = (message: Message, key: string): Buffer[] => {
  const { header, parent, metadata, content } = message;
  const parts = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
  const buffers = message.buffers.map((b) => Buffer.from(b.buffer, b.byteOffset, b.byteLength));
  return [...message.identities, delimiter, Buffer.from(sign(parts, key)), ...parts, ...buffers];
};

/**
 * The message of a frame sequence; the signature is verified before anything is parsed.
 * @throws WireError when frames are missing, the signature is wrong, or a part is not a JSON object.
 */
export const decode = (frames: readonly Buffer[], key: string): Received => {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  if (start < 0) throw new WireError("no <IDS|MSG> delimiter");
  const [signature, ...parts] = frames.slice(start + 1, start + 6);
  if (signature === undefined || parts.length < 4) throw new WireError("frames are missing");
  verify(signature, parts, key);
  return {
    signature: signature.toString("latin1"),
    identities: frames.slice(0, start),
    header: headerOf(parts[0]!),
    parent: object(parts[1]!, "parent header") as Partial<Header>,
    metadata: object(parts[2]!, "metadata"),
    content: object(parts[3]!, "content"),
    buffers: frames.slice(start + 6),
  };
};
