/** What runs in the page: it draws the figures as they come near the screen, in the page's colours. */

import type { themedLayout as Themed } from "../../extension/src/themed-layout.js";

interface Figure {
  data: unknown[];
  layout?: Record<string, unknown>;
  frames?: unknown[];
  config?: Record<string, unknown>;
}
interface Plotly {
  newPlot(element: Element, figure: unknown): Promise<unknown>;
  react(element: Element, figure: unknown): Promise<unknown>;
  downloadImage(element: Element, options: Record<string, unknown>): Promise<string>;
}

/** The function refers to nothing outside itself but the browser: its text is put into the page. */
export const drawFigures = (plotly: Plotly, themedLayout: typeof Themed): void => {
  const night = matchMedia("(prefers-color-scheme: dark)");
  const variable = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const save = {
    name: "svg",
    title: "Download plot as SVG",
    icon: { width: 24, height: 24, path: "M5 3h10l4 4v14H5zm9 1v4h4M9 17l3 3 3-3M12 12v8" },
    click: (element: Element) => plotly.downloadImage(element, { format: "svg", filename: document.title }),
  };
  const config = {
    responsive: true,
    displaylogo: false,
    toImageButtonOptions: { format: "png", scale: 2 },
    modeBarButtonsToAdd: [save],
  };
  const complete = ({ data, layout = {}, frames = [], config: own = {} }: Figure) => {
    const colours = {
      text: variable("--ink"),
      quiet: variable("--quiet"),
      grid: variable("--line"),
      dark: night.matches,
    };
    const width = document.documentElement.clientWidth < Number(layout.width) ? undefined : layout.width;
    return {
      data,
      frames,
      layout: themedLayout({ height: 450, ...layout, width }, colours),
      config: { ...own, ...config },
    };
  };
  const drawn = new Map<Element, Figure>();
  const draw = async (figure: Element): Promise<void> => {
    if (drawn.has(figure)) return;
    const value = JSON.parse(figure.querySelector("script")?.textContent ?? "") as Figure;
    drawn.set(figure, value);
    const plot = document.createElement("div");
    plot.className = "plot";
    figure.append(plot);
    try {
      await plotly.newPlot(plot, complete(value));
      figure.classList.add("drawn");
    } catch (error) {
      plot.remove();
      console.warn("figure not drawn:", error);
    }
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void draw(target);
    },
    { rootMargin: "800px" },
  );
  const figures = document.querySelectorAll("figure.plotly");
  for (const figure of figures) near.observe(figure);
  night.addEventListener("change", () => {
    for (const [figure, value] of drawn) void plotly.react(figure.querySelector(".plot")!, complete(value));
  });
  addEventListener("beforeprint", () => {
    for (const figure of figures) if (!figure.querySelector("img")) void draw(figure);
  });
};
