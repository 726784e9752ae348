/** `npm run bench:ehrenfest [-- --json]`: Ehrenfest trajectories against native C and mudslide, in one run. The parts are in ehrenfest/. */

import { launch } from "./launch.mjs";

await launch("ehrenfest", { main: "main.ts", ours: "ours/main.ts" });
