/** The renderers of the extension, one a file. */

import { plotlyExtension } from "./plotly-extension.js";

export default [plotlyExtension];
