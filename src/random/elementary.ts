/** exp and ln from +, −, × and ÷ alone. IEEE 754 rounds these the same way everywhere, while `Math.exp` may differ in the
 *  last bit between engines; whatever decides a random number is computed with these, so that a seed gives the same bits. */

const LN2 = Math.LN2;

/** 2ᵏ for −1074 ≤ k ≤ 1023, made by doubling and halving. */
const powers = new Float64Array(2098);
powers[1074] = 1;
for (let k = 1; k <= 1023; k++) powers[1074 + k] = 2 * powers[1073 + k];
for (let k = 1; k <= 1074; k++) powers[1074 - k] = powers[1075 - k] / 2;

/** eˣ to a relative 1e-14, 0 below and ∞ above what a number can hold: x = k ln 2 + r, the series in r, then k doublings. */
export const exactExp = (x: number): number => {
  if (x < -744) return 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const doublings = Math.round(x / LN2);
  const r = x - doublings * LN2;
  let sum = 1;
  for (let n = 20; n > 0; n--) sum = 1 + (r * sum) / n;
  return sum * powers[1074 + doublings];
};

/** eˣ − 1 to a relative 1e-14, however small x is. */
export const exactExpm1 = (x: number): number => {
  if (Math.abs(x) > 0.5) return exactExp(x) - 1;
  let sum = 1;
  for (let n = 20; n > 1; n--) sum = 1 + (x * sum) / n;
  return x * sum;
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

/** The halves of a number: bits 0 to 31, and 32 to 63, on the machines that Node runs on. */
const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

/** 2ᵏ for a whole k, −1022 ≤ k ≤ 1023. */
export const powerOfTwo = (k: number): number => powers[1074 + k];

/** The k of x = 2ᵏ m with √½ ≤ m < √2, for x ≥ 2⁻¹⁰²². The upper half of √½ has the bits 3fe6a09e. */
export const exponentOf = (x: number): number => {
  number[0] = x;
  return ((halves[1] + (0x3ff00000 - 0x3fe6a09e)) >>> 20) - 1023;
};

/** The m of x = 2ᵏ m. */
export const mantissaOf = (x: number): number => {
  number[0] = x;
  halves[1] = ((halves[1] + (0x3ff00000 - 0x3fe6a09e)) & 0xfffff) + 0x3fe6a09e;
  return number[0];
};
