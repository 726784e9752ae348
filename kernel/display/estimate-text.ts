/** Concise notation of a value with its standard error: 1.832 ± 0.011 is written 1.832(11). */

/** The part of an `Estimate` that is printed. */
export interface Uncertain {
  readonly mean: number;
  readonly error: number;
}

/** A decimal number c·10^place, with an integer c. */
interface Decimal {
  readonly count: bigint;
  readonly place: number;
}

const superscript = (n: number): string =>
  String(n).replace(/[-\d]/g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)]));

/** x rounded to its first `digits` digits; `toExponential` rounds the exact binary value. */
function leading(x: number, digits: number): Decimal {
  const [mantissa, exponent] = x.toExponential(digits - 1).split("e");
  return { count: BigInt(mantissa.replace(".", "")), place: Number(exponent) - digits + 1 };
}

/**
 * The error to the digits worth printing: two when they are 10 … 29, otherwise one.
 * What rounds up to the next power of ten (0.096 → 0.10) begins with a 1 and so has two.
 */
function roundError(error: number): Decimal {
  const two = leading(error, 2);
  if (two.count <= 29n) return two;
  const one = leading(error, 1);
  return one.count === 1n ? { count: 10n, place: one.place - 1 } : one;
}

/** x as an integer multiple of 10^place. */
function roundTo(x: number, place: number): bigint {
  if (x === 0) return 0n;
  const digits = Number(x.toExponential().split("e")[1]) - place + 1;
  if (digits < 0) return 0n;
  if (digits === 0) return Math.abs(x) >= 5 * 10 ** (place - 1) ? BigInt(Math.sign(x)) : 0n;
  if (digits > 100) return BigInt(x) / 10n ** BigInt(Math.max(place, 0));
  const rounded = leading(x, digits);
  return rounded.count * 10n ** BigInt(rounded.place - place);
}

/** c with `decimals` digits behind the point. */
function withPoint(count: bigint, decimals: number): string {
  const sign = count < 0n ? "-" : "";
  const digits = String(count < 0n ? -count : count).padStart(decimals + 1, "0");
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const length = (c: bigint): number => String(c < 0n ? -c : c).length;
const infinite = (x: number): string => String(x).replace("Infinity", "∞");

/**
 * mean(error), the error in units of the last printed digit of the mean: 1.832(11), -0.102(3), 1230(60), 4.20(12)×10⁻⁷.
 * The error has two digits when they are 10 … 29, otherwise one. An error of zero leaves the mean as it is, 2.5(0);
 * what is not finite is written with ±.
 */
export function estimateText({ mean, error }: Uncertain): string {
  if (!Number.isFinite(mean) || !Number.isFinite(error)) return `${infinite(mean)} ± ${infinite(error)}`;
  if (error === 0) return `${mean}(0)`;
  const { count: e, place } = roundError(error);
  const m = roundTo(mean, place);
  const sign = m === 0n && mean < 0 ? "-" : "";
  const top = Math.max(length(m), length(e)) + place - 1;
  if (top >= -4 && top < 7) {
    const whole = 10n ** BigInt(Math.max(place, 0));
    return `${sign}${withPoint(m * whole, Math.max(-place, 0))}(${e * whole})`;
  }
  return `${sign}${withPoint(m, top - place)}(${e})×10${superscript(top)}`;
}
