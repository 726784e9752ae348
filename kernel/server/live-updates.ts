/** Figures that are updated live: each update goes out at once, the image of the last one follows when the display is left alone. */

import type { Output } from "./outputs.js";

export interface LiveUpdates {
  add(output: Output): void;
  /** Sends the images that are still to come. */
  settled(): Promise<void>;
}

/** Time (ms) without another update after which the image is drawn. */
const quiet = 500;

const displayId = ({ parts }: Output): unknown =>
  (parts.content.transient as { display_id?: string } | undefined)?.display_id;

export const openLiveUpdates = (
  send: (output: Output) => void,
  draw: (output: Output) => Promise<Output>,
): LiveUpdates => {
  const waiting = new Map<unknown, { readonly output: Output; readonly timer: NodeJS.Timeout }>();
  const settle = async (id: unknown): Promise<void> => {
    const last = waiting.get(id);
    if (!last) return;
    waiting.delete(id);
    clearTimeout(last.timer);
    const drawn = await draw(last.output);
    if (!waiting.has(id)) send(drawn);
  };
  return {
    add: (output) => {
      const id = displayId(output);
      clearTimeout(waiting.get(id)?.timer);
      waiting.set(id, { output, timer: setTimeout(() => void settle(id), quiet) });
      send(output);
    },
    settled: async () => {
      for (const id of [...waiting.keys()]) await settle(id);
    },
  };
};
