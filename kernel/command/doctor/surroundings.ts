/** Node, native parts, JupyterLab and a browser. */

import { findBrowser } from "../../figures/system-browser.js";
import { findLab } from "../lab/find-lab.js";
import { ownName } from "../own-name.js";
import type { Finding, Look } from "./finding.js";

const oldestNode = [20, 19] as const;

export const nodeIsNewEnough: Look = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return {
    ok,
    needed: true,
    what: `Node ${process.versions.node}`,
    mend: `install Node ${oldestNode.join(".")} or later from https://nodejs.org`,
  };
};

export const zeromqLoads: Look = async (): Promise<Finding> => {
  try {
    const { version } = await import("zeromq");
    return { ok: true, needed: true, what: `ZeroMQ ${version}` };
  } catch (error) {
    const what = `zeromq does not load: ${(error as Error).message.split("\n")[0]}`;
    return { ok: false, needed: true, what, mend: "npm rebuild zeromq" };
  }
};

export const labIsThere: Look = () => {
  const lab = findLab();
  const what = lab ? `JupyterLab ${lab.version} (${lab.command.join(" ")})` : "no JupyterLab 4 in this environment";
  return {
    ok: lab !== undefined,
    needed: false,
    what,
    mend: `${ownName()} lab   (makes an environment of its own with one)`,
  };
};

export const browserIsThere: Look = () => {
  const browser = findBrowser();
  const what = browser ? `browser for pictures of 3-D figures: ${browser}` : "no browser: 3-D figures get no picture";
  return { ok: browser !== undefined, needed: false, what, mend: "install Chrome, Chromium or Edge" };
};
