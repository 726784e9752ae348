/** How this command line is called. */

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = process.platform === "win32" ? ["liouville.cmd", "liouville.exe"] : ["liouville"];

/** npm adds the commands of a folder's packages to the path of what it runs; the user's shell does not have them. */
const isOfNpm = (folder: string): boolean => /[\\/]node_modules[\\/]\.bin$/.test(folder);

/** `liouville` where the shell finds it, and else, as in a clone, `npx liouville`. */
export const ownName = (path = process.env.PATH ?? ""): string => {
  const folders = path.split(delimiter).filter((folder) => folder !== "" && !isOfNpm(folder));
  const found = folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
  return found ? "liouville" : "npx liouville";
};
