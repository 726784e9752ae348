/** What goes between the kernel and the process that draws figures. */

import type { Figure, Size } from "./figure.js";

export interface Order {
  readonly figure: Figure;
  readonly size: Size;
  /** Pixels of the picture to one of the figure. */
  readonly scale: number;
}

export type Painting = { readonly png: string } | { readonly reason: string };

/** Something that draws one figure at a time. */
export interface Painter {
  /** @throws Error when the painter died. */
  paint(order: Order): Promise<Painting>;
  kill(): void;
}
