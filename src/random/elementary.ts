/** exp and ln from +, −, × and ÷ alone. IEEE 754 rounds these the same way everywhere, while `Math.exp` may differ in the
 *  last bit between engines; whatever decides a random number is computed with these, so that a seed gives the same bits. */

const LN2 = Math.LN2;

/** eˣ for −700 < x < 700, to a relative 1e-14: x = k ln 2 + r, the series in r, then k doublings. */
export const exactExp = (x: number): number => {
  const doublings = Math.round(x / LN2);
  const r = x - doublings * LN2;
  let sum = 1;
  for (let n = 20; n > 0; n--) sum = 1 + (r * sum) / n;
  return sum * 2 ** doublings;
};

/** ln x for 0 < x < 1e300, to a relative 1e-14: x = 2ᵏ m with m near 1, and ln m = 2 artanh((m − 1)/(m + 1)). */
export const exactLog = (x: number): number => {
  let mantissa = x;
  let power = 0;
  for (; mantissa > Math.SQRT2; power++) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; power--) mantissa *= 2;
  const z = (mantissa - 1) / (mantissa + 1);
  const zz = z * z;
  let sum = 0;
  for (let n = 41; n > 0; n -= 2) sum = sum * zz + 1 / n;
  return power * LN2 + 2 * z * sum;
};
