/** Static images of Plotly figures, for readers that cannot draw them: GitHub, nbconvert, PDF, print. */

import { browserPainter } from "./browser-painter.js";
import { figureOf, sizeOf } from "./figure.js";
import { startPainter } from "./painter-process.js";
import type { Order } from "./painting.js";
import { openStudio, type Terms } from "./studio.js";
import { findBrowser } from "./system-browser.js";
import { finely, mapTraces, webglTraces, withTwins } from "./traces.js";

export interface Still {
  /** A PNG of twice the figure's size, which is given in CSS pixels, or the reason why there is none. Never rejects. */
  png(figure: unknown): Promise<{ png: string; width: number; height: number } | { reason: string }>;
  /** Starts what draws figures ahead of the first of them. */
  warm(): void;
  close(): void;
}

export interface StillOptions extends Partial<Terms> {
  /** A Chromium that draws 3-D figures; `undefined` for the system's. */
  readonly browser?: string | undefined;
}

/** Pixels of the image to one of the figure. */
const scale = 2;
const usual: Terms = { patience: 20_000, idle: 300_000 };

export const stillService = ({ browser, ...terms }: StillOptions = {}): Still => {
  const executable = browser ?? findBrowser();
  const flat = openStudio(startPainter, { ...usual, ...terms });
  const solid =
    executable === undefined ? undefined : openStudio(() => browserPainter(executable), { ...usual, ...terms });

  const paint = async (order: Order) => {
    const types = webglTraces(order.figure).join(", ");
    if (types === "") return flat.paint(order);
    if (solid) return solid.paint(order);
    return { reason: `${types} needs WebGL: a Chrome, Chromium or Edge on this machine would draw it` };
  };
  return {
    png: async (value) => {
      const figure = figureOf(value);
      if (!figure) return { reason: "no Plotly figure: expected {data: [traces], layout}" };
      const maps = mapTraces(figure).join(", ");
      if (maps !== "")
        return { reason: `${maps} fetches its map from a server, and static images are made without a network` };
      const size = sizeOf(figure);
      const painting = await paint({ figure: finely(withTwins(figure)), size, scale });
      return "png" in painting ? { ...painting, ...size } : painting;
    },
    warm: () => flat.warm(),
    close: () => {
      flat.close();
      solid?.close();
    },
  };
};
