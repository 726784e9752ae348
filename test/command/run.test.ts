import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { CodeCell, Notebook } from "../../kernel/notebook/format.js";
import { readNotebook } from "../../kernel/notebook/read.js";
import { writeNotebook } from "../../kernel/notebook/write.js";
import { code, markdown, notebook } from "../kernel/notebook/notebooks.js";
import { folder } from "./folder.js";
import { liouville } from "./liouville.js";

const place = (content: Notebook, name = "a.ipynb"): string => {
  const dir = folder();
  writeNotebook(join(dir, name), content);
  return dir;
};

const cellsOf = (path: string) => readNotebook(path).cells as CodeCell[];
const textOf = ({ outputs }: CodeCell) =>
  outputs.map((o) => ("text" in o ? o.text : "data" in o ? o.data["text/plain"] : `${o.ename}: ${o.evalue}`)).join("");

const sum = notebook(
  markdown("# Sum"),
  code("const kT = 1.5;", ["parameters"]),
  code("console.log('kT is', kT);\nkT * 2"),
);

test("run executes and writes the notebook beside the original, without times of execution", async () => {
  const dir = place({ ...sum, cells: sum.cells.map((c) => ({ ...c, metadata: { ...c.metadata, execution: {} } })) });
  const { status, stdout, stderr } = await liouville(["run", "a.ipynb"], { cwd: dir });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^✓ a\.ipynb · .* s\n {2}→ a\.executed\.ipynb\n$/),
  });
  expect(stderr).toMatch(/^\[1\/2\] cell 2 · .*\n\[2\/2\] cell 3 · .* s, about .* s left · console\.log/);
  const executed = readNotebook(join(dir, "a.executed.ipynb"));
  const [, first, second] = executed.cells as CodeCell[];
  expect([first.execution_count, second.execution_count]).toEqual([1, 2]);
  expect(second.outputs).toEqual([
    { output_type: "stream", name: "stdout", text: "kT is 1.5\n" },
    { output_type: "execute_result", execution_count: 2, data: { "text/plain": "3" }, metadata: {} },
  ]);
  expect(executed.metadata).toMatchObject({ kernelspec: { name: "liouville" }, language_info: { name: "typescript" } });
  expect(executed.cells.some(({ metadata }) => "execution" in metadata)).toBe(false);
});

test("--html writes a page as well, and says where it is", async () => {
  const dir = place(sum);
  const { status, stdout } = await liouville(["run", "a.ipynb", "--html"], { cwd: dir });
  expect(status).toBe(0);
  expect(stdout).toContain(`  → a.html   ${pathToFileURL(join(dir, "a.html"))}\n`);
  const page = readFileSync(join(dir, "a.html"), "utf8");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain("<title>Sum</title>");
  expect(page).toContain("kT is 1.5");
});

test("two runs write the same bytes", async () => {
  const dir = place(notebook(code("[1, 2].map((x) => x ** 0.5)"), code("new Map([['a', 1]])")));
  await liouville(["run", "a.ipynb", "-o", "b.ipynb"], { cwd: dir });
  await liouville(["run", "a.ipynb", "-o", "c.ipynb"], { cwd: dir });
  expect(readNotebook(join(dir, "b.ipynb"))).toEqual(readNotebook(join(dir, "c.ipynb")));
});

test("parameters come from the command line, and before that from a file", async () => {
  const dir = place(
    notebook(code("const kT = 1, name = '', grid = [0];", ["parameters"]), code("console.log(kT, name, grid)")),
  );
  writeFileSync(join(dir, "p.json"), '{"kT": 7, "grid": [1, 2]}');
  const { status, stdout } = await liouville(
    ["run", "a.ipynb", "-f", "p.json", "-p", "kT=2.5", "-p", "name=a b", "-p", "nmae=1", "-o", "out.ipynb"],
    { cwd: dir },
  );
  expect(status, stdout).toBe(0);
  expect(stdout).toContain("the parameters cell of a.ipynb does not mention nmae");
  const [, injected, shown] = cellsOf(join(dir, "out.ipynb"));
  expect(injected.metadata.tags).toEqual(["injected-parameters"]);
  expect(textOf(shown)).toBe("2.5 a b [ 1, 2 ]\n");
});

test("a cell bears the number it has in the notebook, also where a cell of parameters comes before it", async () => {
  const dir = place(
    notebook(markdown("m"), code("const kT = 1;", ["parameters"]), code("throw new Error(String(kT))")),
  );
  const { stdout, stderr } = await liouville(["run", "a.ipynb", "-p", "kT=2.5"], { cwd: dir });
  expect(stdout).toMatch(/^✗ a\.ipynb · cell 3 \(In\[3\]\), line 1: Error: 2\.5\n/);
  expect(stderr).toMatch(/^\[1\/3\] cell 2 .*\n\[2\/3\] the cell of the parameters .*\n\[3\/3\] cell 3 /);
});

test("an error ends the run with cell, line and error, and what was done is written", async () => {
  const dir = place(
    notebook(code("const a = 1;"), code("const b = 2;\nthrow new RangeError('too far')"), code("3", [], [])),
  );
  const { status, stdout } = await liouville(["run", "a.ipynb"], { cwd: dir });
  expect(status).toBe(1);
  expect(stdout).toContain("✗ a.ipynb · cell 2 (In[2]), line 2: RangeError: too far");
  const [one, two, three] = cellsOf(join(dir, "a.executed.ipynb"));
  expect([one, two, three].map(({ execution_count }) => execution_count)).toEqual([1, 2, null]);
  expect(textOf(two)).toBe("RangeError: too far");
});

test("a type error is told with its line, and nothing of the cell runs", async () => {
  const dir = place(notebook(code("console.log('ran');\nconst s: string = 5;")));
  const { status, stdout } = await liouville(["run", "a.ipynb"], { cwd: dir });
  expect(status).toBe(1);
  expect(stdout).toMatch(/cell 1 \(In\[1\]\), line 2: .*number.*string/);
  expect(textOf(cellsOf(join(dir, "a.executed.ipynb"))[0])).not.toContain("ran\n");
});

test("errors are gone past where they are allowed; skipped cells keep their outputs", async () => {
  const old = { output_type: "stream", name: "stdout", text: "kept" } as const;
  const raising = code("throw new Error('meant')", ["raises-exception"]);
  const dir = place(notebook(raising, code("nonsense(", ["skip-execution"], [old]), code(" "), code("1 + 1")));
  expect((await liouville(["run", "a.ipynb"], { cwd: dir })).status).toBe(0);
  const [one, two, , four] = cellsOf(join(dir, "a.executed.ipynb"));
  expect([textOf(one), textOf(two), textOf(four)]).toEqual(["Error: meant", "kept", "2"]);

  const bad = place(notebook(code("throw new Error('a')"), code("1 + 1")));
  const { status, stdout } = await liouville(["run", "a.ipynb", "--allow-errors"], { cwd: bad });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^✓ a\.ipynb · [^·]* · 1 cell failed\n/);
  expect(textOf(cellsOf(join(bad, "a.executed.ipynb"))[1])).toBe("2");
});

test("a cell that takes too long is interrupted", async () => {
  const dir = place(notebook(code("1"), code("console.log('before');\nwhile (true) {}"), code("1")));
  const { status, stdout } = await liouville(["run", "a.ipynb", "--timeout", "5"], { cwd: dir });
  expect(status).toBe(1);
  expect(stdout).toContain("took longer than 5 s and was interrupted");
  expect(textOf(cellsOf(join(dir, "a.executed.ipynb"))[1])).toContain("before");
});

test("Ctrl-C interrupts the cell, writes what there is, and exits with 130", async () => {
  const dir = place(notebook(code("console.log('done')"), code("while (true) {}"), code("3")));
  let pressed = false;
  const { status, stdout } = await liouville(["run", "a.ipynb"], {
    cwd: dir,
    watch: (child, said) => {
      if (pressed || !said.includes("cell 2")) return;
      pressed = true;
      setTimeout(() => child.kill("SIGINT"), 300);
    },
  });
  expect(status).toBe(130);
  expect(stdout).toContain("cell 2 (In[2])");
  expect(stdout).toContain("interrupted");
  expect(textOf(cellsOf(join(dir, "a.executed.ipynb"))[0])).toBe("done\n");
});

test("--check agrees with what was stored, and shows what differs", async () => {
  const source = "console.log('mean', scale * 0.1234567);\nscale";
  const dir = place(notebook(code("const scale = 1;", ["parameters"]), code(source)));
  expect((await liouville(["run", "a.ipynb", "-i"], { cwd: dir })).status).toBe(0);
  const agreed = await liouville(["run", "a.ipynb", "--check"], { cwd: dir });
  expect(agreed.stdout).toMatch(/^✓ a\.ipynb · .*outputs as stored\n$/);
  expect(readdirSync(dir)).toEqual(["a.ipynb"]);

  const stored = cellsOf(join(dir, "a.ipynb"));
  const edited = stored.map((c, i) => (i === 0 ? { ...c, source: "const scale = 1.0001;" } : c));
  writeNotebook(join(dir, "b.ipynb"), { ...readNotebook(join(dir, "a.ipynb")), cells: edited });
  const differs = await liouville(["run", "b.ipynb", "--check"], { cwd: dir });
  expect(differs.status).toBe(1);
  expect(differs.stdout).toContain("cell 2, stdout\n    - mean 0.1234567\n    + mean 0.12346904567");
  expect((await liouville(["run", "b.ipynb", "--check", "--rtol", "1e-3"], { cwd: dir })).status).toBe(0);
});

test("several notebooks each run in their own folder and kernel; the summary names those that failed", async () => {
  const dir = folder();
  for (const name of ["one", "two"]) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, "data.txt"), name);
    const read = code("import { readFileSync } from 'node:fs';\nreadFileSync('data.txt', 'utf8')");
    writeNotebook(join(dir, name, `${name}.ipynb`), notebook(read, code(name === "one" ? "const own = 1" : "own")));
  }
  const { status, stdout } = await liouville(["run", "one/one.ipynb", "two/two.ipynb", "-o", "out"], { cwd: dir });
  expect(status).toBe(1);
  expect(stdout).toMatch(/1 of 2 notebooks ran in .*; failed: two\/two\.ipynb\n$/);
  expect(textOf(cellsOf(join(dir, "out", "one.ipynb"))[0])).toBe("'one'");
  expect(existsSync(join(dir, "out", "two.ipynb"))).toBe(true);
});

test("a kernel that dies is told, and what was done is written", async () => {
  const dir = place(
    notebook(code("console.log('first')"), code("process.kill(process.ppid, 'SIGKILL');\nawait new Promise(() => {})")),
  );
  const { status, stdout } = await liouville(["run", "a.ipynb"], { cwd: dir });
  expect(status).toBe(1);
  expect(stdout).toContain("cell 2: the kernel ended with SIGKILL");
  expect(textOf(cellsOf(join(dir, "a.executed.ipynb"))[0])).toBe("first\n");
});

test.each([
  [["run"], 2, "run needs a notebook"],
  [["run", "a.ipynb", "--chek"], 2, "run has no option --chek. Did you mean --check?"],
  [["run", "a.ipynb", "--timeout", "no"], 2, '--timeout is "no", expected a number above zero'],
  [["run", "a.ipynb", "-i", "-o", "x"], 2, "exclude each other"],
  [["run", "a.ipynb", "-f", "none.json"], 2, "none.json cannot be read"],
  [["run", "a.ipynb", "-p", "x"], 2, "not of the form name=value"],
  [["run", "a.ipynb", "-k", "nope"], 2, "there is no kernel nope"],
  [["run", "none.ipynb"], 1, "none.ipynb cannot be read: ENOENT"],
  [["run", "python.ipynb"], 1, "written in python, not TypeScript; run it with --kernel python3"],
  [["rnu"], 2, "there is no command rnu. Did you mean run?"],
  [["--verison"], 2, "there is no option --verison."],
])("%j ends with %i: %s", async (args, expected, message) => {
  const dir = place(sum);
  const kernelspec = { name: "python3", display_name: "Python", language: "python" };
  writeNotebook(join(dir, "python.ipynb"), { ...sum, metadata: { kernelspec } });
  const { status, stdout, stderr } = await liouville(args, { cwd: dir });
  expect(stdout + stderr).toContain(message);
  expect(status).toBe(expected);
});
