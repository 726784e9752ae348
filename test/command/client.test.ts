/** The client against two kernels: our own, and ipykernel, which knows nothing of us. */

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type KernelClient, type StartOptions, startKernel } from "../../kernel/client/client.js";
import { KernelDied } from "../../kernel/client/kernel-process.js";
import { ourKernel } from "../../kernel/spec/kernelspec.js";
import { jupyterVenv } from "../setup/jupyter.js";
import { folder } from "./folder.js";

const venv = await jupyterVenv();

interface Dialect {
  readonly start: StartOptions;
  readonly print: (text: string) => string;
  readonly sum: string;
  readonly raise: string;
  readonly loop: string;
  readonly ask: string;
  readonly exit: string;
  readonly errorName: string;
}

const ours: Dialect = {
  start: ourKernel(),
  print: (text) => `console.log(${JSON.stringify(text)})`,
  sum: "1 + 2",
  raise: "throw new RangeError('far')",
  loop: "while (true) {}",
  ask: "await input('name? ')",
  exit: "process.kill(process.ppid, 'SIGKILL'); await new Promise(() => {})",
  errorName: "RangeError",
};

const python: Dialect = {
  start: { argv: [venv?.python ?? "", "-m", "ipykernel_launcher", "-f", "{connection_file}"], interruptMode: "signal" },
  print: (text) => `print(${JSON.stringify(text)})`,
  sum: "1 + 2",
  raise: "raise ValueError('far')",
  loop: "while True: pass",
  ask: "input('name? ')",
  exit: "import os; os._exit(3)",
  errorName: "ValueError",
};

const kernels: [string, Dialect, boolean][] = [
  ["our kernel", ours, true],
  ["ipykernel", python, venv !== undefined],
];

describe.each(kernels.filter(([, , there]) => there))("with %s the client", (_, dialect) => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await startKernel(dialect.start);
  });
  afterAll(() => kernel?.shutdown());

  test("learns what it talks to, and hears its heart", async () => {
    expect(kernel.info).toMatchObject({ status: "ok", language_info: { name: expect.any(String) } });
    await kernel.beat();
  });

  test("executes, and counts", async () => {
    const one = await kernel.execute(`${dialect.print("a")}\n${dialect.sum}`);
    expect(one).toMatchObject({ status: "ok", count: expect.any(Number) });
    expect(one.outputs).toMatchObject([
      { output_type: "stream", name: "stdout", text: "a\n" },
      { output_type: "execute_result", execution_count: one.count, data: { "text/plain": "3" } },
    ]);
    expect((await kernel.execute(dialect.sum)).count).toBe(one.count! + 1);
    expect((await kernel.execute(dialect.sum, { silent: true })).outputs).toEqual([]);
  });

  test("reports errors", async () => {
    const { status, error, outputs } = await kernel.execute(dialect.raise);
    expect(status).toBe("error");
    expect(error).toMatchObject({ ename: dialect.errorName, evalue: "far" });
    expect(outputs).toMatchObject([{ output_type: "error", ename: dialect.errorName }]);
  });

  test("aborts what is queued behind an error, unless told otherwise", async () => {
    const run = async (stopOnError: boolean) => {
      const queued = [dialect.raise, dialect.sum].map((code) => kernel.execute(code, { stopOnError }));
      return (await Promise.all(queued)).map(({ status }) => status);
    };
    expect(await run(false)).toEqual(["error", "ok"]);
    expect(await run(true)).toEqual(["error", "aborted"]);
  });

  test("interrupts a cell after its time, and another on demand; the kernel goes on", async () => {
    expect((await kernel.execute(dialect.loop, { timeout: 0.3 })).status).toBe("timeout");
    const looping = kernel.execute(dialect.loop);
    setTimeout(() => void kernel.interrupt(), 300);
    expect((await looping).status).toBe("error");
    expect((await kernel.execute(dialect.sum)).status).toBe("ok");
  });

  test("answers questions, or says that there is nobody to ask", async () => {
    const asked: [string, boolean][] = [];
    const onInput = async (prompt: string, password: boolean) => {
      asked.push([prompt, password]);
      return "Ada";
    };
    const { outputs } = await kernel.execute(dialect.ask, { onInput });
    expect(outputs).toMatchObject([{ data: { "text/plain": "'Ada'" } }]);
    expect(asked).toEqual([["name? ", false]]);
    expect((await kernel.execute(dialect.ask)).status).toBe("error");
  });

  test("asks for completions while nothing runs", async () => {
    const reply = await kernel.request("shell", "complete_request", { code: "prin", cursor_pos: 4 });
    expect(reply.status).toBe("ok");
  });
});

describe.each(kernels.filter(([, , there]) => there))("the process of %s", (_, dialect) => {
  const runtime = () => {
    const dir = folder();
    const before = process.env.JUPYTER_RUNTIME_DIR;
    process.env.JUPYTER_RUNTIME_DIR = dir;
    onTestFinished(() => {
      if (before === undefined) delete process.env.JUPYTER_RUNTIME_DIR;
      else process.env.JUPYTER_RUNTIME_DIR = before;
    });
    return dir;
  };
  const connectionFiles = (dir: string) => readdirSync(dir).filter((name) => name.startsWith("kernel-"));

  test("has a connection file for the user alone while it lives", async () => {
    const dir = runtime();
    const kernel = await startKernel(dialect.start);
    const [file] = connectionFiles(dir);
    expect(statSync(join(dir, file)).mode & 0o077).toBe(0);
    await kernel.shutdown();
    expect(await kernel.ended).toMatch(/^the kernel ended with/);
    expect(connectionFiles(dir)).toEqual([]);
  });

  test("is missed at once when it dies in a cell; what it said is kept", async () => {
    runtime();
    const kernel = await startKernel(dialect.start);
    const outputs: never[] = [];
    await kernel.execute(dialect.print("last"), { outputs });
    await expect(kernel.execute(dialect.exit)).rejects.toThrow(KernelDied);
    await expect(kernel.execute(dialect.sum)).rejects.toThrow(KernelDied);
    expect(outputs).toMatchObject([{ text: "last\n" }]);
  });
});

test("a kernel that does not start is told with its last words", async () => {
  await expect(startKernel({ argv: ["/nowhere/kernel"] })).rejects.toThrow("/nowhere/kernel could not be started");
  const grumble = "console.error('no licence'); process.exit(4)";
  await expect(startKernel({ argv: [process.execPath, "-e", grumble] })).rejects.toThrow(
    "the kernel ended with exit status 4\nno licence",
  );
});

test("a kernel that says nothing is given up and ended", async () => {
  const dir = folder();
  const code = `require("fs").writeFileSync(${JSON.stringify(join(dir, "pid"))}, String(process.pid)); setInterval(() => {}, 1e3)`;
  const silent = startKernel({ argv: [process.execPath, "-e", code], startTimeout: 1 });
  await expect(silent).rejects.toThrow("did not answer within 1 s");
  expect(existsSync(join(dir, "pid"))).toBe(true);
});
