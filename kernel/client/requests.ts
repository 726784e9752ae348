/** Requests under way: each waits for its reply on shell or control, and for the kernel's `idle` on iopub. */

import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { Channel } from "../wire/connection.js";
import type { Message } from "../wire/message.js";
import { type Deferred, deferred } from "./deferred.js";

export interface Request {
  readonly id: string;
  readonly message: Message;
  readonly reply: Promise<Message>;
  readonly idle: Promise<void>;
}

export interface Requests {
  open(type: string, content: Record<string, unknown>): Request;
  /** Hands a message of the kernel to the request that it answers. */
  hear(channel: Channel, message: Message): void;
  /** Nothing more will come: whatever waits fails with this error, and so does what is opened later. */
  fail(error: Error): void;
}

interface Waiting {
  readonly reply: Deferred<Message>;
  readonly idle: Deferred<void>;
}

const username = (): string => {
  try {
    return userInfo().username;
  } catch {
    return "username"; // A container may run under a user without a name.
  }
};

/** A message of a client, without parent. */
export const messageOf = (session: string, type: string, content: Record<string, unknown>): Message => ({
  identities: [],
  header: {
    msg_id: randomUUID(),
    session,
    username: username(),
    date: new Date().toISOString(),
    msg_type: type,
    version: "5.4",
  },
  parent: {},
  metadata: {},
  content,
  buffers: [],
});

/** The requests of one session. */
export const requestsOf = (session: string): Requests => {
  const waiting = new Map<string, Waiting>();
  let failure: Error | undefined;
  const reject = ({ reply, idle }: Waiting, error: Error) => {
    reply.reject(error);
    idle.reject(error);
  };
  return {
    open(type, content) {
      const message = messageOf(session, type, content);
      const id = message.header.msg_id;
      const request = { reply: deferred<Message>(), idle: deferred<void>() };
      const promises = { reply: request.reply.promise, idle: request.idle.promise };
      waiting.set(id, request);
      void Promise.allSettled(Object.values(promises)).then(() => waiting.delete(id));
      if (failure) reject(request, failure);
      return { id, message, ...promises };
    },
    hear(channel, message) {
      const { msg_type } = message.header;
      const request = waiting.get(message.parent.msg_id ?? "");
      if (channel !== "iopub" && msg_type.endsWith("_reply")) request?.reply.resolve(message);
      if (channel === "iopub" && msg_type === "status" && message.content.execution_state === "idle") {
        request?.idle.resolve();
      }
    },
    fail(error) {
      failure = error;
      for (const request of waiting.values()) reject(request, error);
    },
  };
};
