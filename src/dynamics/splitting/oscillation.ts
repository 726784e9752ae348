import { exactExp } from "../../random/elementary.js";

/** A letter and the time it takes. */
interface Timed {
  readonly letter: string;
  readonly h: number;
}

/** Whether the step with all times stretched by `stretch` keeps ẍ = −λx − γẋ bounded: the map of (x, v) has both eigenvalues within the unit
 *  circle when its determinant d and trace t obey d ≤ 1 and |t| < 1 + d. */
const bounded = (moves: readonly Timed[], stretch: number, gamma: number, lambda: number): boolean => {
  const map = [1, 0, 0, 1];
  for (const { letter, h } of moves)
    for (const column of [0, 1]) {
      if (letter === "A") map[column] += stretch * h * map[2 + column];
      if (letter === "B") map[2 + column] -= stretch * h * lambda * map[column];
      if (letter === "O") map[2 + column] *= exactExp(-gamma * stretch * h);
    }
  const determinant = map[0] * map[3] - map[1] * map[2];
  return Math.abs(map[0] + map[3]) < 1 + determinant;
};

/** The longest dt at which a word keeps an oscillator of the frequency √λ and friction γ bounded, to 1e-6; for BAB without friction it is 2/√λ. */
export const longestStep = (moves: readonly Timed[], dt: number, gamma: number, lambda: number): number => {
  if (!(lambda > 0)) return Number.POSITIVE_INFINITY;
  const holds = (step: number): boolean => bounded(moves, step / dt, gamma, lambda);
  let [low, high] = [0, 0.05 / Math.sqrt(lambda)];
  while (holds(high) && high < 1e3 / Math.sqrt(lambda)) [low, high] = [high, 1.1 * high];
  for (let turn = 0; turn < 30; turn++) {
    const middle = 0.5 * (low + high);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
};
