import { PhysicsError } from "../../errors.js";
import { exactExp, exactLog } from "../../random/elementary.js";

/** The part of a line that matters, and its lowest point. */
export interface Basin {
  readonly from: number;
  readonly to: number;
  readonly lowest: number;
}

/** Where a search over the line looks: dense near 0, out to ±10⁴, like sinh, and to the bit the same on every machine. */
const places = Float64Array.from({ length: 8001 }, (_, i) => {
  const u = ((i - 4000) / 4000) * exactLog(2e7);
  return 5e-4 * (exactExp(u) - exactExp(-u));
});

/** Places of the closer look. */
const PLACES = 40_000;

const wall = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);

const unbounded = (what: string): never => {
  throw new PhysicsError("unbounded", {
    what,
    expected: "a potential that rises on both sides, so that exp(−V/kT) can be normalised",
    remedy: "Add a confining term such as k*x^2, or name the range: { between: [-3, 3] }",
  });
};

/** From `start` outwards, the first place beyond which V stays `depth` above `floor`. */
const rim = (V: (x: number) => number, start: number, floor: number, depth: number, side: 1 | -1): number => {
  let last = start;
  for (const distance of places.subarray(4001)) {
    const x = start + side * distance;
    if (!(wall(V(x)) > floor + depth)) last = x;
    else if (distance > 4 * Math.abs(last - start) + 1e-3) break;
  }
  if (Math.abs(last - start) > 5e3) unbounded(`V does not rise by ${depth} within 5000 of x = ${start}`);
  let [inside, outside] = [last, last + side * (0.01 + 0.05 * Math.abs(last - start))];
  while (!(wall(V(outside)) > floor + depth)) outside += outside - inside;
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (inside + outside);
    if (wall(V(middle)) > floor + depth) outside = middle;
    else inside = middle;
  }
  return outside;
};

/** The lowest of many places between two others. */
const closer = (V: (x: number) => number, from: number, to: number): number => {
  let [lowest, least] = [from, Number.POSITIVE_INFINITY];
  for (let i = 0; i <= PLACES; i++) {
    const x = from + (i / PLACES) * (to - from);
    const value = wall(V(x));
    if (value < least) [lowest, least] = [x, value];
  }
  return lowest;
};

/** The least value of V at some thousand places between −10000 and 10000, dense near 0: no less than its lowest. */
export const lowestTried = (V: (x: number) => number): number =>
  places.reduce((least, x) => Math.min(least, wall(V(x))), Number.POSITIVE_INFINITY);

/** The interval outside which V lies more than `depth` above its lowest value, and the place of that. It is looked for from −10000 to 10000 first, and then
 *  once more at 40001 places of the interval found: a well narrower than a 20000th of that may be missed.
 *  @throws PhysicsError "unbounded" where V falls or stays level on one side; "non-finite" where it is nowhere a number */
export const basin = (V: (x: number) => number, depth: number): Basin => {
  const values = places.map((x) => wall(V(x)));
  const at = values.reduce((best, value, i) => (value < values[best] ? i : best), 4000);
  if (values[at] === Number.POSITIVE_INFINITY)
    throw new PhysicsError("non-finite", {
      what: "V is infinite or not a number wherever it was tried between −10000 and 10000",
      expected: "finite values somewhere",
      remedy: "Check the formula and its parameters",
    });
  if (at < 40 || at > 7960) unbounded(`V falls towards x = ${places[at] > 0 ? "∞" : "−∞"}`);
  const around = (x: number): readonly [number, number] => {
    const floor = V(x);
    const low = places.filter((_, i) => values[i] <= floor + depth);
    const [first, last] = [Math.min(x, low[0] ?? x), Math.max(x, low[low.length - 1] ?? x)];
    return [rim(V, first, floor, depth, -1), rim(V, last, floor, depth, 1)];
  };
  const lowest = closer(V, ...around(places[at]));
  const [from, to] = around(lowest);
  return { from, to, lowest };
};
