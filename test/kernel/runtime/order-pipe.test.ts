import { PassThrough, Writable } from "node:stream";
import { expect, it } from "vitest";
import { receiveFrames } from "../../../kernel/runtime/frames.js";
import type { Order } from "../../../kernel/runtime/messages.js";
import { orderPipe } from "../../../kernel/runtime/order-pipe.js";

const long = { type: "input", request: 7, value: "x".repeat(300_000) } as const;
const interrupted = { type: "interrupted", id: "a" } as const;
const short = { type: "input", request: 8, value: "y" } as const;

/** What a runtime hears of the orders whose interrupt makes it drop one of the pieces of 64 kB in which the first one comes. */
const heardWithout = async (dropped: number): Promise<readonly unknown[]> => {
  const pieces: Buffer[] = [];
  const order = orderPipe(new Writable({ write: (chunk, _, done) => done(void pieces.push(chunk)) }));
  for (const one of [long, interrupted, short] as const satisfies readonly Order[]) order(one);
  const [first, ...others] = pieces;
  const parts = Array.from({ length: Math.ceil(first!.length / 65_536) }, (_, k) =>
    first!.subarray(k * 65_536, (k + 1) * 65_536),
  );
  const heard: unknown[] = [];
  const runtime = new PassThrough();
  receiveFrames(runtime, (messages) => heard.push(...messages));
  for (const piece of [...parts.filter((_, k) => k !== dropped), ...others]) runtime.write(piece);
  await new Promise((resolve) => runtime.end(resolve));
  return heard;
};

it.each([0, 1, 4])("an order that lost piece %d does not swallow those after the interrupt", async (dropped) => {
  expect(await heardWithout(dropped)).toEqual([interrupted, short]);
});

it("nothing is lost of a whole order", async () => {
  expect(await heardWithout(-1)).toEqual([long, interrupted, short]);
});
