/** Input that running cells ask for: the front end that sent the cell is asked, its reply goes to the runtime. */

import type { Order, Report } from "../runtime/messages.js";
import type { Message } from "../wire/message.js";
import type { Post, Request } from "./post.js";

export interface Questions {
  ask(question: Extract<Report, { type: "input" }>, running: Request | undefined): void;
  answer(message: Message, running: Request | undefined): void;
}

/** Replies carry no number of their question, so they answer those of the running cell in the order in which these were put. */
export const openQuestions = (post: Post, order: (order: Order) => void): Questions => {
  const open: { readonly question: number; readonly cell: string }[] = [];
  return {
    ask({ request, parent, prompt, password }, running) {
      if (running?.header.msg_id !== parent.msg_id || running.content.allow_stdin !== true) {
        const refusal =
          "input() was called where the front end cannot ask: it said allow_stdin = false, or the cell has ended";
        order({ type: "input", request, refusal });
        return;
      }
      open.push({ question: request, cell: parent.msg_id });
      post.ask(running, { prompt, password });
    },
    answer({ header, content }, running) {
      if (header.msg_type !== "input_reply") return;
      while (open.length > 0 && open[0]!.cell !== running?.header.msg_id) open.shift();
      const asked = open.shift();
      if (asked) order({ type: "input", request: asked.question, value: String(content.value ?? "") });
    },
  };
};
