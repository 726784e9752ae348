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
  receive(take: (request: Request) => void, outlet: () => Outlet): (frames: Buffer[]) => void;
}

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
    receive: (handle, outlet) => (frames) => {
      try {
        take({ ...decode(frames, key), outlet: outlet() }, handle);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        console.error(`liouville: a message was dropped: ${error.message}`);
      }
    },
  };
};
