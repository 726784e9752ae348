/** What runs in the page to draw its figures as they come near the screen. */

import type { LiveFigure, Plotly } from "./live-layout.js";

/** The function refers to nothing outside itself but the browser: its text is put into the page. */
export const drawFigures = (plotly: Plotly, dress: (figure: LiveFigure) => unknown, night: MediaQueryList): void => {
  const drawn = new Map<Element, LiveFigure>();
  const draw = async (figure: Element): Promise<void> => {
    if (drawn.has(figure)) return;
    const value = JSON.parse(figure.querySelector("script")?.textContent ?? "") as LiveFigure;
    drawn.set(figure, value);
    const plot = document.createElement("div");
    plot.className = "plot";
    figure.append(plot);
    try {
      await plotly.newPlot(plot, dress(value));
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
    for (const [figure, value] of drawn) void plotly.react(figure.querySelector(".plot")!, dress(value));
  });
  addEventListener("beforeprint", () => {
    for (const figure of figures) if (!figure.querySelector("img")) void draw(figure);
  });
};
