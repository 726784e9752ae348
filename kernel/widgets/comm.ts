/** Comms: named channels between an object of the notebook and its counterpart in each front end. */

import { randomUUID } from "node:crypto";
import { type CommMessage, type Host, host } from "../runtime/host.js";
import { processWide } from "./process-wide.js";

export interface Extras {
  readonly metadata?: Record<string, unknown>;
  readonly buffers?: readonly ArrayBufferView[];
}

export interface Comm {
  readonly id: string;
  readonly target: string;
  send(data: Record<string, unknown>, extras?: Extras): void;
  /** Tells the front ends to forget the channel; nothing arrives afterwards. */
  close(data?: Record<string, unknown>): void;
  onMessage(listener: (message: CommMessage) => void): void;
  onClose(listener: () => void): void;
}

type TargetHandler = (comm: Comm, opening: CommMessage) => void;

interface Ear {
  message(message: CommMessage): void;
  closed(): void;
}

const registry = processWide("comms", () => ({
  ears: new Map<string, Ear>(),
  targets: new Map<string, TargetHandler>(),
  hosts: new WeakSet<Host>(),
}));

const connect = (id: string, target: string): Comm => {
  const messages: ((message: CommMessage) => void)[] = [];
  const closings: (() => void)[] = [];
  registry.ears.set(id, {
    message: (message) => messages.forEach((listener) => void listener(message)),
    closed: () => closings.forEach((listener) => void listener()),
  });
  return {
    id,
    target,
    send: (data, extras) => host().publish("comm_msg", { comm_id: id, data }, extras),
    close(data = {}) {
      if (registry.ears.delete(id)) host().publish("comm_close", { comm_id: id, data });
    },
    onMessage: (listener) => void messages.push(listener),
    onClose: (listener) => void closings.push(listener),
  };
};

const hear = (message: CommMessage): void => {
  const { type, comm_id, target_name = "" } = message;
  if (type === "comm_open") {
    const handler = registry.targets.get(target_name);
    if (handler) handler(connect(comm_id, target_name), message);
    else host().publish("comm_close", { comm_id, data: {} });
  }
  if (type === "comm_msg") registry.ears.get(comm_id)?.message(message);
  if (type === "comm_close") {
    const ear = registry.ears.get(comm_id);
    registry.ears.delete(comm_id);
    ear?.closed();
  }
};

const listen = (): Host => {
  const present = host();
  if (!registry.hosts.has(present)) {
    registry.hosts.add(present);
    present.onComm(async (message) => hear(message));
  }
  return present;
};

/** Comms that a front end opens on the target `name` are given to `handler`; the last handler of a name counts. */
export const registerTarget = (name: string, handler: TargetHandler): void => {
  listen();
  registry.targets.set(name, handler);
};

/** Opens a comm on a target of the front ends. @throws Error outside a notebook kernel. */
export const openComm = (target: string, data: Record<string, unknown> = {}, extras: Extras = {}): Comm => {
  const present = listen();
  const comm = connect(randomUUID().replaceAll("-", ""), target);
  present.publish("comm_open", { comm_id: comm.id, target_name: target, data }, extras);
  return comm;
};
