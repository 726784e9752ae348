/** From frames to requests: what is no message is dropped, what cannot be understood is answered with an error. */

import { decode, WireError } from "../wire/message.js";
import type { Post, Request } from "./post.js";
import { type Answer, InvalidRequest } from "./requests.js";
import type { Outlet } from "./sockets.js";
import type { Status } from "./status.js";

export interface Reception {
  /** Says busy, replies with what `answer` gives for the content (or with its error), says idle. */
  answer(request: Request, answer: Answer): Promise<void>;
  /** A receiver of frames that hands each request to `take`. */
  receive(take: (request: Request) => void): (frames: Buffer[], outlet: Outlet) => void;
}

/** As many signatures are remembered, so that a recorded request cannot be sent again. */
const remembered = 65_536;

/** A memory of signatures. @returns whether one is new. */
const signatures = (): ((signature: string) => boolean) => {
  const seen = new Set<string>();
  return (signature) => {
    if (signature === "") return true; // the connection has no key
    if (seen.has(signature)) return false;
    seen.add(signature);
    if (seen.size > remembered) seen.delete(seen.values().next().value!);
    return true;
  };
};

export const openReception = (post: Post, status: Status, key: string): Reception => {
  const answer = async (request: Request, find: Answer): Promise<void> => {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    status.busy(request.header);
    try {
      post.reply(request, type, { content: await find(request.content) });
    } catch (error) {
      const { name, message } = error as Error;
      post.reply(request, type, { content: { status: "error", ename: name, evalue: message, traceback: [] } });
    }
    status.idle(request.header);
  };
  const isNew = signatures();
  const take = (request: Request, handle: (request: Request) => void): void => {
    try {
      handle(request);
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      void answer(request, () => Promise.reject(error));
    }
  };
  return {
    answer,
    receive: (handle) => (frames, outlet) => {
      try {
        const request = { ...decode(frames, key), outlet };
        if (!isNew(request.signature)) throw new WireError("it was received before");
        take(request, handle);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        console.error(`liouville: a message was dropped: ${error.message}`);
      }
    },
  };
};
