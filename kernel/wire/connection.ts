/** The connection file that a Jupyter client writes: where to bind, and the key that signs messages. */

import { readFileSync } from "node:fs";

export interface Connection {
  readonly transport: string;
  readonly ip: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: string;
}

export type Channel = "shell" | "control" | "iopub" | "stdin" | "hb";

export const isVersion6 = (ip: string): boolean => ip.includes(":");

const isLoopback = (ip: string): boolean => /^(127(\.\d{1,3}){3}|localhost|::1)$/.test(ip);

/** The address of a channel: `tcp://127.0.0.1:5555`, `tcp://[::1]:5555`, or `ipc://path-1`. */
export const address = ({ transport, ip, ...ports }: Connection, channel: Channel): string => {
  const port = ports[`${channel}_port`];
  if (transport === "ipc") return `ipc://${ip}-${port}`;
  return isVersion6(ip) ? `tcp://[${ip}]:${port}` : `tcp://${ip}:${port}`;
};

/**
 * Reads and checks a connection file.
 * @throws Error when it is no connection file, when the address is not loopback, or when the signature scheme is unknown.
 */
export const readConnection = (path: string): Connection => {
  const connection = JSON.parse(readFileSync(path, "utf8")) as Connection;
  for (const channel of ["shell", "control", "iopub", "stdin", "hb"] as const) {
    const port = connection[`${channel}_port`];
    if (!Number.isInteger(port)) throw new Error(`${path}: ${channel}_port is ${port}, expected an integer`);
  }
  if (connection.transport !== "ipc" && !isLoopback(connection.ip)) {
    throw new Error(
      `${path}: ip is ${connection.ip}, expected a loopback address such as 127.0.0.1: a kernel runs any code it is sent, so it does not listen to other machines. Use an SSH tunnel, or the transport "ipc".`,
    );
  }
  if (connection.key !== "" && connection.signature_scheme !== "hmac-sha256") {
    throw new Error(`${path}: signature_scheme is ${connection.signature_scheme}, expected hmac-sha256`);
  }
  return connection;
};
