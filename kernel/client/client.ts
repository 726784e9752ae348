/** A client of any Jupyter kernel, over the real protocol, without Python. */

import { execute } from "./execute.js";
import type { ExecuteOptions, Execution } from "./execution.js";
import { handshake } from "./handshake.js";
import { type InterruptMode, interrupt } from "./interrupt.js";
import type { Launch } from "./kernel-process.js";
import { messageOf } from "./requests.js";
import { type Listener, openSession, type Session } from "./session.js";
import { within } from "./within.js";

type Content = Record<string, unknown>;

export interface StartOptions extends Launch {
  /** How the kernel wants to be interrupted; `message` by default. */
  readonly interruptMode?: InterruptMode;
  /** Seconds that the kernel may take until it answers; 60 by default. */
  readonly startTimeout?: number;
  /** Hears every message of the kernel, comms among them. */
  readonly onMessage?: Listener;
}

export interface KernelClient {
  /** What the kernel said of itself: the content of `kernel_info_reply`. */
  readonly info: Content;
  /** Settles when the process has ended, with a sentence on how. */
  readonly ended: Promise<string>;
  execute(code: string, options?: ExecuteOptions): Promise<Execution>;
  /** Sends any other request; the content of its reply. */
  request(channel: "shell" | "control", type: string, content?: Content): Promise<Content>;
  /** Sends on shell what has no reply, as the messages of comms. */
  send(type: string, content: Content): Promise<void>;
  interrupt(): Promise<void>;
  /** Waits until the heartbeat has echoed. */
  beat(): Promise<void>;
  /** Asks the kernel to end and waits until it has; one that does not is killed. */
  shutdown(): Promise<void>;
  /** Ends the kernel without asking. */
  kill(): Promise<void>;
}

/** Seconds for the kernel to answer a shutdown request, and ms for its process to end afterwards. */
const goodbye = { reply: 3, exit: 2000 };

const clientOf = (session: Session, mode: InterruptMode, info: Content): KernelClient => ({
  info,
  ended: session.process.ended,
  execute: (code, options) => execute(session, mode, code, options),
  request: async (channel, type, content = {}) => (await session.open(channel, type, content).reply).content,
  send: (type, content) => session.channels.send("shell", messageOf(session.id, type, content)),
  interrupt: () => interrupt(session, mode),
  beat: () => session.channels.beat(),
  async shutdown() {
    const asked = session.open("control", "shutdown_request", { restart: false });
    await within(asked.reply, goodbye.reply).catch(() => {});
    await session.process.finish(goodbye.exit);
  },
  async kill() {
    session.process.signal("SIGKILL");
    await session.process.ended;
  },
});

/**
 * Starts a kernel from the command line of its kernelspec and waits until it answers.
 * @throws KernelDied when it ends before that, or takes longer than `startTimeout`.
 */
export const startKernel = async (options: StartOptions): Promise<KernelClient> => {
  const session = await openSession(options);
  if (options.onMessage) session.listen(options.onMessage);
  try {
    const info = await handshake(session, options.startTimeout ?? 60);
    return clientOf(session, options.interruptMode ?? "message", info);
  } catch (error) {
    session.process.signal("SIGKILL");
    await session.process.ended;
    throw error;
  }
};
