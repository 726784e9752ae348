/** What the runtime reports, and what is said when it dies. */

import type { CompilerClient } from "../compiler/client.js";
import type { Report } from "../runtime/messages.js";
import type { Header } from "../wire/message.js";
import type { Comms } from "./comms.js";
import { crashFailure } from "./crash.js";
import type { Jobs } from "./job.js";
import type { Outputs } from "./outputs.js";
import type { Questions } from "./questions.js";
import type { Listeners } from "./runtime-keeper.js";

export interface Desks {
  readonly outputs: Outputs;
  readonly compiler: CompilerClient;
  comms(): Comms;
  jobs(): Jobs;
  questions(): Questions;
  /** The request that was executed last: what belongs to no cell is shown there. */
  lastParent(): Partial<Header>;
}

/** The kernel's ears towards the runtime. */
export const hearReports = ({ outputs, compiler, comms, jobs, questions, lastParent }: Desks): Listeners => {
  const stream = (parent: Partial<Header>, name: string, text: string): void =>
    outputs.publish(parent, "stream", { content: { name, text } });
  const published = ({ parent, message, content, metadata, buffers }: Extract<Report, { type: "publish" }>): void => {
    comms().note(message, content);
    outputs.publish(parent ?? lastParent(), message, { content, metadata, buffers });
  };
  const stray = async ({ parent, error }: Extract<Report, { type: "stray" }>): Promise<void> => {
    const { traceback } = await compiler.traceback(error).catch(() => ({ traceback: [error.stack || error.message] }));
    stream(parent ?? lastParent(), "stderr", `${traceback.join("\n")}\n`);
  };
  return {
    report: (report) => {
      if (report.type === "publish") published(report);
      else if (report.type === "stray") void stray(report);
      else if (report.type === "comm-done") comms().heard(report.id);
      else if (report.type === "input") questions().ask(report, jobs().running());
      else if (report.type !== "ready") jobs().settle(report);
      if (report.type === "abandoned") comms().abandon();
    },
    raw: (name, text) => stream(jobs().running()?.header ?? lastParent(), name, text),
    death: (death, killed) => {
      const failure = crashFailure(death, killed);
      compiler.reset();
      comms().close(lastParent());
      if (!jobs().fail(failure)) stream(lastParent(), "stderr", `${failure.traceback.join("\n")}\n`);
    },
  };
};
