import { PhysicsError } from "../errors.js";

const PIECES = 40_000;
/** (√5 − 1)/2, by which golden sections shrink. */
const GOLDEN = 0.6180339887498949;

/** V with a wall wherever it is not a number. @throws PhysicsError "unbounded" where it is −∞ */
export const walled = (V: (x: number) => number): ((x: number) => number) => {
  return (x) => {
    const value = V(x);
    if (value > Number.NEGATIVE_INFINITY) return value;
    if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
    throw new PhysicsError("unbounded", {
      what: `V falls to −∞ at ${x}`,
      expected: "a potential with a lowest value, so that exp(−V/kT) can be normalised",
      remedy: "Add a core that keeps the particle away, or walls: { between: [0.1, 3] }",
    });
  };
};

/** The place of the least value of a function that falls, then rises, by golden sections to the last bits. */
const bottom = (f: (x: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to];
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [fx, fy] = [f(x), f(y)];
  for (let step = 0; step < 60; step++) {
    if (fx <= fy) {
      [b, y, fy] = [y, x, fx];
      x = b - GOLDEN * (b - a);
      fx = f(x);
    } else {
      [a, x, fx] = [x, y, fy];
      y = a + GOLDEN * (b - a);
      fy = f(y);
    }
  }
  return 0.5 * (a + b);
};

/** Where a function turns, and its lowest value. */
export interface Turns {
  readonly places: readonly number[];
  readonly floor: number;
}

/** The minima and maxima of V between two places: neighbours of 40001 equally spaced values, refined by golden sections. Wells narrower than a 20000th
 *  of the range may be missed. @throws PhysicsError "unbounded" where V is −∞ */
export const turns = (V: (x: number) => number, from: number, to: number): Turns => {
  const place = (i: number) => from + (i / PIECES) * (to - from);
  const values = Float64Array.from({ length: PIECES + 1 }, (_, i) => V(place(i)));
  const places: number[] = [];
  let floor = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  for (let i = 1; i < PIECES; i++) {
    const [left, here, right] = [values[i - 1], values[i], values[i + 1]];
    const noise = 4e-15 * Math.abs(here);
    const low = here <= left && here < right - noise;
    if (!low && !(here >= left && here > right + noise)) continue;
    const at = bottom(low ? V : (x) => -V(x), place(i - 1), place(i + 1));
    places.push(at);
    floor = Math.min(floor, V(at));
  }
  return { places, floor };
};
