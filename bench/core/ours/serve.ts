/** Answers requests as peers/serve.py does. */

import { createInterface } from "node:readline";
import type { Reply, Request } from "../program.js";

/** Prepares by parameters what is then timed. */
export type Prepare<P> = (parameters: P) => () => ArrayLike<number> | Promise<ArrayLike<number>>;

const timed = async (run: ReturnType<Prepare<never>>): Promise<Reply> => {
  const wall = performance.now();
  const processor = process.cpuUsage();
  const answer = await run();
  const { user, system } = process.cpuUsage(processor);
  return { wall: (performance.now() - wall) / 1e3, processor: (user + system) / 1e6, answer: Array.from(answer) };
};

/** `works` prepares by name. */
export const serve = async (works: Readonly<Record<string, Prepare<never>>>): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    const reply = await timed(works[request.work!]!(request as never));
    console.log(JSON.stringify(reply));
  }
};
