/** danfojs as it is published and as liouville bundles it, side by side. */

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { bundleDanfojs } from "../../../build/bundle-danfojs.mjs";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("../../../dist/vendor/danfojs-node/", import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: the published package promises types its values do not keep
type Loose = any;

await bundleDanfojs();

export const vendorFolder = folder;
export const published: Loose = require("danfojs-node");
export const ours: Loose = require(`${folder}index.cjs`);
