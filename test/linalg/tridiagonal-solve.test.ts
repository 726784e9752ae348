import fc from "fast-check";
import { expect, test } from "vitest";
import { multiply, type Tridiagonal } from "../../src/linalg/tridiagonal/tridiagonal.js";
import { solveTridiagonal } from "../../src/linalg/tridiagonal/tridiagonal-solve.js";

/** 1 − t𝓛 for a chain of n cells with rates that vary over decades. */
const implicit = (n: number, seed: number): Tridiagonal => {
  const rate = (k: number) => 10 ** (3 * Math.sin(seed + 2.3 * k));
  const right = Float64Array.from({ length: n - 1 }, (_, i) => rate(i));
  const left = Float64Array.from({ length: n - 1 }, (_, i) => rate(i + 0.4));
  const diagonal = Float64Array.from({ length: n }, (_, i) => 1 + (right[i] ?? 0) + (left[i - 1] ?? 0));
  return { lower: right.map((r) => -r), diagonal, upper: left.map((r) => -r) };
};
const start = (n: number, seed: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => 1.3 + Math.sin(seed * i));

test("an implicit step solves its equations, conserves mass and stays positive, for any length and in place", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.3, max: 9, noNaN: true }), (n, seed) => {
      const matrix = implicit(n, seed);
      const b = start(n, seed);
      const x = solveTridiagonal(matrix, b, new Float64Array(n));
      const product = multiply(matrix, x, new Float64Array(n));
      const sum = (v: Float64Array) => v.reduce((total, value) => total + value, 0);
      for (let i = 0; i < n; i++) expect(Math.abs(product[i] - b[i])).toBeLessThan(1e-11 * matrix.diagonal[i]);
      expect(Math.abs(sum(x) / sum(b) - 1)).toBeLessThan(1e-10);
      if (b.every((value) => value > 0)) expect(Math.min(...x)).toBeGreaterThan(0);
      expect(solveTridiagonal(matrix, b, b)).toEqual(x);
    }),
  );
});

test.each([0, 1, 2, 3, 4])(
  "a vanishing pivot or an entry that is no number is refused, wherever it stands (%i)",
  (at) => {
    const alone = { lower: new Float64Array(4), upper: new Float64Array(4), diagonal: new Float64Array(5).fill(2.5) };
    const matrix = implicit(5, 1.7);
    expect(() =>
      solveTridiagonal({ ...matrix, diagonal: matrix.diagonal.with(at, Number.NaN) }, start(5, 2), new Float64Array(5)),
    ).toThrow(/A pivot of the tridiagonal matrix vanishes/);
    const zero = { ...alone, diagonal: alone.diagonal.with(at, 0) };
    expect(() => solveTridiagonal(zero, start(5, 2), new Float64Array(5))).toThrow(/pivot/);
  },
);
