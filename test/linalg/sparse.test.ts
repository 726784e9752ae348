import fc from "fast-check";
import { expect, test } from "vitest";
import { multiply, sparse, transpose } from "../../src/linalg/sparse/sparse.js";

const entries = fc.array(
  fc.record({
    row: fc.integer({ min: 0, max: 6 }),
    column: fc.integer({ min: 0, max: 4 }),
    value: fc.double({ min: -3, max: 3, noNaN: true }),
  }),
  { maxLength: 40 },
);
const built = (list: readonly { row: number; column: number; value: number }[]) =>
  sparse(7, 5, {
    row: list.map(({ row }) => row),
    column: list.map(({ column }) => column),
    value: list.map(({ value }) => value),
  });
const x = Float64Array.of(0.3, -1.7, 2.9, 0.6, -0.4);

test("triplets at the same place are added, rows grow, A x and Aᵀ y are the sums over triplets", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const a = built(list);
      for (let j = 0; j < 5; j++)
        for (let k = a.start[j] + 1; k < a.start[j + 1]; k++) expect(a.index[k]).toBeGreaterThan(a.index[k - 1]);
      const exact = new Float64Array(7);
      for (const { row, column, value } of list) exact[row] += value * x[column];
      for (const [i, value] of multiply(a, x, new Float64Array(7)).entries()) expect(value).toBeCloseTo(exact[i], 12);
      const y = Float64Array.from({ length: 7 }, (_, i) => 0.2 + i * i);
      const back = new Float64Array(5);
      for (const { row, column, value } of list) back[column] += value * y[row];
      for (const [i, value] of multiply(transpose(a), y, new Float64Array(5)).entries())
        expect(value).toBeCloseTo(back[i], 11);
      expect(transpose(transpose(a))).toEqual(a);
    }),
  );
});
