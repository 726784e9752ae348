/** A figure that Plotly draws into an element, in the theme's colours, and draws again when it changes. */

import { exportButtons } from "./export-buttons.js";
import type { Figure, Plotly } from "./figure.js";
import { labColours } from "./lab-theme.js";
import { themedLayout } from "./themed-layout.js";

export interface Drawing {
  /** Draws a figure, or changes the one that is there in place. */
  show(figure: Figure): Promise<void>;
  /** Follows the theme. */
  redraw(): Promise<void>;
  /** Follows the width of the element, unless the figure has one of its own. */
  fit(): void;
  end(): void;
}

/** Pixels, of a figure that does not say. */
const usualHeight = 450;

/** Loaded with the first figure. */
const loadPlotly = async (): Promise<Plotly> => (await import("plotly.js-dist-min")).default as unknown as Plotly;

/** The reader's zoom outlives updates, since `uirevision` stays the same. */
const complete = ({ data, layout = {}, frames = [], config = {} }: Figure, buttons: unknown[]): unknown => ({
  data,
  frames,
  layout: themedLayout({ height: usualHeight, uirevision: "live", ...layout }, labColours()),
  config: { ...config, displaylogo: false, modeBarButtonsToRemove: ["toImage"], modeBarButtonsToAdd: buttons },
});

export const openDrawing = (element: HTMLElement): Drawing => {
  let plotly: Plotly | undefined;
  /** The same for all updates: Plotly starts anew when the configuration has changed. */
  let buttons: unknown[] | undefined;
  let figure: Figure | undefined;
  let drawing: Promise<void> | undefined;
  let stale = false;
  let ended = false;

  const drawLatest = async (): Promise<void> => {
    plotly ??= await loadPlotly();
    buttons ??= exportButtons(plotly, () => figure);
    while (stale && figure && !ended) {
      stale = false;
      await plotly.react(element, complete(figure, buttons));
    }
  };
  /** One drawing at a time; of the figures that come meanwhile the last is drawn next. */
  const redraw = (): Promise<void> => {
    stale = true;
    drawing ??= drawLatest().finally(() => {
      drawing = undefined;
    });
    return drawing;
  };
  return {
    show: (next) => {
      figure = next;
      return redraw();
    },
    redraw,
    fit: () => {
      const free = figure?.layout?.width === undefined && element.classList.contains("js-plotly-plot");
      if (free && element.offsetWidth > 0) void plotly?.Plots.resize(element);
    },
    end: () => {
      ended = true;
      plotly?.purge(element);
    },
  };
};
