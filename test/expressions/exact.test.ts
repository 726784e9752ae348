import { expect, test } from "vitest";
import { exactCode } from "../../src/expressions/exact.js";
import { bits, javascript, operandText } from "../../src/expressions/javascript.js";
import { functions } from "../../src/expressions/vocabulary.js";
import { stream } from "../../src/random/stream.js";

const exact = (name: string): ((x: number) => number) => {
  const code = exactCode();
  const result = code.call(code, name, "x", 2.7);
  const source = [...javascript(code.instructions), `return ${operandText(result)};`].join("\n");
  return new Function("bits", "x", source).bind(null, bits);
};

const engine = (name: string): ((x: number) => number) =>
  new Function("x", `return ${functions[name].js}(x${functions[name].arity === 2 ? ", 2.7" : ""})`) as (
    x: number,
  ) => number;

const lastPlace = (x: number): number => 2 ** (Math.max(Math.floor(Math.log2(Math.abs(x))), -1022) - 52);

test.each([
  ["exp", -700, 700, 2],
  ["log", 1e-300, 50, 2],
  ["sin", -1e6, 1e6, 2.5],
  ["cos", -1e6, 1e6, 2.5],
  ["sinh", -700, 700, 3],
  ["cosh", -700, 700, 3],
  ["tanh", -8, 8, 4],
  ["cbrt", -1e5, 1e5, 3],
  ["atan", -50, 50, 3],
  ["asin", -1, 1, 5],
  ["acos", -1, 1, 5],
  ["tan", -100, 100, 5],
  ["pow", 0.2, 50, 20],
  ["atan2", -50, 50, 3],
] as const)("%s from %d to %d is within a few units of the last place", (name, from, to, most) => {
  const [ours, theirs, rng] = [exact(name), engine(name), stream(name)];
  let worst = 0;
  for (let i = 0; i < 40_000; i++) {
    const x = (from + (to - from) * rng.uniform()) * (i % 3 === 0 && from <= 0 ? 1e-3 : 1);
    const expected = theirs(x);
    worst = Math.max(worst, Math.abs(ours(x) - expected) / lastPlace(expected));
  }
  expect(worst).toBeGreaterThan(0);
  expect(worst).toBeLessThanOrEqual(most);
});

test.each(Object.keys(functions))("%s has the values of the engine at 0, ∞, NaN and where it ends", (name) => {
  const [ours, theirs] = [exact(name), engine(name)];
  for (const x of [
    0,
    1,
    -1,
    0.5,
    800,
    -800,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    ...(name === "pow" ? [] : [-1 / 0]),
  ]) {
    const expected = theirs(x);
    if (Number.isFinite(expected))
      expect(Math.abs(ours(x) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
    else expect([x, ours(x)]).toEqual([x, expected]);
  }
});

test("atan2 knows all four quadrants, and the axes", () => {
  const code = exactCode();
  const result = code.call(code, "atan2", "y", "x");
  const source = [...javascript(code.instructions), `return ${operandText(result)};`].join("\n");
  const ours = new Function("bits", "y", "x", source).bind(null, bits) as (y: number, x: number) => number;
  for (const x of [-3, -0.2, 0, 0.7, 40])
    for (const y of [-60, -0.3, 0, 0.01, 2.9])
      expect(Math.abs(ours(y, x) - Math.atan2(y, x))).toBeLessThanOrEqual(3 * lastPlace(4));
});
