/** The twin of assembly/noise.ts: the same operations in the same order, one number at a time. It says what the vectors must give, bit by bit. */

import { exponentOf, mantissaOf } from "../random/elementary.js";

const Q = [
  -3.9999999999998934, -1.3333333335930293, -0.7999998974436292, -0.5714433603368873, -0.44348354439358606,
  -0.3921816786523844,
];
const S = [
  1.5707963267948895, -0.6459640975042397, 0.07969262615353437, -0.004681752566775282, 0.00016042915250834877,
  -3.556206574116599e-6,
];
const C = [
  0.9999999999999344, -1.2337005501181886, 0.253669507091482, -0.020863467311979734, 0.000919158604025227,
  -2.484597862663533e-5,
];

const quintic = (c: readonly number[], y: number): number => {
  const yy = y * y;
  return c[0] + c[1] * y + (c[2] + c[3] * y) * yy + (c[4] + c[5] * y) * (yy * yy);
};

/** The next word of generator `lane`, xoshiro128++, whose state lies at lane, 4 + lane, 8 + lane and 12 + lane. */
const word = (state: Uint32Array, lane: number): number => {
  const [a, b, c, d] = [lane, 4 + lane, 8 + lane, 12 + lane];
  const sum = (state[a] + state[d]) >>> 0;
  const found = (((sum << 7) | (sum >>> 25)) + state[a]) >>> 0;
  const shifted = state[b] << 9;
  state[c] ^= state[a];
  state[d] ^= state[b];
  state[b] ^= state[c];
  state[a] ^= state[d];
  state[c] ^= shifted;
  state[d] = (state[d] << 11) | (state[d] >>> 21);
  return found;
};

/** Four words, one from each generator. */
const words = (state: Uint32Array): number[] => [0, 1, 2, 3].map((lane) => word(state, lane));

/** 52 bits of two words as a number in [1, 2). */
const unit = (low: number, high: number): number =>
  1 + ((high >>> 12) * 2 ** 32 + (((high << 20) | (low >>> 12)) >>> 0)) * 2 ** -52;

/** Fills `out` with normal numbers; its length is a multiple of 4. */
export const normals = (state: Uint32Array, out: Float64Array): void => {
  for (let at = 0; at < out.length; at += 4) {
    const [first, second] = [words(state), words(state)];
    for (const half of [0, 1]) {
      const u = 2 - unit(first[2 * half], first[2 * half + 1]);
      const m = mantissaOf(u);
      const s = (m - 1) / (m + 1);
      const r = Math.sqrt(exponentOf(u) * -1.3862943611198906 + s * quintic(Q, s * s));
      const v = unit(second[2 * half], second[2 * half + 1]) - 1.5;
      const sine = quintic(S, v * v) * v;
      const signed = second[2 * half] & 1 ? -r : r;
      const twice = (signed + signed) * sine;
      out[at + half] = twice * quintic(C, v * v);
      out[at + 2 + half] = signed - twice * sine;
    }
  }
};

const Q1 = [-4.00000047474784, -1.3330444740161427, -0.8259274573315473].map(Math.fround);
const S1 = [1.5707963217083447, -0.645963460233428, 0.07968003277042188, -0.004601657891180859].map(Math.fround);
const C1 = [0.9999999673863097, -1.2336966623575993, 0.25359494670289257, -0.02039858180190142].map(Math.fround);
const f = Math.fround;

const line = (a: number, b: number, y: number): number => f(a + f(b * y));
const cubic = (c: readonly number[], y: number): number => f(line(c[0], c[1], y) + f(line(c[2], c[3], y) * f(y * y)));

/** Bits of a number in single precision. */
const single = new Float32Array(1);
const pattern = new Int32Array(single.buffer);

/** Fills `out` with normal numbers made in single precision; its length is a multiple of 8. */
export const singles = (state: Uint32Array, out: Float64Array): void => {
  for (let at = 0; at < out.length; at += 8) {
    const [first, second] = [words(state), words(state)];
    for (let lane = 0; lane < 4; lane++) {
      single[0] = (first[lane] >>> 1) | 1;
      const bits = pattern[0] + 0x004afb0d;
      const k = (bits >>> 23) - 158;
      pattern[0] = (bits & 0x007fffff) + 0x3f3504f3;
      const m = single[0];
      const s = f(f(m - 1) / f(m + 1));
      const z = f(s * s);
      const q = f(line(Q1[0], Q1[1], z) + f(Q1[2] * f(z * z)));
      const r = f(Math.sqrt(f(f(k * f(-1.3862943611198906)) + f(s * q))));
      pattern[0] = (second[lane] >>> 9) | 0x3f800000;
      const v = f(single[0] - 1.5);
      const y = f(v * v);
      const sine = f(cubic(S1, y) * v);
      const signed = second[lane] & 1 ? -r : r;
      const twice = f(f(signed + signed) * sine);
      out[at + lane] = f(twice * cubic(C1, y));
      out[at + 4 + lane] = f(signed - f(twice * sine));
    }
  }
};
