/** The kernel listens to its own machine alone. */

import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { channels, startKernel } from "./kernel-process.js";
import { newSession, type Session } from "./session.js";
import { until } from "./until.js";

let session: Session;

beforeAll(async () => {
  session = await newSession();
});
afterAll(() => session.end());

const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 });
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });

const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, family }) => !internal && family === "IPv4")
  .map(({ address }) => address);
/** On Linux, 127.0.0.2 reaches what is bound to all addresses, but not what is bound to 127.0.0.1. */
const others = process.platform === "linux" ? ["127.0.0.2", ...outside] : outside;

test.each(channels)("%s is reached on 127.0.0.1, and on no other address", async (channel) => {
  const port = session.connection[`${channel}_port`];
  expect(await accepts("127.0.0.1", port)).toBe(true);
  for (const address of others) expect(await accepts(address, port), address).toBe(false);
});

test.each(["0.0.0.0", "*", "192.0.2.7", "::"])(
  "a connection file that asks for %s is refused, with the reason",
  async (ip) => {
    const kernel = await startKernel({ connection: { ip } });
    expect(await kernel.ended).toBe(1);
    await until(() => /loopback/.test(kernel.said()), "the reason");
    expect(kernel.said()).toContain(ip);
    await kernel.kill();
  },
);

test("an unknown signature scheme is refused, with the reason", async () => {
  const kernel = await startKernel({ connection: { signature_scheme: "hmac-md5" } });
  expect(await kernel.ended).toBe(1);
  await until(() => /hmac-sha256/.test(kernel.said()), "the reason");
  await kernel.kill();
});
