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

const page = plotlyPage();
process.on("message", async (order: Order) => process.send?.(await paint(page, order)));
process.on("disconnect", () => process.exit());
