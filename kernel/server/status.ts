/** Busy and idle, as front ends see them. */

import type { Header } from "../wire/message.js";
import type { Outputs } from "./outputs.js";

export interface Status {
  busy(parent: Partial<Header>): void;
  /** Idle after a request. One answered beside a running cell would let front ends take the kernel for idle, so busy is said again. */
  idle(parent: Partial<Header>): void;
}

export const openStatus = (outputs: Outputs, running: () => Header | undefined): Status => {
  const say = (parent: Partial<Header>, execution_state: string): void =>
    outputs.publish(parent, "status", { content: { execution_state } });
  return {
    busy: (parent) => say(parent, "busy"),
    idle: (parent) => {
      say(parent, "idle");
      const cell = running();
      if (cell) say(cell, "busy");
    },
  };
};
