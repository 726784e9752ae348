/** Input that running cells ask for: the front end that sent the cell is asked, its reply goes to the runtime. */

import type { Order, Report } from "../runtime/messages.js";
import type { Message } from "../wire/message.js";
import type { Post, Request } from "./post.js";

export interface Questions {
  ask(question: Extract<Report, { type: "input" }>, running: Request | undefined): void;
  answer(message: Message): void;
}

/** Replies carry no number of their question, so they answer the questions in the order in which these were put. */
export const openQuestions = (post: Post, order: (order: Order) => void): Questions => {
  const open: number[] = [];
  return {
    ask({ request, parent, prompt, password }, running) {
      if (running?.header.msg_id !== parent.msg_id || running.content.allow_stdin !== true) {
        const refusal =
          "input() was called where the front end cannot ask: it said allow_stdin = false, or the cell has ended";
        order({ type: "input", request, refusal });
        return;
      }
      open.push(request);
      post.ask(running, { prompt, password });
    },
    answer({ header, content }) {
      const request = header.msg_type === "input_reply" ? open.shift() : undefined;
      if (request !== undefined) order({ type: "input", request, value: String(content.value ?? "") });
    },
  };
};
