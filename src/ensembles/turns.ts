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

/** Places in a table at which its values turn by more than rounding: a flat bottom counts once. */
const turningPlaces = (values: Float64Array): readonly { readonly at: number; readonly isLow: boolean }[] => {
  const found: { at: number; isLow: boolean }[] = [];
  let [lowest, highest] = [0, 0];
  let [falling, rising] = [true, true];
  for (const [i, value] of values.entries()) {
    if (value < values[lowest]) lowest = i;
    if (value > values[highest]) highest = i;
    const isAbove = value > values[lowest] + 4e-15 * Math.abs(values[lowest]);
    const isBelow =
      value < values[highest] - (values[highest] < Number.POSITIVE_INFINITY ? 4e-15 * Math.abs(values[highest]) : 0);
    if (falling && isAbove) {
      if (lowest > 0) found.push({ at: lowest, isLow: true });
      [falling, rising, highest] = [false, true, i];
    } else if (rising && isBelow) {
      if (highest > 0) found.push({ at: highest, isLow: false });
      [falling, rising, lowest] = [true, false, i];
    }
  }
  return found;
};

/** The minima and maxima of V between two places: turns of 40001 equally spaced values, refined by golden sections. Wells narrower than a 20000th
 *  of the range may be missed. @throws PhysicsError "unbounded" where V is −∞ */
export const turns = (V: (x: number) => number, from: number, to: number): Turns => {
  const place = (i: number) => from + (i / PIECES) * (to - from);
  const values = Float64Array.from({ length: PIECES + 1 }, (_, i) => V(place(i)));
  const places = turningPlaces(values)
    .filter(({ at }) => values[at] < Number.POSITIVE_INFINITY)
    .map(({ at, isLow }) => bottom(isLow ? V : (x) => -V(x), place(at - 1), place(at + 1)));
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  return { places, floor: places.reduce((low, at) => Math.min(low, V(at)), least) };
};
