/** Keeps a painter: starts it when it is first needed, gives it one figure at a time, and replaces it when it dies or takes too long. */

import type { Order, Painter, Painting } from "./painting.js";

export interface Studio {
  paint(order: Order): Promise<Painting>;
  /** Starts the painter ahead of the first figure. */
  warm(): void;
  close(): void;
}

export interface Terms {
  /** Milliseconds for one figure, the start of the painter included. */
  readonly patience: number;
  /** Milliseconds without work after which the painter goes, to give its memory back. */
  readonly idle: number;
}

const later = (ms: number): { promise: Promise<undefined>; cancel: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  return { promise, cancel: () => clearTimeout(timer) };
};

const because = (error: unknown): Painting => ({ reason: error instanceof Error ? error.message : String(error) });

/** Figures wait in a queue. */
export const openStudio = (hire: () => Painter, { patience, idle }: Terms): Studio => {
  let painter: Painter | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let leisure: NodeJS.Timeout | undefined;
  let closed = false;
  const dismiss = (): void => {
    painter?.kill();
    painter = undefined;
  };
  const paint = async (order: Order): Promise<Painting> => {
    if (closed) return { reason: "the service of static images is closed" };
    clearTimeout(leisure);
    const limit = later(patience);
    try {
      painter ??= hire();
      const painting = await Promise.race([painter.paint(order), limit.promise]);
      if (painting) return painting;
      dismiss();
      return { reason: `the figure was not drawn within ${patience / 1000} s` };
    } catch (error) {
      dismiss();
      return because(error);
    } finally {
      limit.cancel();
      leisure = setTimeout(dismiss, idle).unref();
    }
  };
  return {
    paint: (order) => {
      const painting = queue.then(() => paint(order));
      queue = painting;
      return painting;
    },
    warm: () => {
      painter ??= closed ? undefined : hire();
    },
    close: () => {
      closed = true;
      clearTimeout(leisure);
      dismiss();
    },
  };
};
