/** xoshiro128**, period 2¹²⁸ − 1, in 32-bit whole-number arithmetic. [blackman-vigna-2021] */

import type { Key } from "./key.js";

/** Words are made this many at a time: the state then stays in registers. */
const BATCH = 256;

/** A function that gives the next 32 random bits as a whole number in [0, 2³²). An all-zero key is replaced by a fixed one. */
export const xoshiro = (key: Key): (() => number) => {
  const state = Int32Array.from(key.some((word) => word !== 0) ? key : [0x6c, 0x69, 0x6f, 0x75]);
  const words = new Uint32Array(BATCH);
  let next = BATCH;
  const refill = () => {
    let [a, b, c, d] = state;
    for (let i = 0; i < BATCH; i++) {
      const scrambled = Math.imul(b, 5);
      words[i] = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    next = 0;
  };
  return () => {
    if (next === BATCH) refill();
    return words[next++];
  };
};
