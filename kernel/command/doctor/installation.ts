/** Does Jupyter know the kernel and the extension of this installation? */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installedKernels } from "../../spec/find.js";
import { installedFolders, isExtensionBuilt } from "../../spec/install.js";
import { kernelName, ourKernel, serverFile } from "../../spec/kernelspec.js";
import { ownName } from "../own-name.js";
import type { Finding, Look } from "./finding.js";

const install = `${ownName()} install`;

export const kernelspecIsInstalled: Look = (dataDirs) => {
  const found = installedKernels(dataDirs).get(kernelName);
  if (!found) return { ok: false, needed: false, what: "Jupyter does not know the kernel", mend: install };
  const gone = found.spec.argv.slice(0, 2).find((file) => !existsSync(file));
  const what = `kernelspec in ${found.dir}`;
  if (gone !== undefined)
    return { ok: false, needed: false, what: `${what} points to ${gone}, which is gone`, mend: install };
  const [, server] = ourKernel().argv;
  const other = found.spec.argv[1] !== server;
  return { ok: true, needed: false, what: other ? `${what}, for another installation: ${found.spec.argv[1]}` : what };
};

export const serverIsBuilt: Look = () => ({
  ok: existsSync(serverFile),
  needed: true,
  what: existsSync(serverFile) ? "the kernel is built" : `${serverFile} is missing`,
  mend: "npm run build",
});

const versionIn = (dir: string): string | undefined => {
  try {
    return JSON.parse(readFileSync(join(dir, "package.json"), "utf8")).version;
  } catch {
    return undefined;
  }
};

export const extensionIsInstalled: Look = (dataDirs): Finding => {
  const dirs = dataDirs.map((dir) => installedFolders(dir).extension);
  const dir = dirs.find((folder) => versionIn(folder) !== undefined);
  if (dir !== undefined) return { ok: true, needed: false, what: `JupyterLab extension ${versionIn(dir)} in ${dir}` };
  const what = "the JupyterLab extension is not installed: figures are pictures there";
  return { ok: false, needed: false, what, mend: isExtensionBuilt() ? install : `npm run build && ${install}` };
};
