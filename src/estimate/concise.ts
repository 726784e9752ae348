/** The concise notation of a number with its standard error: 1.832 ± 0.011 is 1.832(11). */

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole power of ten as "×10⁻⁵". */
export const power = (exponent: number): string =>
  `×10${exponent < 0 ? "⁻" : ""}${[...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join("")}`;

/** Where a leading digit stands in numbers that are written without a power of ten. */
export const inRange = (exponent: number): boolean => exponent >= -4 && exponent < 7;

/** count · 10^place. */
interface Decimal {
  readonly count: bigint;
  readonly place: number;
}

/** The first digits of a number. */
const leading = (x: number, digits: number): Decimal => {
  const [mantissa, exponent] = x.toExponential(digits - 1).split("e");
  return { count: BigInt(mantissa.replace(".", "")), place: Number(exponent) - digits + 1 };
};

/** Two digits of an error when they are 10 … 29, otherwise one; what rounds up to 10 has two. */
const shortened = (error: number): Decimal => {
  const two = leading(error, 2);
  const one = leading(error, 1);
  if (two.count < 30n) return two;
  return one.count === 1n ? { count: 10n, place: one.place - 1 } : one;
};

/** The whole number of 10^place nearest to x. */
const multiples = (x: number, place: number): bigint => {
  if (x === 0) return 0n;
  const digits = Number(x.toExponential().split("e")[1]) - place + 1;
  if (digits < 1) return digits === 0 && Math.abs(x) >= 5 * 10 ** (place - 1) ? BigInt(Math.sign(x)) : 0n;
  if (digits > 100) return BigInt(x) / 10n ** BigInt(Math.max(place, 0));
  const { count, place: found } = leading(x, digits);
  return count * 10n ** BigInt(found - place);
};

/** A whole number with so many of its digits behind the point. */
const pointed = (count: bigint, decimals: number): string => {
  const digits = String(count).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** mean(error), the error in units of the last digit of the mean: 1.832(11), -0.102(3), 1230(60), 4.20(12)×10⁻⁷. Both are finite, the error above 0. */
export const concise = (mean: number, error: number): string => {
  const { count: width, place } = shortened(error);
  const size = multiples(Math.abs(mean), place);
  const sign = mean < 0 ? "-" : "";
  const top = Math.max(String(size).length, String(width).length) + place - 1;
  if (!inRange(top)) return `${sign}${pointed(size, top - place)}(${width})${power(top)}`;
  const whole = 10n ** BigInt(Math.max(place, 0));
  return `${sign}${pointed(size * whole, Math.max(-place, 0))}(${width * whole})`;
};
