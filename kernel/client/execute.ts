import { type ExecuteOptions, type Execution, errorOf } from "./execution.js";
import { type InterruptMode, stop } from "./interrupt.js";
import { outputArea } from "./output-area.js";
import { messageOf } from "./requests.js";
import type { Session } from "./session.js";
import { within } from "./within.js";

/** Seconds that outputs may take to come in after the reply. */
const tail = 30;

/** Answers the kernel's questions on stdin while a cell runs. */
const answer = (session: Session, parent: string, ask: NonNullable<ExecuteOptions["onInput"]>): (() => void) =>
  session.listen((channel, { header, parent: asked, content }) => {
    if (channel !== "stdin" || header.msg_type !== "input_request" || asked.msg_id !== parent) return;
    void ask(String(content.prompt ?? ""), content.password === true).then((value) =>
      session.channels.send("stdin", { ...messageOf(session.id, "input_reply", { value }), parent: header }),
    );
  });

/**
 * Executes one cell and waits for its outputs. A cell that takes longer than `timeout` is interrupted.
 * @throws KernelDied when the kernel ends meanwhile.
 */
export const execute = async (
  session: Session,
  mode: InterruptMode,
  code: string,
  options: ExecuteOptions = {},
): Promise<Execution> => {
  const { timeout, stopOnError = true, storeHistory = true, silent = false, onInput, outputs } = options;
  const request = session.open("shell", "execute_request", {
    code,
    silent,
    store_history: storeHistory,
    user_expressions: {},
    allow_stdin: onInput !== undefined,
    stop_on_error: stopOnError,
  });
  const area = outputArea(session.displays, outputs);
  session.areas.set(request.id, area);
  const unanswer = onInput ? answer(session, request.id, onInput) : undefined;
  try {
    const timely = await within(request.reply, timeout);
    if (timely === undefined) await stop(session, mode, request.reply);
    const { content } = await request.reply;
    await within(request.idle, tail);
    return {
      status: timely === undefined ? "timeout" : (content.status as Execution["status"]),
      count: Number.isInteger(content.execution_count) ? (content.execution_count as number) : null,
      outputs: area.outputs,
      ...(content.status === "error" && { error: errorOf(content) }),
    };
  } finally {
    unanswer?.();
  }
};
