/** A host that plays the front end: it keeps what is published and sends comm messages. */

import { current, within } from "../../../kernel/runtime/current.js";
import { type CommMessage, installHost, type PublishedType } from "../../../kernel/runtime/host.js";
import type { Header } from "../../../kernel/wire/message.js";

type Values = Record<string, unknown>;

/** As far as it is looked at in tests; other messages leave `undefined` where comms have these. */
export interface Content extends Values {
  readonly comm_id: string;
  readonly target_name: string;
  readonly data: Values & { readonly method: string; readonly state: Values };
}

export interface Published {
  readonly type: PublishedType;
  readonly content: Content;
  readonly metadata: Record<string, unknown>;
  readonly buffers: readonly ArrayBufferView[];
  /** The cell (or comm message) under which it was published. */
  readonly cell: string | undefined;
}

export interface FrontEnd {
  readonly published: Published[];
  /** The messages of a type, in order. */
  of(type: PublishedType): Published[];
  /** Runs `work` as a cell of this name. */
  cell<T>(name: string, work: () => T): T;
  /** A message to a comm, as a front end sends it. */
  send(comm: string, data: Record<string, unknown>, buffers?: Uint8Array[]): Promise<void>;
  deliver(message: Partial<CommMessage>): Promise<void>;
  /** The state of the model that was opened last with this name. */
  model(name: string): { readonly id: string; readonly state: Values };
}

const inCell = <T>(name: string, work: () => T): T => within({ msg_id: name } as Header, work);

/** Installs a fresh one. */
export const frontEnd = (): FrontEnd => {
  const published: Published[] = [];
  const listeners: ((message: CommMessage) => void | Promise<void>)[] = [];
  installHost({
    publish: (type, content, { metadata = {}, buffers = [] } = {}) =>
      void published.push({
        type,
        content: structuredClone(content) as Content,
        metadata,
        buffers,
        cell: current()?.parent?.msg_id,
      }),
    input: async (prompt, password) => `${prompt}|${password}`,
    onComm: (listener) => void listeners.push(listener),
  });
  const deliver = async (message: Partial<CommMessage>): Promise<void> => {
    const whole = { type: "comm_msg", comm_id: "", data: {}, metadata: {}, buffers: [], ...message } as CommMessage;
    await inCell("comm", async () => {
      for (const listener of listeners) await listener(whole);
    });
  };
  return {
    published,
    of: (type) => published.filter((message) => message.type === type),
    cell: inCell,
    send: (comm_id, data, buffers = []) => deliver({ comm_id, data: structuredClone(data), buffers }),
    deliver,
    model(name) {
      const opening = published.findLast(
        ({ type, content }) => type === "comm_open" && content.data.state._model_name === name,
      );
      return { id: opening!.content.comm_id, state: opening!.content.data.state };
    },
  };
};
