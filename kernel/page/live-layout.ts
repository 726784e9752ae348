/** What runs in the page to dress a figure: the page's colours, its width, and buttons that save it. */

import type { themedLayout as Themed } from "../../extension/src/themed-layout.js";

export interface LiveFigure {
  readonly data: unknown[];
  readonly layout?: Record<string, unknown> | null;
  readonly frames?: unknown[] | null;
  readonly config?: Record<string, unknown> | null;
}
interface Plot extends HTMLElement {
  readonly data: unknown[];
  readonly layout: Record<string, unknown>;
}
export interface Plotly {
  readonly Icons: Record<string, unknown>;
  newPlot(element: Element, figure: unknown): Promise<unknown>;
  react(element: Element, figure: unknown): Promise<unknown>;
  downloadImage(figure: unknown, options: Record<string, unknown>): Promise<unknown>;
}

/** The function refers to nothing outside itself but the browser: its text is put into the page. */
export const dresser = (plotly: Plotly, themedLayout: typeof Themed, night: MediaQueryList) => {
  const variable = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  /** Saves a figure in its own colours, whatever those of the page. */
  const save = (format: "png" | "svg", icon: string, template: unknown) => ({
    name: `save-${format}`,
    title: `Save as ${format.toUpperCase()}`,
    icon: plotly.Icons[icon],
    click: ({ data, layout, offsetWidth: width, offsetHeight: height }: Plot) => {
      const options = { format, filename: document.title, width, height, scale: format === "png" ? 2 : 1 };
      return plotly.downloadImage({ data, layout: { ...layout, template } }, options);
    },
  });
  return (figure: LiveFigure): unknown => {
    const [layout, frames, config] = [figure.layout ?? {}, figure.frames ?? [], figure.config ?? {}];
    const [text, quiet, grid] = ["--ink", "--quiet", "--line"].map(variable) as [string, string, string];
    const fits = document.documentElement.clientWidth >= Number(layout.width);
    const { width, ...free } = layout;
    const buttons = [save("png", "camera", layout.template), save("svg", "disk", layout.template)];
    return {
      data: figure.data,
      frames,
      layout: themedLayout({ height: 450, ...(fits ? layout : free) }, { text, quiet, grid, dark: night.matches }),
      config: {
        ...config,
        responsive: true,
        displaylogo: false,
        modeBarButtonsToRemove: ["toImage"],
        modeBarButtonsToAdd: buttons,
      },
    };
  };
};
