/** The kernel: requests of front ends on one side, reports of the runtime on the other. */

import { openCompiler } from "../compiler/client.js";
import { stillService } from "../figures/still.js";
import type { Connection } from "../wire/connection.js";
import type { Header } from "../wire/message.js";
import { isComm, openComms } from "./comms.js";
import { openExecutor } from "./executor.js";
import { openHistory } from "./history.js";
import { openJobs } from "./job.js";
import { openOutputs } from "./outputs.js";
import { openPost, type Request } from "./post.js";
import { openQuestions } from "./questions.js";
import { openReception } from "./reception.js";
import { hearReports } from "./reports.js";
import { type Answer, codeOf, quickRequests } from "./requests.js";
import { keepRuntime } from "./runtime-keeper.js";
import { openSockets } from "./sockets.js";
import { openStatus } from "./status.js";

export interface Kernel {
  interrupt(): Promise<void>;
  /** Ends runtime, compiler and sockets, and then the process. */
  shutdown(): Promise<void>;
}

/** Time (ms) for ZeroMQ to hand over what it holds before the process ends. */
const farewell = 50;

/** Everything behind the sockets. */
const openDesks = (post: ReturnType<typeof openPost>, key: string) => {
  let lastParent: Partial<Header> = {};
  const still = stillService();
  const outputs = openOutputs(post, still);
  const compiler = openCompiler(process.cwd());
  const history = openHistory();
  const status = openStatus(outputs, () => jobs.running()?.header);
  const comms = openComms(outputs, status, (order) => runtime.order(order));
  const questions = openQuestions(post, (order) => runtime.order(order));
  const runtime = keepRuntime(
    hearReports({
      outputs,
      compiler,
      comms: () => comms,
      jobs: () => jobs,
      questions: () => questions,
      lastParent: () => lastParent,
    }),
  );
  // A notebook that imports the library will draw: what makes its static images takes a second to start.
  const foresee = (modules: readonly string[]): void => (modules.includes("liouville") ? still.warm() : undefined);
  const jobs = openJobs({ compiler, runtime, foresee });
  const enqueue = openExecutor({ post, outputs, compiler, jobs, history });
  const reception = openReception(post, status, key);
  const execute = (request: Request): void => {
    codeOf(request.content);
    lastParent = request.header;
    enqueue(request);
  };
  const quick = quickRequests(compiler, history, comms);
  return { still, outputs, runtime, jobs, reception, questions, comms, quick, execute };
};

/** Binds the sockets of the connection and serves them. */
export const startKernel = async (connection: Connection): Promise<Kernel> => {
  const sockets = await openSockets(connection);
  const post = openPost(sockets, connection.key);
  const { still, outputs, runtime, jobs, reception, questions, comms, quick, execute } = openDesks(
    post,
    connection.key,
  );

  const shutdown = async (): Promise<void> => {
    runtime.close();
    await outputs.drained();
    still.close();
    await Promise.all([sockets.shell.flushed(), sockets.control.flushed(), sockets.iopub.flushed()]);
    sockets.close();
    setTimeout(() => process.exit(), farewell);
  };
  const answers: Record<string, Answer> = {
    ...quick,
    interrupt_request: async () => {
      await jobs.interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ restart }) => ({ status: "ok", restart: restart === true }),
  };
  const handle = async (request: Request): Promise<void> => {
    const type = request.header.msg_type;
    if (Object.hasOwn(answers, type)) await reception.answer(request, answers[type]!);
    if (type === "shutdown_request") await shutdown();
  };
  const take = (request: Request): void => {
    const type = request.header.msg_type;
    if (type === "execute_request") execute(request);
    else if (isComm(type)) comms.hear(request);
    else void handle(request);
  };

  sockets.listen({
    shell: reception.receive(take),
    control: reception.receive(take),
    stdin: reception.receive((request) => questions.answer(request, jobs.running())),
    subscribed: (topic) => post.welcome(topic),
  });
  outputs.publish({}, "status", { content: { execution_state: "starting" } });
  return { interrupt: () => jobs.interrupt(), shutdown };
};
