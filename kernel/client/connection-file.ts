import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runtimeDir } from "../spec/paths.js";
import type { Connection } from "../wire/connection.js";
import { freePorts } from "./ports.js";

interface ConnectionFile {
  readonly path: string;
  readonly connection: Connection;
  remove(): void;
}

/** Writes a connection file for a kernel about to start: loopback, free ports, a fresh key; readable by the user alone. */
export const writeConnection = async (): Promise<ConnectionFile> => {
  const [shell_port, control_port, iopub_port, stdin_port, hb_port] = await freePorts(5);
  const connection = {
    transport: "tcp",
    ip: "127.0.0.1",
    ...({ shell_port, control_port, iopub_port, stdin_port, hb_port } as Record<string, number>),
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: "",
  } as unknown as Connection;
  const dir = runtimeDir();
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, `kernel-${randomUUID()}.json`);
  writeFileSync(path, JSON.stringify(connection, null, 2), { mode: 0o600, flag: "wx" });
  return { path, connection, remove: () => rmSync(path, { force: true }) };
};
