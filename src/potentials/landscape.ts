import { PhysicsError } from "../errors.js";
import { exactExp, exactLog } from "../random/elementary.js";

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

/** The interval outside which V lies more than `depth` above its lowest value. Wells narrower than 0.3 % of their distance from 0 may be missed.
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
  const lowest = places[at];
  return { from: rim(V, lowest, values[at], depth, -1), to: rim(V, lowest, values[at], depth, 1), lowest };
};
