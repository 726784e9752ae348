import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PhysicsError } from "../../src/errors.js";
import { eigen } from "../../src/linalg/dense/eigen.js";
import { hessenberg } from "../../src/linalg/dense/hessenberg.js";
import { rationalExponential } from "../../src/linalg/exponential/rational-exponential.js";
import { quotient, smallExponential } from "../../src/linalg/exponential/small-exponential.js";
import { sizeOf, taylorExponential } from "../../src/linalg/exponential/taylor-exponential.js";
import { largestModes } from "../../src/linalg/krylov/krylov-schur.js";
import { multiply, type Sparse, sparse, transpose as turned } from "../../src/linalg/sparse/sparse.js";
import { factorise } from "../../src/linalg/sparse/sparse-lu.js";
import { expm, type Matrix, symmetricEigenvalues, times, transpose } from "../oracles/dense.js";

const entries = (n: number) => fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n, maxLength: n });
const rowsOf = (values: ArrayLike<number>, n: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => values[i * n + j]));
const wave = (n: number, k: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(k * i + 0.7) + 0.1 * k);

/** A sparse matrix whose columns hold a few of the numbers, in rows that jump about. */
const scattered = (values: readonly number[], n: number): Sparse => {
  const row = values.map((_, k) => (7 * k + ((k * k) % 5)) % n);
  const column = values.map((_, k) => (3 * k + Math.floor(k / n)) % n);
  return sparse(n, n, { row, column, value: values });
};
const dense = (a: Sparse): Matrix => {
  const out = Array.from({ length: a.rows }, () => new Array(a.columns).fill(0));
  for (let j = 0; j < a.columns; j++)
    for (let k = a.start[j]; k < a.start[j + 1]; k++) out[a.index[k]][j] += a.value[k];
  return out;
};

describe("sparse LU", () => {
  const n = 23;
  test.each([
    [0.3, 0],
    [-0.2, 1.7],
  ])("solves (A − s) x = b for s = %d + %di, in any order of the columns", (re, im) => {
    fc.assert(
      fc.property(entries(4 * n), fc.integer({ min: 1, max: 22 }), (values, stride) => {
        const a = scattered(values, n);
        const order = Int32Array.from({ length: n }, (_, k) => (stride * k + 5) % n);
        const b = wave(n, 1.3);
        let x: ReturnType<ReturnType<typeof factorise>["solve"]>;
        try {
          x = factorise(a, { re, im }, order).solve(b);
        } catch (error) {
          expect((error as PhysicsError).fault).toBe("not-converged");
          return;
        }
        const imaginary = im === 0 ? new Float64Array(n) : x.im;
        const [ax, ay] = [x.re, imaginary].map((part) => multiply(a, part, new Float64Array(n)));
        const size = Math.hypot(...x.re, ...imaginary);
        for (let i = 0; i < n; i++) {
          expect(Math.abs(ax[i] - re * x.re[i] + im * imaginary[i] - b[i])).toBeLessThan(1e-10 * (1 + size));
          expect(Math.abs(ay[i] - re * imaginary[i] - im * x.re[i])).toBeLessThan(1e-10 * (1 + size));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("takes pivots off the diagonal where that is empty, and says when there is none", () => {
    const order = [0, 1];
    const swap = sparse(2, 2, { row: [1, 0], column: [0, 1], value: [3, 5] });
    expect(Array.from(factorise(swap, { re: 0, im: 0 }, order).solve(Float64Array.of(10, 6)).re)).toEqual([2, 2]);
    const flat = sparse(2, 2, { row: [0, 0], column: [0, 1], value: [3, 5] });
    expect(() => factorise(flat, { re: 0, im: 0 }, order)).toThrow(/cannot be solved/);
  });
});

describe("small dense matrices", () => {
  const n = 7;
  test("Hessenberg's form is QᵀAQ with an orthogonal Q and zeros below the first subdiagonal", () => {
    fc.assert(
      fc.property(entries(n * n), (values) => {
        const { h, q } = hessenberg(Float64Array.from(values), n);
        const back = times(times(rowsOf(q, n), rowsOf(h, n)), transpose(rowsOf(q, n)));
        const one = times(rowsOf(q, n), transpose(rowsOf(q, n)));
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            expect(back[i][j]).toBeCloseTo(values[i * n + j], 12);
            expect(one[i][j]).toBeCloseTo(Number(i === j), 12);
            if (i > j + 1) expect(h[i * n + j]).toBe(0);
          }
      }),
    );
  });

  test("eigenvectors: A x = θ x, with the trace and the symmetric eigenvalues of an oracle", () => {
    fc.assert(
      fc.property(entries(n * n), (values) => {
        const { re, im, vectors } = eigen(Float64Array.from(values), n);
        expect(re.reduce((sum, x) => sum + x)).toBeCloseTo(
          rowsOf(values, n).reduce((sum, row, i) => sum + row[i], 0),
          10,
        );
        vectors.forEach((v, k) => {
          for (let i = 0; i < n; i++) {
            let [x, y] = [im[k] * v.im[i] - re[k] * v.re[i], -im[k] * v.re[i] - re[k] * v.im[i]];
            for (let j = 0; j < n; j++) {
              x += values[i * n + j] * v.re[j];
              y += values[i * n + j] * v.im[j];
            }
            expect(Math.hypot(x, y)).toBeLessThan(1e-11);
          }
        });
        const symmetric = rowsOf(values, n).map((row, i) => row.map((value, j) => value + values[j * n + i]));
        const found = Array.from(eigen(Float64Array.from(symmetric.flat()), n).re).sort((x, y) => x - y);
        symmetricEigenvalues(symmetric).forEach((value, k) => {
          expect(found[k]).toBeCloseTo(value, 10);
        });
      }),
    );
  });

  test("a rotation turns, and a Jordan block keeps its eigenvalue to the root of the rounding", () => {
    const { re, im } = eigen(Float64Array.of(0.3, -2, 2, 0.3), 2);
    expect(Array.from(re)).toEqual([expect.closeTo(0.3, 14), expect.closeTo(0.3, 14)]);
    expect(Array.from(im).sort((a, b) => a - b)).toEqual([expect.closeTo(-2, 14), expect.closeTo(2, 14)]);
    const jordan = eigen(Float64Array.of(1.5, 1, 0, 0, 1.5, 1, 0, 0, 1.5), 3);
    expect(Math.max(...jordan.re.map((value) => Math.abs(value - 1.5)))).toBeLessThan(1e-4);
  });

  test.each([1e-170, 1.7, 1e170])("entries far below the norm %d are nothing beside it", (norm) => {
    const matrix = new Float64Array(n * n);
    [matrix[5], matrix[6], matrix[9], matrix[40]] = [1.1 * norm, -1e-36 * norm, 7.5e-78 * norm, -9.4e-63 * norm];
    const { re, im, vectors } = eigen(matrix, n);
    for (let k = 0; k < n; k++) {
      expect(Math.hypot(re[k], im[k]) / norm).toBeLessThan(1e-12);
      expect(Math.hypot(...vectors[k].re, ...vectors[k].im)).toBeCloseTo(1, 13);
      expect(Math.abs(vectors[k].re[5]) + Math.abs(vectors[k].im[5])).toBeLessThan(1e-12);
    }
    const turned = eigen(Float64Array.of(0.3 * norm, -2 * norm, 2 * norm, 0.3 * norm), 2);
    expect(turned.re[0] / norm).toBeCloseTo(0.3, 14);
    expect(Math.abs(turned.im[0]) / norm).toBeCloseTo(2, 14);
  });

  test("exp(A) and A⁻¹B", () => {
    fc.assert(
      fc.property(entries(n * n), entries(n * n), (a, b) => {
        const exact = expm(rowsOf(a, n)).flat();
        const size = Math.max(...exact.map(Math.abs));
        smallExponential(Float64Array.from(a), n).forEach((value, k) => {
          expect(Math.abs(value - exact[k])).toBeLessThan(1e-11 * size);
        });
        const shifted = rowsOf(a, n).map((row, i) => row.map((value, j) => value + Number(i === j) * 15));
        const x = quotient(Float64Array.from(shifted.flat()), Float64Array.from(b), n);
        times(shifted, rowsOf(x, n))
          .flat()
          .forEach((value, k) => {
            expect(value).toBeCloseTo(b[k], 11);
          });
      }),
    );
  });
});

/** A rotation and a damping of neighbours, dissipative, with n entries. */
const dissipative = (n: number): Sparse => {
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < n; i++) {
    row.push(i);
    column.push(i);
    value.push(-0.02 * i);
    if (i === 0) continue;
    row.push(i, i - 1);
    column.push(i - 1, i);
    value.push(-0.9 * Math.sqrt(i), 0.9 * Math.sqrt(i));
  }
  return sparse(n, n, { row, column, value });
};

describe("Krylov spaces", () => {
  test("find the eigenvalues of largest modulus, complex pairs whole, through restarts", () => {
    fc.assert(
      fc.property(entries(60 * 60), fc.integer({ min: 2, max: 5 }), (values, count) => {
        const n = 60;
        const map = (x: Float64Array, y: Float64Array) => {
          for (let i = 0; i < n; i++) {
            // A few large eigenvalues, real and turning, in front of a cloud.
            const [scale, mate] = [12 - i, i % 2 === 0 ? i + 1 : i - 1];
            y[i] = i < 6 ? scale * x[i] + (i > 1 ? (i % 2 === 0 ? 3 : -3) * x[mate] : 0) : 0;
            for (let j = 0; j < n; j++) y[i] += 0.1 * values[i * n + j] * x[j];
          }
        };
        const matrix = new Float64Array(n * n);
        for (let j = 0; j < n; j++) {
          const unit = new Float64Array(n);
          unit[j] = 1;
          const column = new Float64Array(n);
          map(unit, column);
          for (let i = 0; i < n; i++) matrix[i * n + j] = column[i];
        }
        const all = eigen(matrix, n);
        const sizes = Array.from(all.re, (x, k) => Math.hypot(x, all.im[k])).sort((x, y) => y - x);
        const found = largestModes(map, n, count);
        expect([count, count + 1]).toContain(found.length);
        found.forEach(({ re, im, vector, residual }, k) => {
          expect(Math.hypot(re, im)).toBeCloseTo(sizes[k], 7);
          expect(residual).toBeLessThan(1e-11);
          const [ax, ay] = [new Float64Array(n), new Float64Array(n)];
          map(vector.re, ax);
          map(vector.im, ay);
          const apart = ax.map((value, i) =>
            Math.hypot(value - re * vector.re[i] + im * vector.im[i], ay[i] - re * vector.im[i] - im * vector.re[i]),
          );
          expect(Math.max(...apart)).toBeLessThan(1e-8);
        });
        const torn = found.filter(({ im }) => im !== 0).length;
        expect(torn % 2).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test.each([0.2, 3, 40])("exp(tA) b by resolvents and by the series agrees with the dense one at t = %d", (t) => {
    const n = 40;
    const a = dissipative(n);
    const b = wave(n, 0.8).map((value, i) => value * Math.exp(-0.3 * i));
    const exact = times(
      expm(dense(a).map((row) => row.map((value) => t * value))),
      Array.from(b, (value) => [value]),
    ).map(([value]) => value);
    const far = (found: Float64Array) => Math.hypot(...found.map((value, i) => value - exact[i]));
    const map = (x: Float64Array, y: Float64Array) => multiply(a, x, y);
    const size = sizeOf(map, (x, y) => multiply(turned(a), x, y), b);
    const largest = Math.sqrt(symmetricEigenvalues(times(transpose(dense(a)), dense(a))).at(-1)!);
    expect(size / largest).toBeGreaterThan(0.8);
    expect(size / largest).toBeLessThan(1 + 1e-12);
    expect(far(taylorExponential(map, size, t, b))).toBeLessThan(1e-10);
    const tau = 0.1 * t;
    const order = Int32Array.from({ length: n }, (_, i) => i);
    const { solve } = factorise(a, { re: 1 / tau, im: 0 }, order);
    const found = rationalExponential((x, y) => y.set(solve(x).re.map((value) => -value / tau)), tau, t, b, 1e-8);
    expect(found).toBeDefined();
    expect(far(found!.values)).toBeLessThan(1e-7);
    // What the last dimensions have moved is more than what is missing.
    expect(far(found!.values)).toBeLessThan(10 * found!.error + 1e-9);
  });
});
