/** The runner against nbclient, and nbconvert which drives it, on the same notebooks: the same outputs. */

import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cell, type DisplayData, isVisible, type Output } from "../../kernel/notebook/format.js";
import { readNotebook } from "../../kernel/notebook/read.js";
import { writeNotebook } from "../../kernel/notebook/write.js";
import { pngSize } from "../../kernel/page/png-size.js";
import { code, markdown, notebook } from "../kernel/notebook/notebooks.js";
import { jupyterVenv } from "../setup/jupyter.js";
import { type JupyterHome, jupyterHome } from "../setup/jupyter-home.js";
import { folder } from "./folder.js";
import { liouville } from "./liouville.js";

const venv = await jupyterVenv();
const script = join(import.meta.dirname, "execute.py");
const tour = join(import.meta.dirname, "../../notebooks/00-tour.ipynb");

const plotly = "application/vnd.plotly.v1+json";

/** The words after `python` that execute a notebook into another file. */
const withNbclient = (path: string, target: string): string[] => [script, path, target, "liouville"];
const withNbconvert = (path: string, target: string): string[] => {
  const timing = "--ExecutePreprocessor.record_timing=False";
  return ["-m", "nbconvert", "--to", "notebook", "--execute", timing, "--output", target, path];
};

/** Ids of widgets are drawn afresh in each session: they are named by the order in which they come. */
const withoutIds = (value: unknown): unknown => {
  const names = new Map<string, string>();
  const text = JSON.stringify(value).replace(/\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/g, (id) => {
    if (!names.has(id)) names.set(id, `id-${names.size}`);
    return names.get(id)!;
  });
  return JSON.parse(text);
};

/** nbclient keeps each piece of a stream by itself; our runner joins what follows in the same one. */
const joined = (outputs: readonly Output[]): Output[] => {
  const done: Output[] = [];
  for (const output of outputs.filter(isVisible)) {
    const last = done.at(-1);
    const isStream = last?.output_type === "stream" && output.output_type === "stream";
    if (isStream && last.name === output.name) last.text += output.text;
    else done.push({ ...output });
  }
  return done;
};

const cellsOf = (path: string): Cell[] =>
  readNotebook(path).cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: joined(cell.outputs) } : cell,
  );

/** The stored widgets without their ids, in an order that does not depend on these. nbclient leaves out the module's version. */
const widgetsOf = (path: string): string => {
  const stored = readNotebook(path).metadata.widgets as Record<string, { state: Record<string, object> }>;
  const { state } = stored["application/vnd.jupyter.widget-state+json"];
  const models = Object.values(state).map((model) => JSON.stringify({ ...model, model_module_version: "" }));
  return models
    .map((text) => text.replace(/[0-9a-f]{32}/g, "id"))
    .sort()
    .join("\n");
};

const varied = notebook(
  markdown("# Outputs of every kind"),
  code("console.log('out');\nconsole.error('err');\nconsole.log('out again');"),
  code("[1.5, 2.5].map((x) => x ** 2)"),
  code("const n = 3;"),
  code("throw new TypeError('meant');", ["raises-exception"]),
  code("({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>a</b>\\n<i>b</i>', 'text/plain': 'ab' }) })"),
  code("import * as tslab from 'tslab';\nconst shown = tslab.newDisplay();\nshown.text('before');"),
  code("shown.text('after');"),
  code("for (const i of [1, 2, 3]) { await new Promise((r) => setTimeout(r, 5)); console.log('step', i); }"),
  code("this is not run", ["skip-execution"]),
  code(""),
  code("undefined"),
);

describe.skipIf(!venv)("the runner and nbclient", () => {
  let home: JupyterHome;
  beforeAll(() => {
    home = jupyterHome();
  });
  afterAll(() => home?.remove());

  const compare = async (path: string, dir: string, argsOf = withNbclient) => {
    const [ours, theirs] = ["ours.ipynb", "theirs.ipynb"].map((name) => join(dir, name));
    const env = { ...home.env, PWD: dirname(path) };
    await promisify(execFile)(venv!.python, argsOf(path, theirs), { cwd: dirname(path), env });
    const { status, stdout } = await liouville(["run", path, "--output", ours]);
    expect(status, stdout).toBe(0);
    expect(readNotebook(ours).cells.length).toBeGreaterThan(0);
    return [withoutIds(readNotebook(ours).cells), withoutIds(cellsOf(theirs))];
  };

  test("write the same outputs of every kind", async () => {
    const dir = folder();
    writeNotebook(join(dir, "varied.ipynb"), varied);
    const [ours, theirs] = await compare(join(dir, "varied.ipynb"), dir);
    expect(ours).toEqual(theirs);
  });

  test("store the same widgets", async () => {
    const dir = folder();
    const path = join(dir, "widgets.ipynb");
    const shown =
      "import { slider, dropdown, display } from 'liouville/notebook';\nconst beta = slider('β', { min: 0.5, max: 2.5, step: 0.25, value: 1.5 });\ndisplay(beta);";
    writeNotebook(path, notebook(code(shown), code("dropdown('kind', ['one', 'two'])")));
    const [ours, theirs] = await compare(path, dir);
    expect(ours).toEqual(theirs);
    const [one, other] = ["ours.ipynb", "theirs.ipynb"].map((name) => widgetsOf(join(dir, name)));
    expect(one).toContain('"value":1.5');
    expect(one).toEqual(other);
  });

  test("write the same outputs of the tour, which nbconvert executes, each figure with its picture", async () => {
    const dir = folder();
    const [ours, theirs] = await compare(tour, dir, withNbconvert);
    expect(ours).toEqual(theirs);
    const outputs = cellsOf(join(dir, "theirs.ipynb")).flatMap((cell) => ("outputs" in cell ? cell.outputs : []));
    const figures = outputs.filter((output) => "data" in output && plotly in output.data) as DisplayData[];
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const { data } of figures) expect(pngSize(String(data["image/png"]))!.width).toBeGreaterThan(500);
    expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
  });
});
