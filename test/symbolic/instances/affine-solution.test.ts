import { expect, it } from "vitest";
import { stream } from "../../../src/random/index.js";
import { nearestSolution } from "../../../src/symbolic/instances/affine-solution.js";

const rng = stream("linear equations");
const vector = (n: number) => Float64Array.from({ length: n }, () => rng.normal());
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);

it("fulfils all equations, and no solution is nearer to the start", () => {
  for (let turn = 0; turn < 20; turn++) {
    const [start, known] = [vector(7), vector(7)];
    const rows = [vector(7), vector(7), vector(7)];
    const twice = rows[0]!.map((x, k) => 2 * x - rows[1]![k]!);
    const equations = [...rows, twice].map((row) => ({ row, value: dot(row, known) }));
    const x = nearestSolution(start, equations)!;
    for (const { row, value } of equations) expect(dot(row, x)).toBeCloseTo(value, 10);
    const gap = start.map((s, k) => s - x[k]!);
    expect(
      dot(
        gap,
        known.map((y, k) => y - x[k]!),
      ),
    ).toBeCloseTo(0, 10);
  }
});

it("finds none where equations contradict each other", () => {
  const row = Float64Array.of(1, -2);
  const twice = Float64Array.of(2, -4);
  expect(
    nearestSolution(Float64Array.of(0, 0), [
      { row, value: 1 },
      { row: twice, value: 2 },
    ]),
  ).toBeDefined();
  expect(
    nearestSolution(Float64Array.of(0, 0), [
      { row, value: 1 },
      { row: twice, value: 3 },
    ]),
  ).toBeUndefined();
});
