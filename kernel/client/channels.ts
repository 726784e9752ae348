/** The five sockets of a client, as one function that sends and one listener that hears. */

import { Dealer, Request, Subscriber } from "zeromq";
import { address, type Channel, type Connection } from "../wire/connection.js";
import { decode, encode, type Message, WireError } from "../wire/message.js";

export type Listener = (channel: Channel, message: Message) => void;

export interface Channels {
  send(channel: "shell" | "control" | "stdin", message: Message): Promise<void>;
  /** Sends bytes to the heartbeat and waits until they are back: whether the kernel's process answers at all. */
  beat(): Promise<void>;
  close(): void;
}

/** ZeroMQ allows one send at a time on a socket: each waits for the one before. */
const inTurn = (): (<T>(job: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const next = last.then(job);
    last = next.catch(() => {});
    return next;
  };
};

const listenTo = async (socket: Dealer | Subscriber, channel: Channel, key: string, heard: Listener): Promise<void> => {
  for await (const frames of socket) {
    try {
      heard(channel, decode(frames, key));
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
    }
  }
};

const dealer = (routingId: string): Dealer =>
  new Dealer({ routingId, linger: 0, reconnectInterval: 10, sendHighWaterMark: 0, receiveHighWaterMark: 0 });

/** Opens the sockets of a client; a kernel that binds its side later is met when it does. */
export const openChannels = (connection: Connection, session: string, heard: Listener): Channels => {
  const { key } = connection;
  const iopub = new Subscriber({ linger: 0, reconnectInterval: 10, receiveHighWaterMark: 0 });
  iopub.subscribe();
  const hb = new Request({ linger: 0, reconnectInterval: 10 });
  const dealers = { shell: dealer(session), control: dealer(session), stdin: dealer(session) };
  const listened = { ...dealers, iopub };
  const all = { ...listened, hb };
  for (const [channel, socket] of Object.entries(all)) socket.connect(address(connection, channel as Channel));
  for (const [channel, socket] of Object.entries(listened)) void listenTo(socket, channel as Channel, key, heard);
  const turns = { shell: inTurn(), control: inTurn(), stdin: inTurn(), hb: inTurn() };
  return {
    send: (channel, message) => turns[channel](() => dealers[channel].send(encode(message, key))),
    beat: () =>
      turns.hb(async () => {
        await hb.send("ping");
        await hb.receive();
      }),
    close() {
      for (const socket of Object.values(all)) socket.close();
    },
  };
};
