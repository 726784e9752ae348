/** Comm messages on their way between front ends and the runtime; the open comms are known here, so that they can be listed while a cell runs. */

import type { CommMessage } from "../runtime/host.js";
import type { Order } from "../runtime/messages.js";
import type { Header } from "../wire/message.js";
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
  const targets = new Map<string, string>();
  /** Comms that front ends open, until the runtime has accepted or closed them. */
  const opening = new Map<string, string>();
  const handling = new Map<string, Request>();
  const accept = (comm: string): void => {
    const target = opening.get(comm);
    if (target !== undefined) targets.set(comm, target);
    opening.delete(comm);
  };
  const note = (type: string, { comm_id, target_name }: Content): void => {
    const comm = String(comm_id);
    if (type === "comm_open") targets.set(comm, String(target_name));
    if (type === "comm_msg") accept(comm);
    if (type !== "comm_close") return;
    targets.delete(comm);
    opening.delete(comm);
  };
  const heard = (id: string): void => {
    const request = handling.get(id);
    handling.delete(id);
    if (!request) return;
    accept(String(request.content.comm_id));
    status.idle(request.header);
  };
  return {
    note,
    heard,
    hear: (request) => {
      const { header, content } = request;
      const type = header.msg_type as CommMessage["type"];
      status.busy(header);
      const comm = String(content.comm_id);
      if (type === "comm_open") opening.set(comm, String(content.target_name));
      else if (!targets.has(comm) && !opening.has(comm)) return status.idle(header);
      else note(type, content);
      handling.set(header.msg_id, request);
      order({ type: "comm", parent: header, message: messageOf(type, request) });
    },
    list: (target) =>
      Object.fromEntries(
        [...targets]
          .filter(([, name]) => typeof target !== "string" || target === name)
          .map(([id, target_name]) => [id, { target_name }]),
      ),
    close: (parent) => {
      for (const comm_id of targets.keys()) outputs.publish(parent, "comm_close", { content: { comm_id, data: {} } });
      targets.clear();
      opening.clear();
      for (const id of [...handling.keys()]) heard(id);
    },
  };
};
