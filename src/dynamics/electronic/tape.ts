import type { Stream } from "../../random/stream.js";

/** A stream that keeps what was drawn, so that a step can be made again with the same chances. */
export interface Tape {
  readonly stream: Stream;
  /** Back to the first number that is kept. */
  rewind(): void;
  /** Forgets all, and goes on with fresh numbers. */
  clear(): void;
}

/** A tape of what is drawn from a stream; beyond its end it draws and keeps more. */
export const tape = (rng: Stream): Tape => {
  const kept: number[] = [];
  let at = 0;
  const next = (draw: () => number) => (): number => {
    if (at === kept.length) kept.push(draw());
    return kept[at++];
  };
  return {
    stream: { word: next(rng.word), uniform: next(rng.uniform), normal: next(rng.normal), child: rng.child },
    rewind: () => {
      at = 0;
    },
    clear: () => {
      kept.length = at = 0;
    },
  };
};
