import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RESOLVENT_TIME, resolventExponential } from "../../src/linalg/exponential/resolvent-exponential.js";
import { largestEigenvalues } from "../../src/linalg/krylov/lanczos.js";
import { dissect } from "../../src/linalg/sparse/dissection.js";
import { frontsOf } from "../../src/linalg/sparse/fronts.js";
import { grounded } from "../../src/linalg/sparse/grounded.js";
import { type Sparse, sparse } from "../../src/linalg/sparse/sparse.js";
import { symmetricTridiagonal } from "../../src/linalg/tridiagonal/symmetric-tridiagonal.js";
import { multiply } from "../../src/linalg/tridiagonal/tridiagonal.js";
import { factored } from "../../src/linalg/tridiagonal/tridiagonal-factor.js";
import { symmetricEigenvalues } from "../oracles/dense.js";

/** A grid of nx × ny nodes with links of a few reaches and conductances that vary, as links and places. */
const lattice = (nx: number, ny: number, reach: readonly (readonly [number, number])[], of: (k: number) => number) => {
  const [row, column, value]: [number[], number[], number[]] = [[], [], []];
  let k = 0;
  for (let j = 0; j < ny; j++)
    for (let i = 0; i < nx; i++)
      for (const [di, dj] of reach) {
        if (i + di < 0 || i + di >= nx || j + dj >= ny) continue;
        const c = of(k++);
        row.push(i + nx * j, i + di + nx * (j + dj));
        column.push(i + di + nx * (j + dj), i + nx * j);
        value.push(c, c);
      }
  const places = Int32Array.from({ length: 2 * nx * ny }, (_, m) =>
    m % 2 === 0 ? Math.floor(m / 2) % nx : Math.floor(m / 2 / nx),
  );
  return { links: sparse(nx * ny, nx * ny, { row, column, value }), places };
};
const balance = (links: Sparse, ground: Float64Array, x: Float64Array): Float64Array =>
  x.map((xi, i) => {
    let sum = ground[i] * xi;
    for (let k = links.start[i]; k < links.start[i + 1]; k++) sum += links.value[k] * (xi - x[links.index[k]]);
    return sum;
  });
const cross = [
  [1, 0],
  [0, 1],
] as const;
const wide = [...cross, [1, 1], [-2, 1], [3, 0]] as const;

describe("the inverse of a grounded network", () => {
  test("solves its equations, on any lattice, for links of any reach", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 2, max: 19 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 1e6 }),
        (nx, ny, far, seed) => {
          const { links, places } = lattice(nx, ny, far ? wide : cross, (k) => 0.2 + ((k * seed) % 101) / 37);
          const ground = Float64Array.from({ length: nx * ny }, (_, i) => (i % 7 === 3 % (nx * ny) ? 0.6 : 0));
          ground[0] = 1.7;
          const fronts = frontsOf(links, dissect(links, places, 2));
          expect([...fronts.order].sort((a, b) => a - b)).toEqual([...ground.keys()]);
          const b = ground.map((_, i) => Math.sin(3 * i + 0.4));
          const x = grounded(fronts, links, ground).solve(b, new Float64Array(nx * ny));
          const left = balance(links, ground, x);
          for (let i = 0; i < b.length; i++) expect(Math.abs(left[i] - b[i])).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("keeps the relative accuracy of every entry over 200 orders of magnitude: a chain of resistances adds up", () => {
    const n = 41;
    const c = (i: number) => 10 ** (-5 * Math.min(i, 40 - i)) * (1.3 + 0.1 * i);
    const { links, places } = lattice(n, 1, [[1, 0]], c);
    const ground = new Float64Array(n);
    ground[0] = 0.7;
    const inverse = grounded(frontsOf(links, dissect(links, places, 2)), links, ground);
    const b = new Float64Array(n).fill(2.3, n - 1, n);
    const x = inverse.solve(b, new Float64Array(n));
    let exact = 2.3 / 0.7;
    for (let i = 0; i < n; i++) {
      expect(Math.abs(x[i] / exact - 1)).toBeLessThan(1e-13);
      exact += 2.3 / c(i);
    }
  });

  test("refuses a network of which a part floats", () => {
    const { links, places } = lattice(6, 5, [[1, 0]], () => 1.4);
    const ground = new Float64Array(30);
    ground[2] = 0.9;
    expect(() => grounded(frontsOf(links, dissect(links, places, 2)), links, ground)).toThrow(/no way to the ground/);
  });
});

describe("eigenvalues", () => {
  test("of tridiagonal matrices are those of the dense oracle, with their vectors", () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 9, maxLength: 9 }), (values) => {
        const [d, e] = [values.slice(0, 5), values.slice(5)];
        const dense = d.map((_, i) =>
          d.map((_, j) => (i === j ? d[i] : Math.abs(i - j) === 1 ? e[Math.min(i, j)] : 0)),
        );
        const { values: found, vectors } = symmetricTridiagonal(d, e);
        const exact = symmetricEigenvalues(dense);
        for (let k = 0; k < 5; k++) {
          expect(Math.abs(found[k] - exact[4 - k])).toBeLessThan(1e-11);
          for (let i = 0; i < 5; i++)
            expect(dense[i].reduce((sum, a, j) => sum + a * vectors[k][j], 0)).toBeCloseTo(found[k] * vectors[k][i], 9);
        }
      }),
    );
  });

  test("by Lanczos' method are found with all copies, and far below the largest with their digits", () => {
    const exact = [7.1, 3.2, 3.2, 3.2, 2e-9, 1.3e-9, 4e-10];
    const diagonal = Float64Array.from({ length: 60 }, (_, i) => exact[i] ?? 1e-10 / (1 + i));
    const { values, vectors } = largestEigenvalues(
      60,
      (x, y) => {
        for (let i = 0; i < 60; i++) y[i] = diagonal[i] * x[i];
      },
      7,
    );
    for (let k = 0; k < 7; k++) expect(Math.abs(values[k] / exact[k] - 1)).toBeLessThan(1e-9);
    for (let k = 0; k < 7; k++)
      for (let l = 0; l <= k; l++)
        expect(vectors[k].reduce((sum, x, i) => sum + x * vectors[l][i], 0)).toBeCloseTo(Number(k === l), 9);
  });
});

test("exp(−tA) from one resolvent is the exponential of each eigenvalue, to 1e-11", () => {
  const t = 0.7;
  const rates = Float64Array.of(0, 1e-3, 0.4, 3.7, 20, 150, 1e4, 1e9);
  const tau = RESOLVENT_TIME * t;
  const { values, error } = resolventExponential((x, y) => {
    for (let i = 0; i < x.length; i++) y[i] = x[i] / (1 + tau * rates[i]);
    return y;
  }, new Float64Array(8).fill(1.9));
  expect(error).toBeLessThan(1e-10);
  for (let i = 0; i < 8; i++) expect(Math.abs(values[i] - 1.9 * Math.exp(-t * rates[i]))).toBeLessThan(1e-11);
});

test("a factored tridiagonal matrix solves, whatever its length, in place as well, and refuses a vanishing pivot", () => {
  const part = (k: number, size: number) => Float64Array.from({ length: size }, (_, i) => Math.sin(k * i + k));
  for (const n of [1, 2, 3, 4, 5, 40, 41]) {
    const matrix = { lower: part(2, n - 1), diagonal: part(3, n).map((v) => v + 4), upper: part(5, n - 1) };
    const b = part(7, n);
    const x = factored(matrix)(b, new Float64Array(n));
    const product = multiply(matrix, x, new Float64Array(n));
    for (let i = 0; i < n; i++) expect(product[i]).toBeCloseTo(b[i], 13);
    expect(factored(matrix)(b, b)).toEqual(x);
    expect(() => factored({ ...matrix, diagonal: new Float64Array(n) })).toThrow(/Pivot \d+/);
  }
});
