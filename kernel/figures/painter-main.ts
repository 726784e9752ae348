/** The process that draws: takes orders over IPC, answers with PNG. It holds jsdom and Plotly, and may be killed at any time. */

import type { Order, Painting } from "./painting.js";
import { rasterise } from "./rasterise.js";
import { type PlotlyPage, plotlyPage } from "./window.js";

const clear = (document: Document): void => document.body.replaceChildren();

const paint = async ({ Plotly, document }: PlotlyPage, { figure, size, scale }: Order): Promise<Painting> => {
  try {
    const svg = await Plotly.toImage(figure, { format: "svg", imageDataOnly: true, ...size });
    return { png: rasterise(svg, scale).toString("base64") };
  } catch (error) {
    return { reason: `Plotly could not draw the figure: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    clear(document);
  }
};

/** The first figure compiles Plotly and reads fonts: better before one is asked for. */
const rehearsal: Order = {
  figure: { data: [{ y: [1, 2], name: "β" }], layout: { showlegend: true, title: { text: "β" } } },
  size: { width: 200, height: 150 },
  scale: 1,
};
const page = plotlyPage();
const rehearsed = paint(page, rehearsal);
process.on("message", async (order: Order) => {
  await rehearsed;
  process.send?.(await paint(page, order));
});
process.on("disconnect", () => process.exit());
