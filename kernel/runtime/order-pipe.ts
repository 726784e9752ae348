/** The kernel's end of the pipe over which a runtime is given orders. */

import type { Writable } from "node:stream";
import { frameOf } from "./frames.js";
import type { Order } from "./messages.js";

/**
 * Writes orders to the pipe. An interrupt may make the runtime drop a part of an order that it was just reading; it then waits for as many bytes more, and
 * they are made up before the order that follows the interrupt.
 */
export const orderPipe = (pipe: Writable): ((order: Order) => void) => {
  let longest = 0;
  return (order) => {
    const frame = frameOf(order);
    if (order.type === "interrupted") pipe.write(Buffer.alloc(longest));
    longest = order.type === "execute" ? frame.length : Math.max(longest, frame.length);
    pipe.write(frame);
  };
};
