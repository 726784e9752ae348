import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateText } from "../../kernel/display/estimate-text.js";
import { display } from "../../src/display.js";
import * as estimate from "../../src/estimate/index.js";

describe("a number with its error", () => {
  test.each([
    [1.832, 0.011, "1.832(11)"],
    [1.8324, 0.0296, "1.83(3)"],
    [-0.1021, 0.0031, "-0.102(3)"],
    [1.2347e-5, 2.3e-7, "1.235(23)×10⁻⁵"],
    [123456, 234, "123460(230)"],
    [1234, 56, "1230(60)"],
    [12.3, 1.23, "12.3(12)"],
    [0.5, 0.0996, "0.50(10)"],
    [-0.5, 120, "-0(120)"],
    [60, 900, "100(900)"],
    [1e9, 3e6, "1.000(3)×10⁹"],
    [0, 0.02, "0.000(20)"],
    [-6.02214e23, 4e18, "-6.02214(4)×10²³"],
    [5e-324, 5e-324, "5(5)×10⁻³²⁴"],
    [1.005, 0.03, "1.00(3)"],
    [1.5, Number.POSITIVE_INFINITY, "1.5 ± ∞"],
    [Number.NEGATIVE_INFINITY, 0.1, "-∞ ± 0.1"],
    [Number.NaN, Number.NaN, "NaN ± NaN"],
  ])("%f ± %f reads %s, in the library and in the notebook", (mean, error, text) => {
    expect(estimate.format(mean, error)).toBe(text);
    expect(String(estimate.estimate(mean, error))).toBe(text);
    expect(estimate.estimate(mean, error)[display]()["text/plain"]).toBe(text);
    expect(estimateText({ mean, error })).toBe(text);
  });

  test("reads the same in the library and in the notebook, whatever the two are", () => {
    const size = fc.tuple(fc.double({ min: 1, max: 9.9999, noNaN: true }), fc.integer({ min: -12, max: 12 }));
    fc.assert(
      fc.property(size, size, fc.boolean(), ([m, i], [e, j], minus) => {
        const [mean, error] = [(minus ? -m : m) * 10 ** i, e * 10 ** j];
        fc.pre(error > 1e-10 * Math.abs(mean));
        expect(estimate.format(mean, error)).toBe(estimateText({ mean, error }));
      }),
      { numRuns: 1000 },
    );
  });

  test("is shown in the same way inside of a list", () => {
    expect(inspect([estimate.estimate(1.832, 0.011), 2])).toBe("[ 1.832(11), 2 ]");
  });

  test("is shown to half of its last digit", () => {
    const mean = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(mean, fc.double({ min: 1e-3, max: 9, noNaN: true }), (mean, error) => {
        const [, shown, width] = /^(-?[\d.]+)\((\d+)\)$/.exec(estimate.format(mean, error)) ?? [];
        const last = 10 ** -(shown.split(".")[1]?.length ?? 0);
        expect(Math.abs(Number(shown) - mean)).toBeLessThanOrEqual(0.5001 * last);
        expect(Math.abs(Number(width) * last - error)).toBeLessThanOrEqual(0.5001 * last);
        expect(Number(width) === 10 || Number(width) < 30).toBe(true);
      }),
    );
  });

  test.each([
    [3, "3"],
    [2e-7, "2×10⁻⁷"],
    [0.1 + 0.2, "0.3"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-∞"],
  ])("that is exact reads as it is: %f, %s", (mean, text) => {
    expect(estimate.format(mean, 0)).toBe(text);
    expect(estimate.format(0.3, 1e-12)).toBe("0.3");
  });
});
