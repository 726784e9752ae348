import type { Message } from "../wire/message.js";
import { KernelDied } from "./kernel-process.js";
import type { Session } from "./session.js";
import { within } from "./within.js";

/** Seconds after which the question is put again: what a kernel publishes before iopub is connected is lost. */
const patience = 0.25;

/**
 * Asks for `kernel_info` until the kernel has answered and been heard on iopub as well.
 * @throws KernelDied when it ends, or does not answer in time.
 */
export const handshake = async (session: Session, seconds: number): Promise<Record<string, unknown>> => {
  const deadline = Date.now() + seconds * 1000;
  const first = session.open("shell", "kernel_info_request", {});
  const reply: Message | undefined = await within(first.reply, seconds);
  if (reply === undefined) throw new KernelDied(`the kernel did not answer within ${seconds} s`);
  let asked = first;
  while (
    (await within(
      asked.idle.then(() => true),
      patience,
    )) === undefined
  ) {
    if (Date.now() > deadline)
      throw new KernelDied(`the kernel answers on shell but is silent on iopub for ${seconds} s`);
    asked = session.open("shell", "kernel_info_request", {});
  }
  return reply.content;
};
