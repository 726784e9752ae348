/** The process of a kernel: started in a process group of its own, watched, and ended for certain. */

import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** The kernel ended while something was still expected of it. */
export class KernelDied extends Error {
  override readonly name = "KernelDied";
}

export interface Launch {
  /** Command line of the kernel; `{connection_file}` stands for the path of the connection file. */
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface KernelProcess {
  /** Settles with a sentence on how the process ended, and its last words. */
  readonly ended: Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Waits for the end, then insists: SIGTERM after `patience` ms, SIGKILL after as much again. */
  finish(patience: number): Promise<void>;
}

const ownGroup = process.platform !== "win32";
const wordsKept = 4000;
/** How long, in ms, the last words of a process may take after its exit: a grandchild can hold its pipes open for ever. */
const flushTime = 100;

const lastWords = (child: ChildProcess): (() => string) => {
  let kept = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      kept = (kept + text).slice(-wordsKept);
    });
  }
  return () => (kept.trim() === "" ? "" : `\n${kept.trim()}`);
};

const endOf = (child: ChildProcess, command: string): Promise<string> => {
  const words = lastWords(child);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`${command} could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      const tell = () => resolve(`the kernel ended with ${signal ?? `exit status ${code}`}${words()}`);
      child.once("close", tell);
      setTimeout(tell, flushTime);
    });
  });
};

const signaller = (child: ChildProcess) => (name: NodeJS.Signals) => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(ownGroup ? -child.pid : child.pid, name);
  } catch {
    // It ended in the meantime.
  }
};

/** Starts the process; the terminal's Ctrl-C does not reach it, and it does not outlive this process. */
export const launch = ({ argv, cwd, env }: Launch, connectionFile: string): KernelProcess => {
  const [command, ...args] = argv.map((word) => word.replaceAll("{connection_file}", connectionFile));
  if (command === undefined) throw new Error("the command line of the kernel is empty");
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, JPY_PARENT_PID: String(process.pid), ...env },
    detached: ownGroup,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const ended = endOf(child, command);
  const signal = signaller(child);
  const killAtExit = () => signal("SIGKILL");
  process.once("exit", killAtExit);
  ended.then(() => process.off("exit", killAtExit));
  const finish = async (patience: number): Promise<void> => {
    for (const name of ["SIGTERM", "SIGKILL"] as const) {
      const waiting = new AbortController();
      const late = sleep(patience, true, { signal: waiting.signal }).catch(() => false);
      const isLate = await Promise.race([ended.then(() => false), late]);
      waiting.abort();
      if (!isLate) return;
      signal(name);
    }
    await ended;
  };
  return { ended, signal, finish };
};
