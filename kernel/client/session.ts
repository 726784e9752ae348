/** What the parts of a client share: the process, the sockets, the requests under way and the output areas of all cells. */

import { randomUUID } from "node:crypto";
import type { Channel } from "../wire/connection.js";
import type { Message } from "../wire/message.js";
import { type Channels, openChannels } from "./channels.js";
import { writeConnection } from "./connection-file.js";
import { KernelDied, type KernelProcess, type Launch, launch } from "./kernel-process.js";
import { type Displays, displays, type OutputArea } from "./output-area.js";
import { type Request, requestsOf } from "./requests.js";

export type Listener = (channel: Channel, message: Message) => void;

export interface Session {
  readonly id: string;
  readonly process: KernelProcess;
  readonly channels: Channels;
  readonly displays: Displays;
  /** Output areas by the message id of the request that fills them; never removed, since timers print late. */
  readonly areas: Map<string, OutputArea>;
  /** Sends a request. */
  open(channel: "shell" | "control", type: string, content: Record<string, unknown>): Request;
  /** From now on this hears every message too; call the answer to end it. */
  listen(listener: Listener): () => void;
  close(): void;
}

/** Starts the process of a kernel and opens a client's sockets to it. */
export const openSession = async (start: Launch): Promise<Session> => {
  const id = randomUUID();
  const file = await writeConnection();
  const requests = requestsOf(id);
  const shown = displays();
  const areas = new Map<string, OutputArea>();
  const listeners = new Set<Listener>();
  const hear: Listener = (channel, message) => {
    const { header, parent, content } = message;
    if (channel === "iopub") {
      areas.get(parent.msg_id ?? "")?.take(header.msg_type, content);
      if (header.msg_type === "update_display_data") shown.update(content);
    }
    for (const listener of listeners) listener(channel, message);
    requests.hear(channel, message);
  };
  const process = launch(start, file.path);
  const channels = openChannels(file.connection, id, hear);
  const close = () => {
    channels.close();
    file.remove();
  };
  void process.ended.then((how) => {
    requests.fail(new KernelDied(how));
    close();
  });
  return {
    id,
    process,
    channels,
    displays: shown,
    areas,
    open(channel, type, content) {
      const request = requests.open(type, content);
      channels.send(channel, request.message).catch((error) => requests.fail(error));
      return request;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
};
