/** The requests that are answered at once, even while a cell computes: name, and how the content of the reply is found. */

import type { CompilerClient } from "../compiler/client.js";
import type { Comms } from "./comms.js";
import type { History } from "./history.js";
import { kernelInfo } from "./info.js";

type Content = Record<string, unknown>;
export type Answer = (content: Content) => Content | Promise<Content>;

/** A request whose content has the wrong type; the reply says so. */
export class InvalidRequest extends Error {
  override readonly name = "InvalidRequest";
}

/** The code of a request. @throws InvalidRequest when it is not text. */
export const codeOf = ({ code }: Content): string => {
  if (typeof code === "string") return code;
  throw new InvalidRequest(`code is ${JSON.stringify(code)}, expected a string`);
};

/** UTF-16 offset of a cursor position, which the protocol counts in code points; its end when it is missing. */
export const offsetOf = ({ cursor_pos }: Content, code: string): number => {
  if (cursor_pos === undefined || cursor_pos === null) return code.length;
  if (!Number.isInteger(cursor_pos)) throw new InvalidRequest(`cursor_pos is ${cursor_pos}, expected an integer`);
  return Array.from(code)
    .slice(0, Math.max(0, cursor_pos as number))
    .join("").length;
};

/** The reverse: code points before a UTF-16 offset. */
const pointsBefore = (code: string, offset: number): number => Array.from(code.slice(0, offset)).length;

export const quickRequests = (compiler: CompilerClient, history: History, comms: Comms): Record<string, Answer> => ({
  kernel_info_request: () => kernelInfo,
  comm_info_request: ({ target_name }) => ({ status: "ok", comms: comms.list(target_name) }),
  history_request: (content) => ({ status: "ok", history: history.find(content) }),
  is_complete_request: async (content) => ({ ...(await compiler.isComplete(codeOf(content))) }),
  complete_request: async (content) => {
    const code = codeOf(content);
    const { matches, start, end, types } = await compiler.complete(code, offsetOf(content, code));
    const at = (offset: number): number => pointsBefore(code, offset);
    const typed = types.map((type) => ({ ...type, start: at(type.start), end: at(type.end) }));
    const metadata = { _jupyter_types_experimental: typed };
    return { status: "ok", matches, cursor_start: at(start), cursor_end: at(end), metadata };
  },
  inspect_request: async (content) => {
    const code = codeOf(content);
    const { found, data } = await compiler.inspect(code, offsetOf(content, code));
    return { status: "ok", found, data, metadata: {} };
  },
});
