/** xoshiro128**, period 2¹²⁸ − 1, in 32-bit whole-number arithmetic. [blackman-vigna-2021] */

import type { Key } from "./key.js";

/** A function that gives the next 32 random bits as a whole number in [0, 2³²). An all-zero key is replaced by a fixed one. */
export const xoshiro = (key: Key): (() => number) => {
  let [a, b, c, d] = key.some((word) => word !== 0) ? key : [0x6c, 0x69, 0x6f, 0x75];
  return () => {
    const scrambled = Math.imul(b, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return word >>> 0;
  };
};
