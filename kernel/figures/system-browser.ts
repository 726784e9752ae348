/** Finds an installed Chromium, Chrome or Edge. */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const commands =
  "chromium chromium-browser google-chrome google-chrome-stable microsoft-edge microsoft-edge-stable".split(" ");
const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const programs = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const places = (): string[] => {
  const { env, platform } = process;
  if (platform === "darwin") return applications;
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
};

/** The path of a browser, or undefined. The environment variable `LIOUVILLE_BROWSER` names one first. */
export const findBrowser = (): string | undefined =>
  [process.env.LIOUVILLE_BROWSER, ...places()].find((path): path is string => path !== undefined && isProgram(path));
