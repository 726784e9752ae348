/** A low-level Jupyter client of the tests' own: it frames, signs and checks by itself, and can also send what no client should. */

import { randomUUID } from "node:crypto";
import { Dealer, Request, Subscriber } from "zeromq";
import { type Json, newHeader, pack, unpack, type WireMessage } from "./frames.js";
import type { Channel, KernelProcess } from "./kernel-process.js";
import { type Mail, type Mailbox, mailbox } from "./mailbox.js";

export interface SendOptions {
  readonly channel?: "shell" | "control" | "stdin";
  readonly metadata?: Json;
  readonly parent?: Json;
  readonly buffers?: readonly Buffer[];
}

export interface Execution {
  readonly id: string;
  readonly reply: Mail;
  /** Everything on iopub from busy to idle, both included. */
  readonly iopub: readonly Mail[];
}

export interface Client {
  readonly session: string;
  readonly connection: KernelProcess["connection"];
  readonly mail: Mailbox;
  /** Sends a signed message, and gives its id. */
  send(type: string, content: unknown, options?: SendOptions): string;
  /** Sends frames as they stand. */
  raw(channel: "shell" | "control" | "stdin", frames: readonly (Buffer | string)[]): void;
  /** The reply on shell or control to the request of an id. */
  reply(id: string, ms?: number): Promise<Mail>;
  /** The first message of a type on iopub or stdin that answers a request. */
  output(id: string, type: string, ms?: number): Promise<Mail>;
  request(type: string, content: unknown, options?: SendOptions, ms?: number): Promise<Mail>;
  /** Sends an execute_request. */
  start(code: unknown, content?: Json): string;
  /** Waits until a cell has been answered and is idle. */
  finish(id: string, ms?: number): Promise<Execution>;
  execute(code: string, content?: Json, ms?: number): Promise<Execution>;
  /** One heartbeat, in milliseconds. */
  beat(text?: string, ms?: number): Promise<number>;
  close(): void;
}

const patience = 60_000;

/** ZeroMQ refuses a second send while one waits, so that sends go in turn. */
const inTurn = (socket: {
  send(frames: (Buffer | string)[]): Promise<void>;
}): ((frames: readonly (Buffer | string)[]) => void) => {
  let last: Promise<unknown> = Promise.resolve();
  return (frames) => {
    last = last.then(() => socket.send([...frames])).catch(() => undefined);
  };
};

const listen = async (socket: Dealer | Subscriber, channel: Channel, key: string, mail: Mailbox): Promise<void> => {
  try {
    for await (const frames of socket) mail.put({ ...unpack(key, frames as Buffer[]), channel });
  } catch (error) {
    mail.shut(error as Error);
  }
};

const heartbeat =
  (address: string) =>
  async (text: string, ms: number): Promise<number> => {
    const socket = new Request({ sendTimeout: ms, receiveTimeout: ms, linger: 0 });
    socket.connect(address);
    const begin = performance.now();
    try {
      await socket.send(text);
      const [echo] = await socket.receive();
      if (echo!.toString() !== text) throw new Error(`the heartbeat answered ${echo}`);
      return performance.now() - begin;
    } finally {
      socket.close();
    }
  };

const answers = (mail: Mailbox): Pick<Client, "reply" | "output" | "finish"> => {
  const reply: Client["reply"] = (id, ms = patience) =>
    mail.first(
      id,
      ({ channel, header }) => (channel === "shell" || channel === "control") && header.msg_type.endsWith("_reply"),
      "reply",
      ms,
    );
  const output: Client["output"] = (id, type, ms = patience) =>
    mail.first(
      id,
      ({ channel, header }) => (channel === "iopub" || channel === "stdin") && header.msg_type === type,
      type,
      ms,
    );
  const idle = (id: string, ms: number): Promise<Mail> =>
    mail.first(
      id,
      ({ channel, content }) => channel === "iopub" && content.execution_state === "idle",
      "idle status",
      ms,
    );
  const finish: Client["finish"] = async (id, ms = patience) => {
    const [answer] = await Promise.all([reply(id, ms), idle(id, ms)]);
    return { id, reply: answer, iopub: mail.of(id).filter(({ channel }) => channel === "iopub") };
  };
  return { reply, output, finish };
};

interface Wires {
  readonly senders: Readonly<Record<"shell" | "control" | "stdin", (frames: readonly (Buffer | string)[]) => void>>;
  close(): void;
}

const addressOf = ({ transport, ip, ...ports }: Client["connection"], channel: Channel): string =>
  transport === "ipc" ? `ipc://${ip}-${ports[`${channel}_port`]}` : `tcp://${ip}:${ports[`${channel}_port`]}`;

/** Connects the sockets, whatever comes in on them going to the mailbox; none of them drops messages. */
const wire = (connection: Client["connection"], routingId: string, mail: Mailbox): Wires => {
  const options = { receiveHighWaterMark: 0, linger: 0, reconnectInterval: 10 };
  const dealer = (): Dealer => new Dealer({ ...options, sendHighWaterMark: 0, routingId });
  const dealers = { shell: dealer(), control: dealer(), stdin: dealer() };
  const iopub = new Subscriber(options);
  iopub.subscribe();
  const sockets = Object.entries({ ...dealers, iopub }) as [Channel, Dealer | Subscriber][];
  for (const [channel, socket] of sockets) {
    socket.connect(addressOf(connection, channel));
    void listen(socket, channel, connection.key, mail);
  }
  return {
    senders: { shell: inTurn(dealers.shell), control: inTurn(dealers.control), stdin: inTurn(dealers.stdin) },
    close: () => {
      for (const [, socket] of sockets) socket.close();
    },
  };
};

/** An execute_request as JupyterLab would send it, but for stdin. */
const plainCell = { silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true };

/** Connects to a kernel, which may still be starting. */
export const connect = ({ connection, ended, said }: Pick<KernelProcess, "connection" | "ended" | "said">): Client => {
  const session = randomUUID();
  const mail = mailbox();
  const { senders, close } = wire(connection, session, mail);
  void ended.then((how) =>
    setTimeout(() => mail.shut(new Error(`the kernel has ended (${how}); it said:\n${said().slice(-4000)}`)), 500),
  );
  const send: Client["send"] = (type, content, { channel = "shell", ...more } = {}) => {
    const header = newHeader(type, session);
    senders[channel](pack(connection.key, header, content, more as Partial<WireMessage>));
    return header.msg_id;
  };
  const { reply, output, finish } = answers(mail);
  const start: Client["start"] = (code, content = {}) => send("execute_request", { code, ...plainCell, ...content });
  const beat = heartbeat(addressOf(connection, "hb"));
  return {
    session,
    connection,
    mail,
    send,
    reply,
    output,
    start,
    finish,
    close,
    raw: (channel, frames) => senders[channel](frames),
    request: (type, content, more, ms) => reply(send(type, content, more), ms),
    execute: (code, content, ms) => finish(start(code, content), ms),
    beat: (text = "ping", ms = patience) => beat(text, ms),
  };
};
