/** Outputs on their way to the front ends: in order, writes to a stream joined, figures joined by a static image. */

import { plainFigure } from "../figures/plain.js";
import type { Still } from "../figures/still.js";
import type { Header } from "../wire/message.js";
import type { Parts, Post } from "./post.js";

export interface Outputs {
  publish(parent: Partial<Header>, type: string, parts: Parts): void;
  /** Resolves once everything published before has gone out, static images included. */
  drained(): Promise<void>;
}

interface Item {
  readonly parent: Partial<Header>;
  readonly type: string;
  parts: Parts;
}

const figureType = "application/vnd.plotly.v1+json";
/** A figure that is updated live gets its static image once it has been left alone for this long, in ms. */
const quiet = 500;
/** Longer streams go out in pieces, so that a front end is not sent one huge message. */
const longestStream = 1 << 20;

type Data = Record<string, unknown>;
type Image = { readonly png: string; readonly width: number; readonly height: number };
const dataOf = (parts: Parts): Data => (parts.content.data ?? {}) as Data;
const withData = (parts: Parts, more: Data): Parts => ({
  ...parts,
  content: { ...parts.content, data: { ...dataOf(parts), ...more } },
});

/** Whether two writes can be one message. */
const joins = (last: Item | undefined, parent: Partial<Header>, type: string, { content }: Parts): last is Item =>
  last?.type === "stream" &&
  type === "stream" &&
  last.parent.msg_id === parent.msg_id &&
  last.parts.content.name === content.name &&
  (last.parts.content.text as string).length < longestStream;

/** The image has more pixels than the figure; its size in the page is that of the figure. */
const withImage = (parts: Parts, { png, width, height }: Image): Parts => {
  const { content, ...rest } = withData(parts, { "image/png": png });
  return {
    ...rest,
    content: { ...content, metadata: { ...(content.metadata ?? {}), "image/png": { width, height } } },
  };
};

/** The parts with a figure's typed arrays as JSON; a figure that cannot be written so stays, and fails when it is sent. */
const plainly = (parts: Parts): Parts => {
  const figure = dataOf(parts)[figureType];
  if (figure === undefined) return parts;
  try {
    return withData(parts, { [figureType]: plainFigure(figure) });
  } catch {
    return parts;
  }
};

const lacksImage = (item: Item): boolean => {
  const data = dataOf(item.parts);
  return figureType in data && !("image/png" in data || "image/svg+xml" in data);
};

const displayId = (item: Item): unknown => (item.parts.content.transient as Data | undefined)?.display_id;

/** The queue of outputs of a kernel; figures are drawn by `still`. */
export const openOutputs = (post: Post, still: Still): Outputs => {
  const queue: Item[] = [];
  const updates = new Map<unknown, { item: Item; timer: NodeJS.Timeout }>();
  let pumping: Promise<void> | undefined;

  const drawn = async (item: Item): Promise<Item> => {
    const figure = dataOf(item.parts)[figureType];
    const image = await still.png(figure).catch((error: Error) => ({ reason: error.message }));
    return "png" in image ? { ...item, parts: withImage(item.parts, image) } : item;
  };
  /** What cannot be written as JSON is told instead of sent. */
  const send = ({ parent, type, parts }: Item): void => {
    try {
      post.publish(parent, type, parts);
    } catch (error) {
      const text = `A ${type} could not be sent: ${(error as Error).message}\n`;
      post.publish(parent, "stream", { content: { name: "stderr", text } });
    }
  };

  /** A live update goes out at once; its image follows when no other update of the display has come. */
  const later = (item: Item): void => {
    const id = displayId(item);
    clearTimeout(updates.get(id)?.timer);
    const timer = setTimeout(() => void settle(id), quiet);
    updates.set(id, { item, timer });
    send(item);
  };
  const settle = async (id: unknown): Promise<void> => {
    const update = updates.get(id);
    if (!update) return;
    updates.delete(id);
    clearTimeout(update.timer);
    const item = await drawn(update.item);
    if (!updates.has(id)) send(item);
  };

  const pump = async (): Promise<void> => {
    await Promise.resolve();
    for (let item = queue.shift(); item; item = queue.shift()) {
      if (!lacksImage(item)) send(item);
      else if (item.type === "update_display_data") later(item);
      else send(await drawn(item));
    }
    pumping = undefined;
  };

  return {
    publish(parent, type, parts) {
      const last = queue.at(-1);
      if (joins(last, parent, type, parts)) {
        const text = `${last.parts.content.text}${parts.content.text}`;
        last.parts = { ...last.parts, content: { ...last.parts.content, text } };
        return;
      }
      queue.push({ parent, type, parts: plainly(parts) });
      pumping ??= pump();
    },
    async drained() {
      while (pumping) await pumping;
      for (const id of [...updates.keys()]) await settle(id);
    },
  };
};
