/**
 * A number in at most `digits` significant digits, without trailing zeros: 0.333333, 1.5, 6.02214e+23, NaN.
 * Integers below 10¹⁵ are written out, since cutting them would print a wrong number.
 */
export function numberText(value: number | bigint, digits = 6): string {
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (!Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < 1e15)) return String(value);
  return String(Number(value.toPrecision(digits)));
}
