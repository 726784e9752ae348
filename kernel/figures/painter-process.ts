/** A painter in a process of its own, so that a figure that hangs, or takes all memory, takes nothing else with it. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import type { Order, Painter, Painting } from "./painting.js";

const flags = ["--max-old-space-size=1024", "--no-warnings"];
const main = join(packageRoot, "dist/kernel/figures/painter-main.js");

/** What a process needs of the environment to start; nothing of the user's goes to it. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(["PATH", "SystemRoot", "TEMP", "TMPDIR"].map((name) => [name, process.env[name]]));

/** The line of a dying process that says why. */
const cause = (lastWords: string): string => /^.*(?:Error|FATAL).*$/m.exec(lastWords)?.[0].trim() ?? "it said nothing";

export const startPainter = (): Painter => {
  const child = spawn(process.execPath, [...flags, main], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
    env: environment(),
    windowsHide: true,
  });
  let lastWords = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastWords = (lastWords + text).slice(-2000);
  });
  const death = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("close", () => reject(new Error(`the process that draws figures ended: ${cause(lastWords)}`)));
  });
  death.catch(() => {});
  child.unref();
  child.channel?.unref();
  return {
    paint: (order: Order) => {
      const answer = new Promise<Painting>((resolve, reject) => {
        child.once("message", resolve as (message: unknown) => void);
        child.send(order, (error) => error && reject(error));
      });
      return Promise.race([answer, death]);
    },
    kill: () => void child.kill("SIGKILL"),
  };
};
