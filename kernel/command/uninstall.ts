import { uninstallFrom } from "../spec/install.js";
import type { Command } from "./command.js";
import { placeHelp, placeOf } from "./place.js";
import { say } from "./say.js";

const help = `liouville uninstall [--user | --prefix P | --sys-prefix]

Removes what "liouville install" wrote with the same option.

${placeHelp}`;

export const uninstall: Command = {
  summary: "remove what install wrote",
  help,
  async run(args) {
    const dataDir = placeOf("uninstall", args);
    if (dataDir === undefined) say(help.trimEnd());
    else {
      const removed = uninstallFrom(dataDir);
      for (const dir of removed) say(`removed ${dir}`);
      if (removed.length === 0) say(`nothing to remove in ${dataDir}`);
    }
    return 0;
  },
};
