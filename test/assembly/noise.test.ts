import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { normals, singles } from "../../src/assembly/noise.js";
import { noiseModule } from "../../src/assembly/noise-module.js";
import { stream } from "../../src/random/stream.js";
import { kolmogorov, normalCdf } from "../oracles/normal.js";

type Fill = (state: number, out: number, count: number) => void;

const memory = new WebAssembly.Memory({ initial: 256 });
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(noiseModule, "base64")), {
  env: { memory },
});
const state = new Uint32Array(memory.buffer, 64, 16);

const drawn = (kind: "normals" | "singles", phrase: string, count: number): Float64Array => {
  const rng = stream(phrase);
  state.set(Uint32Array.from({ length: 16 }, rng.word));
  (exports[kind] as Fill)(64, 4096, count);
  return new Float64Array(memory.buffer, 4096, count).slice();
};

test("the module and the worker's script are those of their sources", async () => {
  const { generated } = await import("../../build/assembly.mjs");
  for (const [path, text] of Object.entries(await generated()))
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")).toBe(text);
}, 60_000);

test.each(["normals", "singles"] as const)("%s are those of the twin, bit by bit, call after call", (kind) => {
  const rng = stream(kind);
  const twin = Uint32Array.from({ length: 16 }, rng.word);
  const out = new Float64Array(8000);
  (kind === "normals" ? normals : singles)(twin, out);
  expect(drawn(kind, kind, out.length)).toEqual(out);
  expect(state).toEqual(twin);
});

describe.each(["normals", "singles"] as const)("%s", (kind) => {
  const n = 800_000;
  const values = drawn(kind, "statistics", n);
  const mean = (of: (x: number, i: number) => number, count = n) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += of(values[i], i);
    return sum / count;
  };

  test("have the moments 0, 1, 0, 3, 0, 15 within four standard errors", () => {
    const doubleFactorial = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395];
    for (let k = 1; k <= 6; k++) {
      const variance = doubleFactorial[2 * k] - doubleFactorial[k] ** 2;
      expect(Math.abs(mean((x) => x ** k) - doubleFactorial[k]) / Math.sqrt(variance / n)).toBeLessThan(4);
    }
  });

  test("follow the normal distribution, in the middle and beyond four standard deviations", () => {
    expect(kolmogorov(values.slice(0, 200_000), normalCdf)).toBeLessThan(2.5);
    for (const x of [-4.5, -4, -3, -2, 2, 3, 4, 4.5]) {
      const p = normalCdf(-Math.abs(x));
      const found = mean((value) => Number(x < 0 ? value < x : value > x)) * n;
      expect(Math.abs(found - n * p) / Math.sqrt(n * p)).toBeLessThan(4.5);
    }
  });

  test("are independent at all distances up to 16, in value and in size: lanes, pairs and calls", () => {
    for (let lag = 1; lag <= 16; lag++)
      for (const of of [(x: number) => x, (x: number) => (x * x - 1) / Math.SQRT2]) {
        const product = mean((x, i) => of(x) * of(values[i + lag]), n - lag);
        expect(Math.abs(product) * Math.sqrt(n)).toBeLessThan(4.5);
      }
  });
});

test("blocks do not know of each other", () => {
  const [a, b] = [0, 1].map((block) => {
    const rng = stream("blocks").child(block).child(0);
    state.set(Uint32Array.from({ length: 16 }, rng.word));
    (exports.normals as Fill)(64, 4096, 200_000);
    return new Float64Array(memory.buffer, 4096, 200_000).slice();
  });
  const product = a.reduce((sum, x, i) => sum + x * b[i], 0) / Math.sqrt(a.length);
  expect(Math.abs(product)).toBeLessThan(4);
});
