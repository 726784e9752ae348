/** Buttons of a figure that save it as it would be printed: in its own colours, whatever the theme of the page. */

import type { Figure, Plot, Plotly } from "./figure.js";

export const exportButtons = (plotly: Plotly, figure: () => Figure | undefined): unknown[] => {
  const save = (format: "png" | "svg", icon: string) => ({
    name: `save-${format}`,
    title: `Save as ${format.toUpperCase()}`,
    icon: plotly.Icons[icon],
    click: ({ data, layout, offsetWidth, offsetHeight }: Plot) =>
      plotly.downloadImage(
        { data, layout: { ...layout, template: figure()?.layout?.template } },
        { format, filename: "figure", width: offsetWidth, height: offsetHeight, scale: format === "png" ? 2 : 1 },
      ),
  });
  return [save("png", "camera"), save("svg", "disk")];
};
