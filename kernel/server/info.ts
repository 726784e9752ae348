/** What the kernel says of itself. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import { protocolVersion } from "./post.js";

const versionIn = (path: string): string => JSON.parse(readFileSync(path, "utf8")).version;
const version = versionIn(join(packageRoot, "package.json"));
const typescript = versionIn(createRequire(import.meta.url).resolve("typescript/package.json"));

/** The content of `kernel_info_reply`. */
export const kernelInfo: Record<string, unknown> = {
  status: "ok",
  protocol_version: protocolVersion,
  implementation: "liouville",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: typescript,
    mimetype: "application/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "typescript",
    nbconvert_exporter: "script",
  },
  banner: `liouville ${version}: TypeScript ${typescript} on Node ${process.versions.node}. ?name shows the documentation of a name.`,
  debugger: false,
  help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" }],
  supported_features: [],
};
