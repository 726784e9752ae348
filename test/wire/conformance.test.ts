/** The official suite, jupyter_kernel_test: every test of it runs, and passes. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterVenv } from "../setup/jupyter.js";
import { type JupyterHome, jupyterHome } from "../setup/jupyter-home.js";

const official = [
  "test_clear_output",
  "test_completion",
  "test_display_data",
  "test_error",
  "test_execute_result",
  "test_execute_stderr",
  "test_execute_stdout",
  "test_history",
  "test_inspect",
  "test_is_complete",
  "test_kernel_info",
  "test_pager",
  "test_recv_iopub_welcome_msg",
];

const venv = await jupyterVenv();

describe.skipIf(!venv)("jupyter_kernel_test", () => {
  let home: JupyterHome;
  let verdicts: Record<string, string>;

  beforeAll(async () => {
    home = jupyterHome();
    const run = promisify(execFile);
    const script = join(import.meta.dirname, "conformance.py");
    const { stdout } = await run(venv!.python, [script, "liouville"], { env: home.env, timeout: 240_000 });
    verdicts = JSON.parse(stdout.trim().split("\n").at(-1)!);
  });
  afterAll(() => home?.remove());

  test("has the 13 tests that we know of, and ran them all", () => {
    expect(Object.keys(verdicts).sort()).toEqual(official);
  });
  test.each(official)("%s", (name) => {
    expect(verdicts[name]).toBe("passed");
  });
});
