import fc from "fast-check";
import { expect, test } from "vitest";
import { complexProduct, complexSolve, complexZeros } from "../../src/linalg/dense/complex-solve.js";

const n = 4;
const matrix = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2 * n * n, maxLength: 2 * n * n })
  .map((list) => ({ re: Float64Array.from(list.slice(0, n * n)), im: Float64Array.from(list.slice(n * n)) }));

test("the solution of A X = B gives B again, rows exchanged where the pivot is zero", () => {
  fc.assert(
    fc.property(matrix, matrix, (a, b) => {
      // A matrix with a zero in the first corner and large numbers beside the diagonal, so that it is never near singular.
      for (let i = 0; i < n; i++) a.re[i * n + ((i + 1) % n)] += 9;
      a.re[0] = 0;
      a.im[0] = 0;
      const copy = (m: typeof a) => ({ re: m.re.slice(), im: m.im.slice() });
      const x = complexSolve(copy(a), copy(b), n, n);
      const product = complexProduct(a, x, n, complexZeros(n));
      for (let k = 0; k < n * n; k++) {
        expect(product.re[k]).toBeCloseTo(b.re[k], 12);
        expect(product.im[k]).toBeCloseTo(b.im[k], 12);
      }
    }),
  );
});

test("a singular matrix has no finite solution", () => {
  const zeros = complexZeros(2);
  const one = { re: Float64Array.of(1, 2), im: Float64Array.of(0, 0) };
  expect(Array.from(complexSolve(zeros, one, 2, 1).re).some(Number.isFinite)).toBe(false);
});
