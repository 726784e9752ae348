import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

/** Worker threads that run the same script, each behind a port that is asked for news: so all that answers them hangs on timers of the caller, and ends
 *  with these when a notebook cell is interrupted. */
export interface Crew<Order, News> {
  readonly size: number;
  send(worker: number, order: Order): void;
  /** The next message of a worker, if one has come. @throws what ended the worker */
  receive(worker: number): News | undefined;
  /** Ends the threads. */
  close(): void;
}

/** Starts `size` threads on a script, which finds its port in `workerData`. They do not keep the process alive. */
export const crew = <Order, News>(script: string, size: number): Crew<Order, News> => {
  const members = Array.from({ length: size }, () => {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(script, { eval: true, workerData: port2, transferList: [port2], execArgv: [] });
    const member: { worker: Worker; port: MessagePort; fault?: Error } = { worker, port: port1 };
    worker.on("error", (fault) => {
      member.fault = fault as Error;
    });
    worker.on("exit", () => {
      member.fault ??= new Error("A worker thread ended before its work was done");
    });
    worker.unref();
    return member;
  });
  return {
    size,
    send: (worker, order) => members[worker].port.postMessage(order),
    receive: (worker) => {
      const { port, fault } = members[worker];
      const found = receiveMessageOnPort(port);
      if (!found && fault) throw fault;
      return found?.message;
    },
    close: () => {
      for (const { worker, port } of members) {
        port.close();
        void worker.terminate();
      }
    },
  };
};
