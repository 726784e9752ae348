/** Puts the kernelspec and the JupyterLab extension into a Jupyter data folder, and takes them out again. */

import { cpSync, existsSync, lstatSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import { kernelName, ourKernel } from "./kernelspec.js";
import { logo, logoPng } from "./logo.js";
import { replaceFolder } from "./replace-folder.js";

export const extensionName = "@liouville/jupyterlab";

/** The extension as it is built, ready to copy. */
export const builtExtension = join(packageRoot, "extension", "labextension");

export const isExtensionBuilt = (): boolean => existsSync(join(builtExtension, "package.json"));

/** The folders in a Jupyter data folder that belong to this package. */
export const installedFolders = (dataDir: string) => ({
  kernel: join(dataDir, "kernels", kernelName),
  extension: join(dataDir, "labextensions", ...extensionName.split("/")),
});

const writeKernel = async (dir: string): Promise<void> => {
  writeFileSync(join(dir, "kernel.json"), `${JSON.stringify(ourKernel(), null, 2)}\n`);
  writeFileSync(join(dir, "logo-svg.svg"), logo);
  for (const size of [32, 64]) writeFileSync(join(dir, `logo-${size}x${size}.png`), await logoPng(size));
};

/** What JupyterLab's extension manager says on how to remove the extension. */
const origin = { packageManager: "npm", packageName: "liouville", uninstallInstructions: "Run: liouville uninstall" };

const writeExtension = (dir: string): void => {
  cpSync(builtExtension, dir, { recursive: true });
  writeFileSync(join(dir, "install.json"), `${JSON.stringify(origin, null, 2)}\n`);
};

/** Installs into this Jupyter data folder; answers the folders written. Doing it again replaces them. */
export const installInto = async (dataDir: string): Promise<string[]> => {
  const { kernel, extension } = installedFolders(dataDir);
  await replaceFolder(kernel, writeKernel);
  if (!isExtensionBuilt()) return [kernel];
  await replaceFolder(extension, writeExtension);
  return [kernel, extension];
};

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Removes what `installInto` wrote; answers the folders removed. */
export const uninstallFrom = (dataDir: string): string[] => {
  const present = Object.values(installedFolders(dataDir)).filter(isThere);
  for (const dir of present) rmSync(dir, { recursive: true });
  return present;
};
