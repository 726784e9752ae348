/** Plotly as it is served to browsers: the full bundle, since partial ones draw unknown traces as lines. */

import { createRequire } from "node:module";

/** The path of its file. */
export const plotlyBundle = (): string => createRequire(import.meta.url).resolve("plotly.js/plotly.min.js");
