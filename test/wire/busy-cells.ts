/** Every way we know in which a cell can keep its process from answering; each says "started" once it does. */

/** (module (func (export "spin") (loop br 0))) */
const wasm = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,8,1,4,115,112,105,110,0,0,10,9,1,7,0,3,64,12,0,11,11";

export const busyCells: Readonly<Record<string, string>> = {
  "while(true)": `console.log("started"); while (true) {}`,
  "a loop after await": `await new Promise((done) => setTimeout(done, 5)); console.log("started"); for (;;) {}`,
  "a loop of awaits": `console.log("started"); while (true) await new Promise((done) => setTimeout(done, 1));`,
  "a timer": `setTimeout(() => { console.log("started"); while (true) {} }, 5); await new Promise(() => {});`,
  "a microtask spin": `const spinOn = (): Promise<void> => Promise.resolve().then(spinOn); console.log("started"); await spinOn();`,
  "a WASM loop": `const wasm = (globalThis as any).WebAssembly; const spinner = new wasm.Instance(new wasm.Module(new Uint8Array([${wasm}]))); console.log("started"); spinner.exports.spin();`,
  "a catastrophic regex": `console.log("started"); /^(x+x+)+y$/.test("x".repeat(60));`,
  "Atomics.wait": `const flag = new Int32Array(new SharedArrayBuffer(4)); console.log("started"); Atomics.wait(flag, 0, 0);`,
  "a never-settling promise": `console.log("started"); await new Promise(() => {});`,
  execSync: `import { execSync } from "node:child_process"; console.log("started"); execSync("sleep 30");`,
  "a try that catches all": `console.log("started"); for (;;) { try { while (true) {} } catch {} }`,
  "a generator without end": `function* forever() { while (true) yield 0; } console.log("started"); [...(function* () { for (const x of forever()) if (x) yield x; })()];`,
};
