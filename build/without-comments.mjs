/** Takes the comments out of the compiled JavaScript in dist: whoever asks for the documentation of a name gets it from the declarations. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

const compiled = ["src", "kernel"].flatMap((folder) =>
  readdirSync(join(dist, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);

for (const file of compiled) {
  const { code } = transformSync(readFileSync(file, "utf8"), {
    charset: "utf8",
    legalComments: "none",
    target: "node20",
  });
  writeFileSync(file, code);
}
