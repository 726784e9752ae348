/** The statistics put in the place of mathjs, against mathjs. */

import fc from "fast-check";
import { mean, median, mode, std, variance } from "mathjs";
import { describe, expect, it } from "vitest";
import * as ours from "../../../build/danfojs/statistics.mjs";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 });
type Statistic = (values: unknown[]) => number;
const statistics: [string, Statistic, Statistic][] = [
  ["mean", ours.mean, mean as Statistic],
  ["variance", ours.variance, variance as unknown as Statistic],
  ["std", ours.std, std as Statistic],
  ["median", ours.median, median as Statistic],
];

describe("statistics of danfojs's columns", () => {
  it.each(statistics)("%s is that of mathjs", (_, statistic, oracle) => {
    fc.assert(
      fc.property(numbers, (xs) => {
        const exact = oracle(xs);
        expect(Math.abs(statistic(xs) - exact)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(exact)));
      }),
    );
  });

  it("mode is that of mathjs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), (xs) => {
        expect(ours.mode(xs)).toEqual(mode(xs));
      }),
    );
  });

  it.each(statistics)("%s leaves missing values out", (_, statistic) => {
    expect(statistic([2, null, 7, Number.NaN, undefined, 4])).toBe(statistic([2, 7, 4]));
  });

  it("of nothing is NaN, of one value has no variance, of words is refused", () => {
    for (const [, statistic] of statistics) expect(statistic([])).toBeNaN();
    expect(ours.variance([3])).toBe(0);
    expect(() => ours.mean(["x"])).toThrow(/"x"/);
  });
});
