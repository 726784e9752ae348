/** Says to JupyterLab which outputs are Plotly figures. */

import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { figureRenderer } from "./figure-renderer.js";

const mimeType = "application/vnd.plotly.v1+json";

/** Figures hold data and no code, so they are safe in notebooks that nobody trusts yet. Rank 0 goes before the still image beside a figure (90). */
export const plotlyExtension: IRenderMime.IExtension = {
  id: "@liouville/jupyterlab:plotly",
  description: "Renders Plotly figures.",
  rendererFactory: {
    safe: true,
    mimeTypes: [mimeType],
    createRenderer: () => figureRenderer(mimeType),
  },
  rank: 0,
  dataType: "json",
};
