/** What has come in, kept in order and by the request it answers, with promises for what is still to come. */

import type { WireMessage } from "./frames.js";
import type { Channel } from "./kernel-process.js";

export interface Mail extends WireMessage {
  readonly channel: Channel;
}

type Wanted = (mail: Mail) => boolean;

interface Waiter {
  readonly wanted: Wanted;
  readonly settle: (mail: Mail) => void;
  readonly fail: (error: Error) => void;
}

export interface Mailbox {
  /** Everything that came, in order. */
  readonly all: readonly Mail[];
  /** Everything that came in answer to a request, in order. */
  of(request: string): readonly Mail[];
  put(mail: Mail): void;
  /** The first message so wanted, among those in answer to a request (or among all), come or to come. */
  first(request: string | undefined, wanted: Wanted, what: string, ms: number): Promise<Mail>;
  /** Fails everything awaited, now and later. */
  shut(error: Error): void;
}

const summary = (mails: readonly Mail[]): string =>
  mails
    .slice(-12)
    .map(({ channel, header, content }) => `  ${channel} ${header.msg_type} ${JSON.stringify(content).slice(0, 300)}`)
    .join("\n");

/** An empty mailbox. */
export const mailbox = (): Mailbox => {
  const all: Mail[] = [];
  const answers = new Map<string | undefined, Mail[]>();
  const waiters = new Map<string | undefined, Set<Waiter>>();
  let shutBy: Error | undefined;
  const of = (request: string | undefined): Mail[] => (request === undefined ? all : (answers.get(request) ?? []));
  const offer = (key: string | undefined, mail: Mail): void => {
    for (const waiter of [...(waiters.get(key) ?? [])]) if (waiter.wanted(mail)) waiter.settle(mail);
  };
  const put = (mail: Mail): void => {
    const key = mail.parent.msg_id as string | undefined;
    all.push(mail);
    if (key !== undefined) {
      const same = answers.get(key);
      if (same) same.push(mail);
      else answers.set(key, [mail]);
      offer(key, mail);
    }
    offer(undefined, mail);
  };
  const toCome = (key: string | undefined, wanted: Wanted, what: string, ms: number): Promise<Mail> =>
    new Promise((resolve, reject) => {
      const set = waiters.get(key) ?? new Set<Waiter>();
      waiters.set(key, set);
      const end = (act: () => void): void => {
        clearTimeout(timer);
        set.delete(waiter);
        if (set.size === 0) waiters.delete(key);
        act();
      };
      const late = (): Error => new Error(`no ${what} within ${ms} ms; what came:\n${summary(of(key))}`);
      const waiter: Waiter = {
        wanted,
        settle: (mail) => end(() => resolve(mail)),
        fail: (error) => end(() => reject(error)),
      };
      const timer = setTimeout(() => waiter.fail(late()), ms);
      set.add(waiter);
    });
  const first: Mailbox["first"] = async (request, wanted, what, ms) => {
    const come = of(request).find(wanted);
    if (come) return come;
    if (shutBy) throw shutBy;
    return toCome(request, wanted, what, ms);
  };
  const shut = (error: Error): void => {
    shutBy = error;
    for (const set of [...waiters.values()]) for (const waiter of [...set]) waiter.fail(error);
  };
  return { all, of, put, first, shut };
};
