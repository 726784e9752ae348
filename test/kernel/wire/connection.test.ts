import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { address, readConnection } from "../../../kernel/wire/connection.js";

const ports = { shell_port: 5001, control_port: 5002, iopub_port: 5003, stdin_port: 5004, hb_port: 5005 };
const written = (more: object): string => {
  const path = join(mkdtempSync(join(tmpdir(), "connection-")), "kernel.json");
  const usual = { transport: "tcp", ip: "127.0.0.1", key: "k", signature_scheme: "hmac-sha256", ...ports };
  writeFileSync(path, JSON.stringify({ ...usual, ...more }));
  return path;
};

describe("a connection file", () => {
  it("gives the addresses of its channels", () => {
    expect(address(readConnection(written({})), "iopub")).toBe("tcp://127.0.0.1:5003");
    expect(address(readConnection(written({ transport: "ipc", ip: "/tmp/k" })), "hb")).toBe("ipc:///tmp/k-5005");
  });

  it.each(["0.0.0.0", "*", "192.168.1.5", "::", "127.0.0.1.example.org"])("is refused for the address %s", (ip) => {
    expect(() => readConnection(written({ ip }))).toThrow(/loopback/);
  });

  it("is refused for an unknown signature scheme and for a missing port", () => {
    expect(() => readConnection(written({ signature_scheme: "hmac-md5" }))).toThrow(/hmac-sha256/);
    expect(() => readConnection(written({ hb_port: "x" }))).toThrow(/hb_port is x/);
  });
});
