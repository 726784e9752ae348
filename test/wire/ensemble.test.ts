/** An ensemble on threads can be stopped from a notebook: nothing runs on, and the same cell continues from its checkpoint. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newSession, type Session, startUntil, value } from "./session.js";

const folder = mkdtempSync(join(tmpdir(), "ensemble-"));
const path = join(folder, "run");
let session: Session;

beforeAll(async () => {
  session = await newSession();
  await session.execute(`import { dynamics, potentials } from "liouville";
import { readdirSync, existsSync } from "node:fs";
const well = dynamics.langevin({ potential: potentials.doubleWell({ h: 4 }), mass: [1.3] }, { kT: 1, gamma: 2 }, 0.01);
const many = { trajectories: 60000, steps: 10000, start: [-1], seed: "stopped", observe: { x: "x" }, threads: 2 };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const threads = () => (existsSync("/proc/self/task") ? readdirSync("/proc/self/task").length : 0);
const spent = async () => { const before = process.cpuUsage(); await pause(600); return process.cpuUsage(before).user / 1e6; };
const idle = threads();`);
});
afterAll(async () => {
  await session.end();
  rmSync(folder, { recursive: true, force: true });
});

test("an interrupt ends its threads, and the cell goes on to the same bits", async () => {
  const call = (file: string) => `dynamics.ensemble(well, { ...many${file} })`;
  const kept = call(`, checkpoint: ${JSON.stringify(path)}`);
  const id = await startUntil(session, `console.log("started"); const part = ${kept}; await pause(2500); await part;`);
  await new Promise((resolve) => setTimeout(resolve, 1300));
  await session.request("interrupt_request", {}, { channel: "control" });
  expect((await session.finish(id)).reply.content).toMatchObject({ status: "error" });
  await session.execute("await pause(300);");
  // 0.6 seconds of two busy threads would be more than half a second of work.
  expect(Number(await value(session, "await spent()"))).toBeLessThan(0.25);
  await session.execute("await pause(4000);");
  expect(await value(session, "threads() - idle")).toBe("0");
  expect(await value(session, `(await ${kept}).hash === (await ${call(", threads: 1")}).hash`)).toBe("true");
});
