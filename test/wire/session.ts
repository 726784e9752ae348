/** A running kernel with a client that hears everything it publishes: what most wire tests begin with. */

import { type Client, connect, type Execution } from "./client.js";
import type { Json } from "./frames.js";
import { type KernelOptions, type KernelProcess, startKernel } from "./kernel-process.js";
import type { Mail } from "./mailbox.js";
import { until } from "./until.js";

export interface Session extends Client {
  readonly kernel: KernelProcess;
  end(): Promise<void>;
}

/** Waits until a client's subscription is in force: until an answer to it is also seen on iopub. */
export const settle = async (client: Client): Promise<void> => {
  const heard = async (): Promise<boolean> => {
    const id = client.send("kernel_info_request", {});
    await client.reply(id);
    const idle = ({ content }: Mail): boolean => content.execution_state === "idle";
    return client.mail.first(id, idle, "idle status", 500).then(() => true);
  };
  await until(heard, "the client hears the kernel on iopub", 60_000);
};

/** Starts a kernel and a client of it, and waits until they talk. */
export const newSession = async (options: KernelOptions = {}): Promise<Session> => {
  const kernel = await startKernel(options);
  const client = connect(kernel);
  const end = async (): Promise<void> => {
    client.close();
    await kernel.kill();
  };
  try {
    await settle(client);
  } catch (error) {
    await end();
    throw error;
  }
  return { ...client, kernel, end };
};

export const ofType = (mails: readonly Mail[], type: string): Mail[] =>
  mails.filter(({ header }) => header.msg_type === type);

/** Everything a cell wrote to a stream. */
export const streamed = (mails: readonly Mail[], name?: string): string =>
  ofType(mails, "stream")
    .filter(({ content }) => !name || content.name === name)
    .map(({ content }) => content.text)
    .join("");

/** The text form of a cell's value. */
export const resultOf = ({ iopub, reply }: Execution): string | undefined => {
  if (reply.content.status !== "ok")
    throw new Error(`the cell failed: ${reply.content.ename}: ${reply.content.evalue}`);
  return ofType(iopub, "execute_result")[0]?.content.data["text/plain"];
};

/** Runs a cell and gives the text form of its value. */
export const value = async (client: Client, code: string, content?: Json): Promise<string | undefined> =>
  resultOf(await client.execute(code, content));

/** Starts a cell and waits until it has written `text`. */
export const startUntil = async (client: Client, code: string, text = "started"): Promise<string> => {
  const id = client.start(code);
  await client.mail.first(
    id,
    ({ content }) => String(content.text ?? "").includes(text),
    `the output "${text}"`,
    60_000,
  );
  return id;
};
