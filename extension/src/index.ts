/** The renderers of the extension, one a file. */

import { derivationExtension } from "./derivation-extension.js";
import { plotlyExtension } from "./plotly-extension.js";

export default [plotlyExtension, derivationExtension];
