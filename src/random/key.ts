/** Keys of streams: four 32-bit words, made from a phrase or from another key and a label. */

import seedrandom from "seedrandom";

export type Key = readonly [number, number, number, number];

/** A phrase → its key. The same phrase gives the same key on every machine. */
export const keyOf = (phrase: string): Key => {
  const generator = seedrandom(phrase);
  return [generator.int32(), generator.int32(), generator.int32(), generator.int32()];
};

/** An invertible mixing of 32 bits, in which every bit of the input reaches every bit of the output. */
const mix = (word: number): number => {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** The key of child `label` (a whole number below 2⁵³) of a key. Nothing but the two decides it. */
export const childKey = (key: Key, label: number): Key => {
  const words = [...key] as [number, number, number, number];
  let carry = mix(label ^ 0x6c696f75) ^ mix(Math.floor(label / 2 ** 32) + 0x76696c6c);
  for (let round = 0; round < 3; round++)
    for (let lane = 0; lane < 4; lane++) {
      carry = mix((words[lane] ^ carry) + Math.imul(lane + 1, 0x9e3779b9));
      words[lane] = (words[lane] + Math.imul(carry, 5)) | 0;
    }
  return words;
};
