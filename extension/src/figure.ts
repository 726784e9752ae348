/** Plotly figures as they come in notebooks, and what of Plotly draws them. */

export interface Figure {
  readonly data: unknown[];
  readonly layout?: Record<string, unknown>;
  readonly frames?: unknown[];
  readonly config?: Record<string, unknown>;
}

/** An element that Plotly has drawn into: it keeps the figure, with the zoom of its reader. */
export interface Plot extends HTMLElement {
  readonly data: unknown[];
  readonly layout: Record<string, unknown>;
}

export interface Plotly {
  readonly Icons: Record<string, unknown>;
  readonly Plots: { resize(plot: HTMLElement): Promise<unknown> };
  newPlot(plot: HTMLElement, figure: unknown): Promise<unknown>;
  react(plot: HTMLElement, figure: unknown): Promise<unknown>;
  purge(plot: HTMLElement): void;
  downloadImage(figure: unknown, options: Record<string, unknown>): Promise<unknown>;
}

/** @throws TypeError when the value is no figure. */
export const asFigure = (value: unknown): Figure => {
  const { data, layout } = (value ?? {}) as Partial<Figure>;
  if (!Array.isArray(data)) throw new TypeError("expected {data: [traces], layout}");
  if (layout !== undefined && (typeof layout !== "object" || layout === null))
    throw new TypeError("expected layout to be an object");
  return value as Figure;
};
