/** The widget that JupyterLab puts into the output of a cell to show a figure. */

import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { openDrawing } from "./drawing.js";
import { asFigure } from "./figure.js";
import { onThemeChange } from "./lab-theme.js";

const explanation = (error: unknown): HTMLElement => {
  const text = document.createElement("pre");
  text.className = "liouville-figure-error";
  text.textContent = `This figure cannot be drawn: ${error instanceof Error ? error.message : String(error)}`;
  return text;
};

/** JupyterLab calls `renderModel` again on the same widget when a display is updated. */
export const figureRenderer = (mimeType: string): IRenderMime.IRenderer => {
  const widget = new Widget();
  const plot = document.createElement("div");
  const drawing = openDrawing(plot);
  const observer = new ResizeObserver(() => drawing.fit());
  const endTheme = onThemeChange(() => void drawing.redraw());
  widget.addClass("liouville-figure");
  observer.observe(widget.node);
  widget.disposed.connect(() => {
    observer.disconnect();
    endTheme();
    drawing.end();
  });
  const renderModel = async ({ data }: IRenderMime.IMimeModel): Promise<void> => {
    try {
      const figure = asFigure(data[mimeType]);
      if (plot.parentNode !== widget.node) widget.node.replaceChildren(plot);
      await drawing.show(figure);
    } catch (error) {
      widget.node.replaceChildren(explanation(error));
    }
  };
  return Object.assign(widget, { renderModel });
};
