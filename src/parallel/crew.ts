import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

/** Worker threads that run the same script, each behind a port that is asked for news: so all that answers them hangs on timers of the caller, and ends
 *  with these when a notebook cell is interrupted. */
export interface Crew<Order, News> {
  readonly size: number;
  send(worker: number, order: Order): void;
  /** The next message of a worker, if one has come. */
  receive(worker: number): News | undefined;
  /** Whether a worker is no more, and what it was sent is lost. */
  ended(worker: number): boolean;
  /** Lets the threads wait for the next crew, which then need not start any. */
  release(): void;
  /** Ends the threads, unless they were released. */
  close(): void;
}

/** A thread, and since when it waits for work. */
interface Member {
  readonly worker: Worker;
  ended: boolean;
  since: number;
}

/** Milliseconds after which a thread that waits is no longer called, for it may be about to end of itself. */
const FRESH = 2000;

/** Threads that wait, by their script. */
const waiting = new Map<string, Member[]>();

const started = (script: string): Member => {
  const worker = new Worker(script, { eval: true, execArgv: [] });
  const member: Member = { worker, ended: false, since: 0 };
  worker.on("error", () => {
    member.ended = true;
  });
  worker.on("exit", () => {
    member.ended = true;
  });
  worker.unref();
  return member;
};

/** A thread that waits, or a new one. */
const called = (script: string): Member => {
  const idle = waiting.get(script) ?? [];
  for (let member = idle.pop(); member; member = idle.pop()) {
    if (!member.ended && performance.now() - member.since < FRESH) return member;
    void member.worker.terminate();
  }
  return started(script);
};

/** Calls `size` threads on a script, which gets a port for each crew by a message of its `parentPort`. They do not keep the process alive. The script
 *  decides how long a thread waits; one that waits for less than two seconds may be called again. */
export const crew = <Order, News>(script: string, size: number): Crew<Order, News> => {
  const members = Array.from({ length: size }, (): Member & { port: MessagePort } => {
    const { port1, port2 } = new MessageChannel();
    const member = called(script);
    member.worker.postMessage(port2, [port2]);
    return Object.assign(member, { port: port1 });
  });
  let released = false;
  return {
    size,
    send: (worker, order) => members[worker].port.postMessage(order),
    receive: (worker) => receiveMessageOnPort(members[worker].port)?.message,
    ended: (worker) => members[worker].ended,
    release: () => {
      released = true;
      const idle = waiting.get(script) ?? [];
      for (const member of members) {
        member.port.close();
        member.since = performance.now();
      }
      waiting.set(script, [...idle, ...members]);
    },
    close: () => {
      for (const { worker, port } of released ? [] : members) {
        port.close();
        void worker.terminate();
      }
    },
  };
};
