/** Comm messages on their way between front ends and the runtime. */

import type { CommMessage } from "../runtime/host.js";
import type { Order } from "../runtime/messages.js";
import type { Header } from "../wire/message.js";
import { rememberComms } from "./open-comms.js";
import type { Outputs } from "./outputs.js";
import type { Request } from "./post.js";
import type { Status } from "./status.js";

type Content = Record<string, unknown>;

export interface Comms {
  /** Takes note of a message of the runtime that passes. */
  note(type: string, content: Content): void;
  /** Hands a message of a front end to the runtime; the kernel is busy until it has been handled. */
  hear(request: Request): void;
  /** The runtime has handled the message of this id. */
  heard(id: string): void;
  /** The runtime has given up the messages that it was handling. */
  abandon(): void;
  /** The live comms, of one target or of all, as `comm_info_reply` lists them. */
  list(target?: unknown): Record<string, { target_name: string }>;
  /** The runtime has died: all comms are closed. */
  close(parent: Partial<Header>): void;
}

export const isComm = (type: string): type is CommMessage["type"] => /^comm_(open|msg|close)$/.test(type);

const messageOf = (type: CommMessage["type"], { content, metadata, buffers }: Request): CommMessage => ({
  type,
  comm_id: String(content.comm_id),
  ...(typeof content.target_name === "string" && { target_name: content.target_name }),
  data: (content.data ?? {}) as Content,
  metadata,
  buffers: buffers.map((buffer) => new Uint8Array(buffer)),
});

export const openComms = (outputs: Outputs, status: Status, order: (order: Order) => void): Comms => {
  const open = rememberComms();
  /** The messages that the runtime has not handled yet, by their ids. */
  const handling = new Map<string, Request>();
  const heard = (id: string): void => {
    const request = handling.get(id);
    handling.delete(id);
    if (!request) return;
    open.accept(String(request.content.comm_id));
    status.idle(request.header);
  };
  const abandon = (): void => {
    for (const id of [...handling.keys()]) heard(id);
  };
  const hear = (request: Request): void => {
    const { header, content } = request;
    const type = header.msg_type as CommMessage["type"];
    status.busy(header);
    const known = type === "comm_open" || open.has(String(content.comm_id));
    if (!known) {
      status.idle(header);
      return;
    }
    if (type === "comm_open") open.propose(content);
    else open.note(type, content);
    handling.set(header.msg_id, request);
    order({ type: "comm", parent: header, message: messageOf(type, request) });
  };
  const close = (parent: Partial<Header>): void => {
    for (const comm_id of open.clear()) outputs.publish(parent, "comm_close", { content: { comm_id, data: {} } });
    abandon();
  };
  return { note: open.note, list: open.list, hear, heard, abandon, close };
};
