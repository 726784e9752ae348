import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateText } from "../../../kernel/display/estimate-text.js";

const text = (mean: number, error: number): string => estimateText({ mean, error });

describe("mean(error)", () => {
  it.each([
    // two digits of the error when they are 10 … 29, otherwise one
    [1.832, 0.011, "1.832(11)"],
    [1.8324, 0.029, "1.832(29)"],
    [1.8324, 0.0296, "1.83(3)"],
    [1.8324, 0.03, "1.83(3)"],
    [-0.1021, 0.0031, "-0.102(3)"],
    [0.5, 0.0949, "0.50(9)"],
    [0.5, 0.096, "0.50(10)"],
    [12.3456, 0.00096, "12.3456(10)"],
    // errors above one
    [1234, 56, "1230(60)"],
    [1234, 12, "1234(12)"],
    [1234.4, 1.5, "1234.4(15)"],
    [98765, 4000, "99000(4000)"],
    // errors above the mean
    [0.5, 120, "0(120)"],
    [-0.5, 120, "-0(120)"],
    [70, 120, "70(120)"],
    [6, 900, "0(900)"],
    [60, 900, "100(900)"],
    [0, 0.02, "0.000(20)"],
    // very small and very large
    [1.2345e-9, 2.3e-11, "1.235(23)×10⁻⁹"],
    [-6.02214e23, 4e18, "-6.02214(4)×10²³"],
    [0.00012, 0.00003, "0.00012(3)"],
    [0.0000123, 0.0000004, "1.23(4)×10⁻⁵"],
    [1e-300, 2e-302, "1.000(20)×10⁻³⁰⁰"],
    [5e-324, 5e-324, "5(5)×10⁻³²⁴"],
    [1.5e300, 1e-5, null],
    // nothing to round by
    [2.5, 0, "2.5(0)"],
    [-0, 0, "0(0)"],
    [1.8, Number.NaN, "1.8 ± NaN"],
    [1.8, Number.POSITIVE_INFINITY, "1.8 ± ∞"],
    [Number.NEGATIVE_INFINITY, 0.1, "-∞ ± 0.1"],
    [Number.NaN, Number.NaN, "NaN ± NaN"],
  ])("%d ± %d", (mean, error, expected) => {
    if (expected === null) expect(text(mean, error).length).toBeLessThan(500);
    else expect(text(mean, error)).toBe(expected);
  });

  it("rounds the exact binary value", () => {
    expect(text(1.005, 0.03)).toBe("1.00(3)");
    expect(text(2.675, 0.03)).toBe("2.67(3)");
    expect(text(0.125, 0.04)).toBe("0.13(4)");
  });

  it("is read back within half of the last digit, its error within 6 %", () => {
    const mean = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const error = fc.tuple(fc.double({ min: 1, max: 9.9999, noNaN: true }), fc.integer({ min: -14, max: 11 }));
    fc.assert(
      fc.property(mean, error, (m, [digits, exponent]) => {
        const e = digits * 10 ** exponent;
        const [, number, units, power] = /^(-?[\d.]+)\((\d+)\)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text(m, e)) ?? [];
        const scale =
          10 **
          Number([...(power ?? "⁰")].map((c) => ("⁰¹²³⁴⁵⁶⁷⁸⁹".includes(c) ? "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) : "-")).join(""));
        const decimals = number.split(".")[1]?.length ?? 0;
        const readError = Number(units) * 10 ** -decimals * scale;
        const coarse = decimals === 0 && scale === 1;
        const last = coarse
          ? 10 ** Math.max(0, Math.floor(Math.log10(readError) - (/^[12]/.test(units) ? 1 : 0)))
          : 10 ** -decimals * scale;
        expect(Math.abs(Number(number) * scale - m)).toBeLessThanOrEqual(
          last / 2 + 1e-9 * last + 4 * Number.EPSILON * Math.abs(m),
        );
        expect(Math.abs(readError / e - 1)).toBeLessThanOrEqual(0.17);
      }),
      { numRuns: 2000 },
    );
  });
});
