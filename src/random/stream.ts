import { PhysicsError } from "../errors.js";
import { cited } from "../references.js";
import { childKey, type Key, keyOf } from "./key.js";
import { xoshiro } from "./xoshiro.js";
import { ziggurat } from "./ziggurat.js";

/** A source of random numbers. Drawing changes it; `child(i)` does not, and does not depend on what was drawn. */
export interface Stream {
  /** 32 random bits, as a whole number in [0, 2³²). */
  word(): number;
  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** Normal with mean 0 and variance 1. */
  normal(): number;
  /** The stream number `label`, a whole number ≥ 0, of those that belong to this one. */
  child(label: number): Stream;
}

const open = (key: Key): Stream => {
  const word = xoshiro(key);
  const uniform = () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) * 2 ** -53;
  return { word, uniform, normal: ziggurat(word, uniform), child: (label) => open(childKey(key, label)) };
};

/** The stream of a seed phrase: the same phrase gives the same bits on every machine. @throws PhysicsError "parameter" [blackman-vigna-2021, marsaglia-tsang-2000] */
export const stream = (phrase: string): Stream => {
  if (typeof phrase !== "string" || phrase === "")
    throw new PhysicsError("parameter", {
      what: `The seed is ${phrase === "" ? "empty" : String(phrase)}`,
      expected: "a phrase",
      remedy: 'Write any words, such as seed: "first try"',
    });
  cited("blackman-vigna-2021", "marsaglia-tsang-2000");
  return open(keyOf(phrase));
};
