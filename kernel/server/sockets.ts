/** The five sockets of a kernel. Sends on a socket are queued, for ZeroMQ allows one at a time. */

import { Router, type Socket, XPublisher } from "zeromq";
import { address, type Channel, type Connection, isVersion6 } from "../wire/connection.js";

export interface Outlet {
  send(frames: readonly Uint8Array[]): void;
  /** Resolves once everything sent so far has been handed to ZeroMQ. */
  flushed(): Promise<void>;
}

export interface Sockets {
  readonly shell: Outlet;
  readonly control: Outlet;
  readonly stdin: Outlet;
  readonly iopub: Outlet;
  listen(ears: Ears): void;
  close(): void;
}

type Take = (frames: Buffer[], outlet: Outlet) => void;
type Duplex = Socket & AsyncIterable<Buffer[]> & { send(frames: Uint8Array[]): Promise<void> };

const outlet = (socket: Duplex): Outlet => {
  let tail: Promise<void> = Promise.resolve();
  return {
    send: (frames) => {
      tail = tail.then(() => socket.send([...frames])).catch(() => {});
    },
    flushed: () => tail,
  };
};

/** Hands over every message of a socket; a handler that throws loses its message only. */
const drain = async (socket: Duplex, out: Outlet, take: Take): Promise<void> => {
  try {
    for await (const frames of socket) {
      try {
        take(frames, out);
      } catch (error) {
        console.error("liouville:", error);
      }
    }
  } catch {
    // The socket has been closed.
  }
};

/** Options of ZeroMQ that its binding for Node sets by number: subscribe and unsubscribe, for a publisher that does so by hand. */
const byHand: Record<number, number> = { 1: 6, 0: 7 };
type Adjustable = { setStringOption(option: number, value: Buffer): void };

/**
 * Hears the subscriptions of front ends: frames of a byte, 1 or 0, and the topic. Each takes effect here and not before,
 * so that what `subscribed` sends is the first thing that a new front end receives.
 */
const welcome = async (socket: Duplex, out: Outlet, subscribed: (topic: Buffer) => void): Promise<void> => {
  try {
    for await (const [frame] of socket) {
      const option = byHand[frame?.[0] ?? -1];
      if (frame === undefined || option === undefined) continue;
      await out.flushed();
      (socket as unknown as Adjustable).setStringOption(option, frame.subarray(1));
      if (frame[0] === 1) subscribed(frame.subarray(1));
    }
  } catch {
    // The socket has been closed.
  }
};

/** Front ends that read slowly lose nothing: there is no limit to what is kept for them. */
const patient = { linger: 1000, sendHighWaterMark: 0 };

export interface Ears {
  shell: Take;
  control: Take;
  stdin: Take;
  subscribed(topic: Buffer): void;
}

/** Binds all sockets of the connection. Nothing is received before `listen`; the heartbeat echoes whatever it is sent. */
export const openSockets = async (connection: Connection): Promise<Sockets> => {
  const ipv6 = isVersion6(connection.ip);
  const router = () => new Router({ ...patient, ipv6, receiveHighWaterMark: 0 });
  const bound = {
    hb: router(),
    iopub: new XPublisher({ ...patient, ipv6, manual: true }),
    stdin: router(),
    control: router(),
    shell: router(),
  };
  const channels = Object.entries(bound) as [Channel, Duplex][];
  for (const [channel, socket] of channels) await socket.bind(address(connection, channel));
  const out = Object.fromEntries(channels.map(([channel, socket]) => [channel, outlet(socket)])) as Record<
    Channel,
    Outlet
  >;
  return {
    ...out,
    listen: ({ subscribed, ...ears }) => {
      const takes = { ...ears, hb: (frames: Buffer[], heart: Outlet) => heart.send(frames) };
      for (const [channel, socket] of channels) {
        if (channel === "iopub") void welcome(socket, out.iopub, subscribed);
        else void drain(socket, out[channel], takes[channel]);
      }
    },
    close: () => {
      for (const [, socket] of channels) socket.close();
    },
  };
};
