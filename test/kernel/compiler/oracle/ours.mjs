/** Runs sessions of cells through the compiler, with the scope of the runtime. Input and output: JSON on stdin and stdout. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { quietly, reportOf, sessionsFrom } from "./session.mjs";

const [root] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(join(root, "dist/kernel", file)).href);
const { createCompiler } = await load("compiler/compiler.js");
const { importModule, notebookRequire } = await load("runtime/import.js");
const tslab = await importModule("tslab");
const require = (specifier) => (specifier === "tslab" ? tslab : notebookRequire(specifier));
register(new URL("./memory-hooks.mjs", import.meta.url));

function defineModule({ name, javascript }) {
  mkdirSync(".memory", { recursive: true });
  writeFileSync(`.memory/${name}.mjs`, javascript);
}

/** Boxes of one session; the rest is the runtime's. */
function newScope() {
  const boxes = new Map();
  const scope = {
    marks: 0,
    box: (name) => boxes.get(name) ?? boxes.set(name, { v: undefined }).get(name),
    mark(k) {
      scope.marks = k;
    },
    import: async (specifier, names) =>
      specifier.endsWith(".json")
        ? { default: JSON.parse(readFileSync(specifier, "utf8")) }
        : importModule(specifier, names),
    still: (value) => value,
  };
  return scope;
}

async function run(compiler, scope, code, name) {
  const compiled = compiler.compile(code, name);
  if (!compiled.ok) return { ok: false, errors: [compiled.failure.traceback] };
  const { cell } = compiled;
  if (cell.module) defineModule(cell.module);
  scope.marks = 0;
  try {
    const script = new vm.Script(cell.javascript, { filename: name });
    const value = script.runInThisContext()(scope, require);
    return { ok: true, value: cell.awaits ? await value : value };
  } catch (error) {
    return { ok: false, errors: [compiler.traceback(error).traceback] };
  } finally {
    compiler.commit(name, scope.marks);
  }
}

/** The signature, without documentation. */
const typeOf = (compiler, name) =>
  /```typescript\n([\s\S]*?)\n```/.exec(compiler.inspect(name, 0).data["text/markdown"])?.[1] ?? "";

async function runSession(compiler, { cells }) {
  const scope = newScope();
  const reports = [];
  for (const [k, { code, names }] of cells.entries()) {
    const { ok, value, errors } = await quietly(() => run(compiler, scope, code, `In[${k + 1}]`));
    const types = Object.fromEntries(names.map((name) => [name, ok ? typeOf(compiler, name) : ""]));
    reports.push(reportOf(ok, value, types, errors));
  }
  return reports;
}

const compiler = createCompiler(process.cwd());
const output = [];
for (const session of await sessionsFrom(process.stdin)) {
  compiler.reset();
  output.push(await runSession(compiler, session));
}
process.stdout.write(JSON.stringify(output), () => process.exit(0));
