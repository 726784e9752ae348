import type { Stream } from "../../src/random/stream.js";

/** A stream whose normals are all 0 but number `which`: what one noise number does to a step. */
export const pulse = (which: number): Stream & { readonly drawn: () => number } => {
  let drawn = 0;
  return {
    word: () => 0,
    uniform: () => 0,
    normal: () => Number(drawn++ === which),
    child: () => pulse(which),
    drawn: () => drawn,
  };
};
