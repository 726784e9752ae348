/** Says to JupyterLab which outputs are derivations. */

import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { derivationRenderer } from "./derivation-renderer.js";

const mimeType = "application/vnd.liouville.derivation.v1+json";

/** Derivations hold data and no code, so they are safe in notebooks that nobody trusts yet. Rank 0 goes before the static HTML beside them (50). */
export const derivationExtension: IRenderMime.IExtension = {
  id: "@liouville/jupyterlab:derivation",
  description: "Steps through derivations.",
  rendererFactory: {
    safe: true,
    mimeTypes: [mimeType],
    createRenderer: ({ latexTypesetter }) => derivationRenderer(mimeType, latexTypesetter),
  },
  rank: 0,
  dataType: "json",
};
