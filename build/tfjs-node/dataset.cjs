// A lazily shuffled list, as tf.data.array gives it: the same seed gives the same order.

/** Uniform numbers in [0, 1) from the letters of a seed: xmur3 hash of the seed into mulberry32. */
const uniformFrom = (seed) => {
  let state = 1779033703 ^ seed.length;
  for (const letter of seed) {
    state = Math.imul(state ^ letter.codePointAt(0), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** Fisher and Yates' shuffle of a copy. */
const shuffled = (items, uniform) => {
  const copy = items.slice();
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
};

exports.dataset = (items) => ({
  shuffle: (_buffer, seed = "") => exports.dataset(shuffled(items, uniformFrom(String(seed)))),
  take: (count) => exports.dataset(items.slice(0, count)),
  toArray: async () => items.slice(),
});
