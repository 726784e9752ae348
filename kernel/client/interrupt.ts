import type { Session } from "./session.js";
import { within } from "./within.js";

export type InterruptMode = "message" | "signal";

/** Seconds in which a kernel should have acknowledged an interrupt. */
const patience = 5;

/** Interrupts what the kernel computes, in the way that its kernelspec asks for. */
export const interrupt = async (session: Session, mode: InterruptMode): Promise<void> => {
  if (mode === "signal") session.process.signal("SIGINT");
  else await within(session.open("control", "interrupt_request", {}).reply, patience);
};

/** Interrupts until `settled`: twice, then the process is killed (`settled` then fails with KernelDied). */
export const stop = async (session: Session, mode: InterruptMode, settled: Promise<unknown>): Promise<void> => {
  const stopped = settled.then(() => true);
  for (let press = 0; press < 2; press++) {
    await interrupt(session, mode);
    if (await within(stopped, patience)) return;
  }
  session.process.signal("SIGKILL");
  await stopped;
};
