/** `npm run bench:kernel [-- --json]`: our kernel against others, in one run. The parts are in kernel/, in TypeScript. */

import { launch } from "./launch.mjs";

await launch("kernel");
