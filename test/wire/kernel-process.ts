/** A kernel started as Jupyter starts it: from an argv with a connection file, in a home of its own, so that no test sees another's history. */

import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePorts } from "./ports.js";
import { descendants } from "./process-tree.js";
import { until } from "./until.js";

export const channels = ["shell", "control", "iopub", "stdin", "hb"] as const;
export type Channel = (typeof channels)[number];

export type Connection = Readonly<Record<"ip" | "transport" | "key" | "signature_scheme", string>> &
  Readonly<Record<`${Channel}_port`, number>>;

export interface KernelOptions {
  readonly argv?: readonly string[];
  readonly env?: Record<string, string>;
  readonly connection?: Partial<Connection>;
  /** Where it keeps its history; a fresh folder unless told. */
  readonly home?: string;
}

export interface KernelProcess {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly connection: Connection;
  readonly home: string;
  /** What it has written to stdout and stderr. */
  said(): string;
  /** Resolves when it has ended, to its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  hasEnded(): boolean;
  /** Ends it and all below it, and removes its files. */
  kill(): Promise<void>;
}

const main = resolve(import.meta.dirname, "../../dist/kernel/server/main.js");

/** Ours, or the one that WIRE_KERNEL names as a JSON array: to see how another kernel fares in these tests. */
export const kernelArgv: readonly string[] = process.env.WIRE_KERNEL
  ? JSON.parse(process.env.WIRE_KERNEL)
  : [process.execPath, main, "{connection_file}"];

const newConnection = async (given: Partial<Connection> = {}): Promise<Connection> => {
  const ports = await freePorts(channels.length);
  const numbered = Object.fromEntries(channels.map((channel, i) => [`${channel}_port`, ports[i]]));
  return {
    ip: "127.0.0.1",
    transport: "tcp",
    key: randomUUID(),
    signature_scheme: "hmac-sha256",
    ...numbered,
    ...given,
  } as Connection;
};

const homeVariables = (home: string): Record<string, string> => ({
  HOME: home,
  XDG_DATA_HOME: join(home, "data"),
  XDG_CACHE_HOME: join(home, "cache"),
  XDG_STATE_HOME: join(home, "state"),
  JUPYTER_DATA_DIR: join(home, "jupyter"),
  IPYTHONDIR: join(home, "ipython"),
});

const listenTo = (child: ChildProcess): (() => string) => {
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-100_000);
    });
  }
  return () => said;
};

const killTree = async (child: ChildProcess, ended: Promise<unknown>): Promise<void> => {
  const all = [child.pid!, ...descendants(child.pid!)];
  for (const pid of all) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {} // gone already
  }
  await ended;
};

/** Starts a kernel; it may not listen yet when this resolves. */
export const startKernel = async (options: KernelOptions = {}): Promise<KernelProcess> => {
  if ((options.argv ?? kernelArgv)[1] === main && !existsSync(main))
    throw new Error(`${main} is missing: run npm run build`);
  const folder = mkdtempSync(join(tmpdir(), "liouville-wire-"));
  const home = options.home ?? folder;
  const connection = await newConnection(options.connection);
  const file = join(folder, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const [command, ...rest] = (options.argv ?? kernelArgv).map((word) => word.replace("{connection_file}", file));
  const env = { ...process.env, ...homeVariables(home), ...options.env };
  const child = spawn(command!, rest, { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | string>((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", (code, signal) => done(code ?? signal ?? "unknown"));
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const kill = async (): Promise<void> => {
    if (!hasEnded()) await killTree(child, ended);
    await until(() => rmSync(folder, { recursive: true, force: true }) ?? true, "the kernel's folder removed");
  };
  return { process: child, pid: child.pid!, connection, home, said: listenTo(child), ended, hasEnded, kill };
};
