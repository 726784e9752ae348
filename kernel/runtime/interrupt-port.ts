/**
 * The interrupt port: a worker thread of the runtime that stops whatever JavaScript the main thread runs.
 * It listens on a pipe of its own, so it answers while the main thread is busy; when the kernel dies, it ends the process.
 */

import { Session } from "node:inspector";
import { Socket } from "node:net";

const session = new Session();
session.connectToMainThread();

const post = (method: string, params: object = {}): Promise<void> =>
  new Promise((resolve) => session.post(method, params, () => resolve()));

const port = new Socket({ fd: 4, readable: true, writable: true });

/** Terminates; the empty evaluation uses up a termination that found nothing to stop, so that the next cell is not spoiled. */
const interrupt = async (): Promise<void> => {
  await post("Runtime.terminateExecution");
  await post("Runtime.evaluate", { expression: "0" });
  port.write("i");
};

const die = (): void => {
  process.kill(process.pid, "SIGKILL");
};

port.on("data", () => void interrupt());
port.on("close", die);
port.on("error", die);
port.write("r");
