/** Standard output and error of the user's code, as `stream` messages of the cell that wrote them. */

import type { Host } from "./host.js";

type Name = "stdout" | "stderr";

/** Sends what is written to `process.stdout` and `process.stderr` (hence by `console`) to the host, in order and at once. */
export const installOutput = (host: Host): void => {
  const divert = (name: Name): void => {
    const decoder = new TextDecoder();
    const write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
      if (text !== "") host.publish("stream", { name, text });
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") process.nextTick(callback as () => void);
      return true;
    };
    process[name].write = write as typeof process.stdout.write;
  };
  divert("stdout");
  divert("stderr");
};
