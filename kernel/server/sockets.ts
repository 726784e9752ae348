/** The five sockets of a kernel. Sends on a socket are queued, for ZeroMQ allows one at a time. */

import { Router, type Socket, XPublisher } from "zeromq";
import { address, type Channel, type Connection } from "../wire/connection.js";

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
  close(): void;
}

type Take = (frames: Buffer[]) => void;
type Sendable = Socket & { send(frames: Uint8Array[]): Promise<void> };

const outlet = (socket: Sendable): Outlet => {
  let tail: Promise<void> = Promise.resolve();
  return {
    send: (frames) => {
      tail = tail.then(() => socket.send([...frames])).catch(() => {});
    },
    flushed: () => tail,
  };
};

/** Hands over every message of a socket; a handler that throws loses its message only. */
const drain = async (socket: AsyncIterable<Buffer[]>, take: Take): Promise<void> => {
  try {
    for await (const frames of socket) {
      try {
        take(frames);
      } catch (error) {
        console.error("liouville:", error);
      }
    }
  } catch {
    // The socket has been closed.
  }
};

const router = async (connection: Connection, channel: Channel, take: (frames: Buffer[], outlet: Outlet) => void) => {
  const socket = new Router({ linger: 1000, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
  await socket.bind(address(connection, channel));
  const out = outlet(socket);
  void drain(socket, (frames) => take(frames, out));
  return { socket, out };
};

/** Publishes to all front ends, and hears their subscriptions: each is a frame of the byte 1 and the topic. */
const publisher = async (connection: Connection, subscribed: (topic: Buffer) => void) => {
  const socket = new XPublisher({ linger: 1000, sendHighWaterMark: 0, verbosity: "allSubs" });
  await socket.bind(address(connection, "iopub"));
  const out = outlet(socket);
  void drain(socket, ([frame]) => {
    if (frame?.[0] === 1) subscribed(frame.subarray(1));
  });
  return { socket, out };
};

export interface Ears {
  shell: Take;
  control: Take;
  stdin: Take;
  subscribed(topic: Buffer): void;
}

/** Binds all sockets of the connection; the heartbeat echoes whatever it is sent. */
export const openSockets = async (connection: Connection, ears: Ears): Promise<Sockets> => {
  const heartbeat = await router(connection, "hb", (frames, out) => out.send(frames));
  const iopub = await publisher(connection, ears.subscribed);
  const stdin = await router(connection, "stdin", ears.stdin);
  const control = await router(connection, "control", ears.control);
  const shell = await router(connection, "shell", ears.shell);
  return {
    shell: shell.out,
    control: control.out,
    stdin: stdin.out,
    iopub: iopub.out,
    close: () => {
      for (const { socket } of [heartbeat, iopub, stdin, control, shell]) socket.close();
    },
  };
};
