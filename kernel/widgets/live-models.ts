/** The states of the widgets that are alive, by model id. */

import { processWide } from "./process-wide.js";

export const models = processWide("models", () => new Map<string, Record<string, unknown>>());
