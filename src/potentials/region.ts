import { PhysicsError } from "../errors.js";
import { exactExp, exactLog } from "../random/elementary.js";
import type { Potential } from "./potential.js";
import type { Rectangle } from "./winding.js";

/** Where a search over the plane looks first: dense near 0, out to ±10⁴, like sinh. */
const FAR = 80;
const places = Float64Array.from({ length: 2 * FAR + 1 }, (_, i) => {
  const u = ((i - FAR) / FAR) * exactLog(2e7);
  return 5e-4 * (exactExp(u) - exactExp(-u));
});

/** Cells of a closer look, and how often it is taken. */
const [CELLS, LOOKS] = [64, 16];

const unbounded = (): never => {
  throw new PhysicsError("unbounded", {
    what: "V does not rise on all sides of the plane",
    expected: "a potential that confines in both coordinates",
    remedy: "Name a rectangle: { x: [-2, 2], y: [-1, 3] }, or add a term such as k*(x^2 + y^2)",
  });
};

/** The first and last indices along each axis between which V lies less than `depth` above its lowest value on a grid. */
const below = (potential: Potential, xs: Float64Array, ys: Float64Array, depth: number) => {
  const point = new Float64Array(2);
  const values = Float64Array.from({ length: xs.length * ys.length }, (_, at) => {
    point[0] = xs[at % xs.length];
    point[1] = ys[Math.floor(at / xs.length)];
    const value = potential.energy(point);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  });
  const floor = values.reduce((a, b) => Math.min(a, b));
  if (!Number.isFinite(floor)) unbounded();
  let [left, right, bottom, top] = [xs.length, -1, ys.length, -1];
  for (const [at, value] of values.entries()) {
    if (!(value < floor + depth)) continue;
    const [i, j] = [at % xs.length, Math.floor(at / xs.length)];
    [left, right, bottom, top] = [Math.min(left, i), Math.max(right, i), Math.min(bottom, j), Math.max(top, j)];
  }
  return { left, right, bottom, top };
};

const spaced = ([from, to]: readonly [number, number]): Float64Array =>
  Float64Array.from({ length: CELLS + 1 }, (_, i) => from + (i / CELLS) * (to - from));

/** The least rectangle, to a 60th of its sides, that holds the places where V lies less than `depth` above its lowest value. @throws PhysicsError "unbounded" */
export const regionBelow = (potential: Potential, depth: number): Rectangle => {
  let xs: Float64Array = places;
  let ys: Float64Array = places;
  let area: Rectangle = { x: [0, 0], y: [0, 0] };
  for (let look = 0; look <= LOOKS; look++) {
    const { left, right, bottom, top } = below(potential, xs, ys, depth);
    if (look === 0 && (left < 2 || bottom < 2 || right > 2 * FAR - 2 || top > 2 * FAR - 2)) unbounded();
    const from = (i: number, at: Float64Array) => at[Math.max(i - 1, 0)];
    const to = (i: number, at: Float64Array) => at[Math.min(i + 1, at.length - 1)];
    area = { x: [from(left, xs), to(right, xs)], y: [from(bottom, ys), to(top, ys)] };
    if (look > 0 && Math.min(right - left, top - bottom) > CELLS - 4) break;
    [xs, ys] = [spaced(area.x), spaced(area.y)];
  }
  return area;
};
