/** Outputs on their way to the front ends: in order, writes to a stream joined, figures joined by a static image. */

import type { Still } from "../figures/still.js";
import type { Header } from "../wire/message.js";
import { lacksImage, plainly, withImage } from "./figure-image.js";
import { openLiveUpdates } from "./live-updates.js";
import type { Parts, Post } from "./post.js";

export interface Outputs {
  publish(parent: Partial<Header>, type: string, parts: Parts): void;
  /** Resolves once everything published before has gone out, static images included. */
  drained(): Promise<void>;
}

export interface Output {
  readonly parent: Partial<Header>;
  readonly type: string;
  parts: Parts;
}

/** Longer streams go out in pieces, so that a front end is not sent one huge message. */
const longestStream = 1 << 20;

/** Joins a write to the one before it, if both are of one stream of one cell. @returns whether they were. */
const joined = (last: Output | undefined, { parent, type, parts: { content } }: Output): boolean => {
  if (last?.type !== "stream" || type !== "stream" || last.parent.msg_id !== parent.msg_id) return false;
  const { name, text } = last.parts.content as { name: unknown; text: string };
  if (name !== content.name || text.length >= longestStream) return false;
  last.parts = { ...last.parts, content: { name, text: text + content.text } };
  return true;
};

/** Sends an output; what cannot be written as JSON is told instead. */
const sender =
  (post: Post) =>
  ({ parent, type, parts }: Output): void => {
    try {
      post.publish(parent, type, parts);
    } catch (error) {
      const text = `A ${type} could not be sent: ${(error as Error).message}\n`;
      post.publish(parent, "stream", { content: { name: "stderr", text } });
    }
  };

/** The queue of outputs of a kernel; figures are drawn by `still`. */
export const openOutputs = (post: Post, still: Still): Outputs => {
  const queue: Output[] = [];
  const send = sender(post);
  const draw = async (output: Output): Promise<Output> => ({ ...output, parts: await withImage(output.parts, still) });
  const live = openLiveUpdates(send, draw);
  let pumping: Promise<void> | undefined;

  const pump = async (): Promise<void> => {
    await Promise.resolve();
    for (let output = queue.shift(); output; output = queue.shift()) {
      if (!lacksImage(output.parts)) send(output);
      else if (output.type === "update_display_data") live.add(output);
      else send(await draw(output));
    }
    pumping = undefined;
  };

  return {
    publish(parent, type, parts) {
      const output = { parent, type, parts: plainly(parts) };
      if (joined(queue.at(-1), output)) return;
      queue.push(output);
      pumping ??= pump();
    },
    async drained() {
      while (pumping) await pumping;
      await live.settled();
    },
  };
};
