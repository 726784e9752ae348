/** Writes messages in the kernel's name: replies on the socket of the request, publications to all front ends. */

import { randomUUID } from "node:crypto";
import { encode, type Header, type Received } from "../wire/message.js";
import type { Outlet, Sockets } from "./sockets.js";

export interface Parts {
  readonly content: Record<string, unknown>;
  readonly metadata?: Record<string, unknown>;
  readonly buffers?: readonly Uint8Array[];
}

/** A request and the socket on which its reply goes back. */
export interface Request extends Received {
  readonly outlet: Outlet;
}

export interface Post {
  reply(request: Request, type: string, parts: Parts): void;
  publish(parent: Partial<Header>, type: string, parts: Parts): void;
  /** Asks the front end that sent the request for a line of input. */
  ask(request: Request, content: Record<string, unknown>): void;
  welcome(topic: Buffer): void;
}

export const protocolVersion = "5.4";

/** The post office of a kernel session. */
export const openPost = (sockets: Sockets, key: string): Post => {
  const session = randomUUID();
  let sent = 0;
  const header = (msg_type: string): Header => {
    sent += 1;
    return {
      msg_id: `${session}_${sent}`,
      session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type,
      version: protocolVersion,
    };
  };
  const frames = (identities: readonly Buffer[], parent: Partial<Header>, type: string, parts: Parts): Buffer[] =>
    encode({ identities, header: header(type), parent, metadata: {}, buffers: [], ...parts }, key);
  return {
    reply: (request, type, parts) => request.outlet.send(frames(request.identities, request.header, type, parts)),
    publish: (parent, type, parts) => sockets.iopub.send(frames([Buffer.from(type)], parent, type, parts)),
    ask: (request, content) =>
      sockets.stdin.send(frames(request.identities, request.header, "input_request", { content })),
    welcome: (topic) =>
      sockets.iopub.send(frames([topic], {}, "iopub_welcome", { content: { subscription: topic.toString() } })),
  };
};
