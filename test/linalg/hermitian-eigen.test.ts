import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Complexes } from "../../src/linalg/dense/complexes.js";
import { hermitianEigen } from "../../src/linalg/dense/hermitian-eigen.js";
import { stream } from "../../src/random/stream.js";

const hermitian = (n: number, seed: string, real = false): Complexes => {
  const { normal } = stream(seed);
  const [re, im] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) {
      re[i * n + j] = re[j * n + i] = normal();
      if (i === j || real) continue;
      im[i * n + j] = normal();
      im[j * n + i] = -im[i * n + j];
    }
  return { re, im: real ? new Float64Array(0) : im };
};

/** The largest of |A v_j − λ_j v_j| and |⟨v_j, v_k⟩ − δ_jk|. */
const residual = (a: Complexes, n: number): number => {
  const { values, vectors } = hermitianEigen(a, n);
  const at = ({ re, im }: Complexes, i: number) => [re[i], im[i] ?? 0];
  let worst = 0;
  for (let j = 0; j < n; j++)
    for (let k = 0; k < n; k++) {
      let [re, im, x, y] = [0, 0, 0, 0];
      for (let i = 0; i < n; i++) {
        const [[a0, b0], [c0, d0]] = [at(vectors, j * n + i), at(vectors, k * n + i)];
        re += a0 * c0 + b0 * d0;
        im += a0 * d0 - b0 * c0;
        const [u, v] = at(a, k * n + i);
        x += u * a0 - v * b0;
        y += u * b0 + v * a0;
      }
      const [p, q] = at(vectors, j * n + k);
      worst = Math.max(worst, Math.hypot(re - Number(j === k), im));
      worst = Math.max(worst, Math.hypot(x - values[j] * p, y - values[j] * q));
    }
  return worst;
};

describe("eigenpairs of Hermitian matrices", () => {
  test("A v = λ v with orthonormal v, real and complex", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.string({ minLength: 1 }), fc.boolean(), (n, seed, real) => {
        expect(residual(hermitian(n, seed, real), n)).toBeLessThan(1e-13 * n);
      }),
      { numRuns: 40 },
    );
  });

  test("eigenvalues rise, and those of σ_y are −1 and 1", () => {
    const { values } = hermitianEigen(hermitian(12, "rising"), 12);
    for (let i = 1; i < 12; i++) expect(values[i]).toBeGreaterThan(values[i - 1]);
    const pauli = { re: new Float64Array(4), im: Float64Array.of(0, -1, 1, 0) };
    const found = hermitianEigen(pauli, 2);
    expect(found.values[0]).toBeCloseTo(-1, 15);
    expect(found.values[1]).toBeCloseTo(1, 15);
  });
});
