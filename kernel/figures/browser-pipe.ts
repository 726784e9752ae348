/** A Chromium without a window, spoken to over two pipes in its debugging protocol: JSON messages that end with a zero byte. */

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

type Fields = Record<string, unknown>;

export interface BrowserPipe {
  /** @throws Error when the browser refuses the command or ends. */
  send(method: string, params?: Fields, session?: string): Promise<Fields>;
  kill(): void;
}

interface Reply {
  readonly id?: number;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

/** WebGL in software where there is no graphics card, and no name that resolves, so that no page reaches a network. */
const flags = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--mute-audio",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];
/** Chromium's sandbox cannot be set up by root, as in containers. */
const unsandboxed = (): string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

const eachMessage = (stream: Readable, take: (reply: Reply) => void): void => {
  let rest = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) take(JSON.parse(part) as Reply);
  });
};

export const openBrowser = (executable: string): BrowserPipe => {
  const profile = mkdtempSync(join(tmpdir(), "liouville-browser-"));
  const child = spawn(executable, [...flags, ...unsandboxed(), `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const [commands, replies] = [child.stdio[3] as Writable, child.stdio[4] as unknown as Readable];
  const waiting = new Map<number, { resolve: (result: Fields) => void; reject: (error: Error) => void }>();
  const end = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  let last = 0;
  let ended: Error | undefined;
  commands.on("error", () => {});
  for (const event of ["error", "close"]) {
    child.on(event, () => {
      ended ??= new Error(`the browser ${executable} ended`);
      end(ended);
    });
  }
  eachMessage(replies, ({ id, result, error }) => {
    const asked = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (error) asked?.reject(new Error(`the browser refused: ${error.message}`));
    else asked?.resolve(result ?? {});
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    kill: () => void child.kill("SIGKILL"),
  };
};
