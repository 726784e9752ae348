/** The kernel: requests from front ends on one side, reports of the runtime on the other. */

import { type CompilerClient, openCompiler } from "../compiler/client.js";
import { stillService } from "../figures/still.js";
import type { CommMessage } from "../runtime/host.js";
import type { Report } from "../runtime/messages.js";
import type { Connection } from "../wire/connection.js";
import { decode, type Header, WireError } from "../wire/message.js";
import { openComms } from "./comms.js";
import { crashFailure } from "./crash.js";
import { openExecutor } from "./executor.js";
import { openHistory } from "./history.js";
import { openOutputs } from "./outputs.js";
import { openPost, type Request } from "./post.js";
import { openQuestions } from "./questions.js";
import { type Answer, codeOf, InvalidRequest, quickRequests } from "./requests.js";
import { keepRuntime, type RuntimeKeeper } from "./runtime-keeper.js";
import { openSockets, type Outlet, type Sockets } from "./sockets.js";

export interface Kernel {
  interrupt(): Promise<void>;
  /** Ends runtime, compiler and sockets, and then the process. */
  shutdown(): Promise<void>;
}

type CommType = CommMessage["type"];
type Settling = Extract<Report, { type: "done" | "failed" | "abandoned" }>;

/** Starts the kernel of a connection. */
export const startKernel = async (connection: Connection): Promise<Kernel> => {
  let sockets: Sockets;
  const post = openPost(() => sockets, connection.key);
  const still = stillService();
  const outputs = openOutputs(post, still);
  const history = openHistory();
  const comms = openComms();
  const hearing = new Map<string, Header>();
  const compiler: CompilerClient = openCompiler(process.cwd());
  const questions = openQuestions(post, () => runtime);
  let lastParent: Partial<Header> = {};

  const status = (parent: Partial<Header>, state: string): void =>
    outputs.publish(parent, "status", { content: { execution_state: state } });
  /** Idle after a request answered beside a running cell; front ends then take the whole kernel for idle, so busy is said again. */
  const idle = (parent: Header): void => {
    status(parent, "idle");
    const running = executor.running();
    if (running) status(running.header, "busy");
  };

  const report = (message: Report): void => {
    if (message.type === "publish") {
      const { parent, message: type, content, metadata, buffers } = message;
      comms.note(type, content);
      outputs.publish(parent ?? lastParent, type, { content, metadata, buffers });
    } else if (message.type === "comm-done") heard(message.id);
    else if (message.type === "input") questions.ask(message, executor.running());
    else if (message.type === "stray") void strayError(message);
    else if (message.type !== "ready") executor.settle(message satisfies Settling);
  };
  const strayError = async ({ parent, error }: Extract<Report, { type: "stray" }>): Promise<void> => {
    const { traceback } = await compiler.traceback(error);
    outputs.publish(parent ?? lastParent, "stream", { content: { name: "stderr", text: `${traceback.join("\n")}\n` } });
  };
  const heard = (id: string): void => {
    const parent = hearing.get(id);
    hearing.delete(id);
    if (parent) idle(parent);
  };

  const runtime: RuntimeKeeper = keepRuntime({
    report,
    raw: (name, text) => outputs.publish(executor.running()?.header ?? lastParent, "stream", { content: { name, text } }),
    death: (death, killed) => {
      compiler.reset();
      const failure = crashFailure(death, killed);
      for (const comm_id of comms.clear()) outputs.publish(lastParent, "comm_close", { content: { comm_id, data: {} } });
      for (const id of [...hearing.keys()]) heard(id);
      const text = `${failure.traceback.join("\n")}\n`;
      if (!executor.fail(failure)) outputs.publish(lastParent, "stream", { content: { name: "stderr", text } });
    },
  });
  const executor = openExecutor({ post, outputs, compiler, runtime, history });

  const execute = (request: Request): void => {
    lastParent = request.header;
    codeOf(request.content);
    executor.enqueue(request);
  };
  const hearComm = ({ header, metadata, buffers, content }: Request): void => {
    const type = header.msg_type as CommType;
    status(header, "busy");
    if (type !== "comm_open" && !comms.has(content.comm_id)) return idle(header);
    comms.note(type, content);
    hearing.set(header.msg_id, header);
    const data = (content.data ?? {}) as Record<string, unknown>;
    const comm_id = String(content.comm_id);
    const target = typeof content.target_name === "string" ? { target_name: content.target_name } : {};
    const message: CommMessage = { type, comm_id, ...target, data, metadata, buffers: buffers.map((b) => new Uint8Array(b)) };
    runtime.order({ type: "comm", parent: header, message });
  };

  const replyType = (request: Request): string => request.header.msg_type.replace(/_request$/, "_reply");
  const refuse = (request: Request, error: unknown): void => {
    const { name, message } = error as Error;
    const content = { status: "error", ename: name, evalue: message, traceback: [] };
    post.reply(request, replyType(request), { content });
  };
  /** Busy, the reply, idle. */
  const answered = async (request: Request, answer: Answer): Promise<void> => {
    status(request.header, "busy");
    try {
      post.reply(request, replyType(request), { content: await answer(request.content) });
    } catch (error) {
      refuse(request, error);
    }
    idle(request.header);
  };

  const quick = quickRequests(compiler, history, comms);
  const control: Record<string, Answer> = {
    kernel_info_request: quick.kernel_info_request!,
    interrupt_request: async () => {
      await executor.interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ restart }) => ({ status: "ok", restart: restart === true }),
  };

  const onShell = (request: Request): void => {
    const type = request.header.msg_type;
    if (type === "execute_request") execute(request);
    else if (type === "comm_open" || type === "comm_msg" || type === "comm_close") hearComm(request);
    else if (type in quick) void answered(request, quick[type]!);
    else if (type === "shutdown_request") onControl(request);
  };
  const onControl = (request: Request): void => {
    const type = request.header.msg_type;
    const known = Object.hasOwn(control, type);
    if (!known) return;
    void answered(request, control[type]!).then(() => (type === "shutdown_request" ? shutdown() : undefined));
  };

  /** Hands over what is a message; drops what is none, and answers what cannot be understood. */
  const receiving = (take: (request: Request) => void, outlet: () => Outlet) => (frames: Buffer[]) => {
    try {
      const request: Request = { ...decode(frames, connection.key), outlet: outlet() };
      try {
        take(request);
      } catch (error) {
        if (!(error instanceof InvalidRequest)) throw error;
        void answered(request, () => Promise.reject(error));
      }
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      console.error(`liouville: a message was dropped: ${error.message}`);
    }
  };

  const shutdown = async (): Promise<void> => {
    runtime.close();
    still.close();
    await outputs.drained();
    await Promise.all([sockets.shell.flushed(), sockets.control.flushed(), sockets.iopub.flushed()]);
    sockets.close();
    setTimeout(() => process.exit(), 50); // lets ZeroMQ hand over what it holds
  };

  sockets = await openSockets(connection, {
    shell: receiving(onShell, () => sockets.shell),
    control: receiving(onControl, () => sockets.control),
    stdin: receiving((request) => questions.answer(request), () => sockets.stdin),
    subscribed: (topic) => post.welcome(topic),
  });
  status({}, "starting");
  return { interrupt: () => executor.interrupt(), shutdown };
};
