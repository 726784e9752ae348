/** One start of one kernel, and everything measured on it. */

import { type Client, connect } from "../../test/wire/client.js";
import { type KernelProcess, startKernel } from "../../test/wire/kernel-process.js";
import { residentBytes } from "../../test/wire/process-tree.js";
import { settle, startUntil } from "../../test/wire/session.js";
import { quantile } from "../quantile.js";
import type { Peer } from "./peers.js";
import type { Work } from "./works.js";

/** All times of one start, so that percentiles are taken over all starts together. */
export type Samples = Record<Work, number[]>;

interface Run {
  readonly peer: Peer;
  readonly kernel: KernelProcess;
  readonly client: Client;
}

const counts = { cells: 40, warmUps: 10, completions: 20, busyCompletions: 10, interrupts: 10 };
/** Longer than any kernel needs that does answer. */
const patience = 2000;

/** Seconds that `work` takes. */
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
};

const repeat = async (times: number, work: (i: number) => Promise<unknown>): Promise<number[]> => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await seconds(() => work(i)));
  return all;
};

const cell = async ({ client }: Run, code: string): Promise<void> => {
  const { reply } = await client.execute(code);
  if (reply.content.status !== "ok") throw new Error(`${code}: ${reply.content.evalue}`);
};

const complete = async ({ client, peer }: Run): Promise<void> => {
  const { code, expected } = peer.dialect.complete;
  const reply = await client.request("complete_request", { code, cursor_pos: code.length }, {}, patience);
  const { matches } = reply.content as { matches: string[] };
  if (!matches.some((match) => match.endsWith(expected)))
    throw new Error(`${expected} is not among ${matches.join(", ")}`);
};

const interrupt = ({ client, kernel, peer }: Run): void => {
  if (peer.interrupt === "SIGINT") process.kill(kernel.pid, "SIGINT");
  else client.send("interrupt_request", {}, { channel: "control" });
};

/** Completions beside a busy cell, then the time its interrupt takes; an exception says that the kernel cannot. */
const besideBusyCell = async (run: Run, samples: Samples): Promise<void> => {
  for (let i = 0; i < counts.interrupts; i++) {
    const id = await startUntil(run.client, run.peer.dialect.busy);
    const completions = i === 0 ? await repeat(counts.busyCompletions, () => complete(run)).catch(() => []) : [];
    samples["completion, busy, p50"].push(...completions);
    const stop = async (): Promise<void> => {
      interrupt(run);
      await run.client.reply(id, patience);
    };
    const taken = await seconds(stop);
    await run.client.finish(id, patience);
    await cell(run, run.peer.dialect.trivial(i)); // it must live on
    samples["interrupt, p50"].push(taken);
    samples["interrupt, p95"].push(taken);
  }
};

const measureStarted = async (run: Run, samples: Samples): Promise<void> => {
  const { warmUp, trivial, declaring } = run.peer.dialect;
  await settle(run.client);
  await cell(run, warmUp);
  await repeat(counts.warmUps, (i) => cell(run, trivial(i)));
  samples["trivial cell, p50"].push(...(await repeat(counts.cells, (i) => cell(run, trivial(i)))));
  samples["declaring cell, p50"].push(...(await repeat(counts.cells, (i) => cell(run, declaring(i)))));
  await complete(run);
  samples["completion, idle, p50"].push(...(await repeat(counts.completions, () => complete(run))));
  samples.memory.push(residentBytes(run.kernel.pid) / 1e6);
  await besideBusyCell(run, samples).catch(() => undefined);
};

/** Starts the kernel of a peer, measures it, adds to the samples, and ends it. */
export const measure = async (peer: Peer, samples: Samples): Promise<void> => {
  const begin = performance.now();
  const kernel = await startKernel({ argv: peer.argv, home: peer.home });
  const client = connect(kernel);
  const since = (): number => (performance.now() - begin) / 1000;
  try {
    await client.request("kernel_info_request", {});
    samples.ready.push(since());
    await client.reply(client.start(peer.dialect.trivial(0)));
    samples["first result"].push(since());
    await measureStarted({ peer, kernel, client }, samples);
  } finally {
    client.close();
    await kernel.kill();
  }
};

export const figureOf = (samples: Samples, work: Work): number | undefined =>
  quantile(samples[work], work === "interrupt, p95" ? 0.95 : 0.5);
