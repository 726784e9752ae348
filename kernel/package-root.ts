/** The folder of the installed package, where `package.json`, `dist/`, `extension/` and `notebooks/` lie. */

import { fileURLToPath } from "node:url";

/** From `dist/kernel/` (installed) it is two levels up, from `kernel/` (tests on the sources) one. */
const here = fileURLToPath(new URL(".", import.meta.url));
export const packageRoot = fileURLToPath(
  new URL(/[\\/]dist[\\/]kernel[\\/]$/.test(here) ? "../../" : "../", import.meta.url),
);
