import { sep } from "node:path";
import { packageRoot } from "../package-root.js";
import { installInto, isExtensionBuilt } from "../spec/install.js";
import type { Command } from "./command.js";
import { placeHelp, placeOf } from "./place.js";
import { say } from "./say.js";

const help = `liouville install [--user | --prefix P | --sys-prefix]

Writes the kernelspec and the JupyterLab extension where Jupyter looks for them. Python is not needed.
Both point to this installation (${packageRoot}); install again after moving it.

${placeHelp}`;

const warnings = (): string[] => [
  ...(isExtensionBuilt() ? [] : ["! the JupyterLab extension is not built, so it was left out: npm run build"]),
  ...(packageRoot.includes(`${sep}_npx${sep}`)
    ? ["! this copy lies in the cache of npx, which npm may empty; for a lasting one: npm install -g liouville"]
    : []),
];

export const install: Command = {
  summary: "tell Jupyter about the kernel and the JupyterLab extension",
  help,
  async run(args) {
    const dataDir = placeOf("install", args);
    if (dataDir === undefined) say(help.trimEnd());
    else {
      for (const dir of await installInto(dataDir)) say(`wrote ${dir}`);
      for (const warning of warnings()) say(warning);
    }
    return 0;
  },
};
