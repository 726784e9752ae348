/** `npm run bench:core [-- --json]`: our numerics against others and against native C, in one run. The parts are in core/. */

import { launch } from "./launch.mjs";

await launch("core", { main: "main.ts", ours: "ours/main.ts" });
