import { PhysicsError } from "../../errors.js";
import { exactExp, exactLog } from "../../random/elementary.js";
import type { Potential } from "../potential.js";
import { criticalPoint } from "./critical-point.js";
import type { Rectangle } from "./winding.js";

/** Where a search over the plane looks first: dense near 0, out to ±10⁴, like sinh. */
const FAR = 80;
const places = Float64Array.from({ length: 2 * FAR + 1 }, (_, i) => {
  const u = ((i - FAR) / FAR) * exactLog(2e7);
  return 5e-4 * (exactExp(u) - exactExp(-u));
});

/** Cells of a closer look, and how often it is taken. */
const [CELLS, LOOKS] = [64, 80];

const unbounded = (): never => {
  throw new PhysicsError("unbounded", {
    what: "V does not rise on all sides of the plane",
    expected: "a potential that confines in both coordinates",
    remedy: "Name a rectangle: { x: [-2, 2], y: [-1, 3] }, or add a term such as k*(x^2 + y^2)",
  });
};

/** V on a grid, one row after the other; ∞ where it is no number. */
const heights = (potential: Potential, xs: Float64Array, ys: Float64Array): Float64Array => {
  const point = new Float64Array(2);
  return Float64Array.from({ length: xs.length * ys.length }, (_, at) => {
    point[0] = xs[at % xs.length];
    point[1] = ys[Math.floor(at / xs.length)];
    const value = potential.energy(point);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  });
};

/** The bottom of the well round the lowest place of a wide search. @throws PhysicsError "unbounded" where that is at its edge */
const bottom = (potential: Potential): Float64Array => {
  const values = heights(potential, places, places);
  const at = values.reduce((best, value, i) => (value < values[best] ? i : best), 0);
  const [i, j] = [at % places.length, Math.floor(at / places.length)];
  if (Math.min(i, j) < 2 || Math.max(i, j) > 2 * FAR - 2 || !Number.isFinite(values[at])) unbounded();
  const start = Float64Array.of(places[i], places[j]);
  return criticalPoint(potential, start, 0.2 * (1 + Math.hypot(...start)), 0)?.q ?? start;
};

/** The first and the last index along each axis at which V lies below a level. */
const extent = (values: Float64Array, columns: number, level: number) => {
  const reach = { left: columns, right: -1, low: columns, high: -1 };
  for (const [at, value] of values.entries()) {
    if (!(value < level)) continue;
    const [i, j] = [at % columns, Math.floor(at / columns)];
    reach.left = Math.min(reach.left, i);
    reach.right = Math.max(reach.right, i);
    reach.low = Math.min(reach.low, j);
    reach.high = Math.max(reach.high, j);
  }
  return reach;
};

const spaced = ([from, to]: readonly [number, number]): Float64Array =>
  Float64Array.from({ length: CELLS + 1 }, (_, i) => from + (i / CELLS) * (to - from));

/** A side moved out by half the width where V is low at it, otherwise in to one cell beyond the outermost low place; it keeps `inside` inside. */
const adjusted = (
  [from, to]: readonly [number, number],
  first: number,
  last: number,
  inside: number,
): readonly [number, number] => {
  const cell = (to - from) / CELLS;
  const start = first === 0 ? from - 0.5 * (to - from) : from + (first - 1) * cell;
  const end = last === CELLS ? to + 0.5 * (to - from) : from + (last + 1) * cell;
  return [Math.min(start, inside - cell), Math.max(end, inside + cell)];
};

/** The least rectangle, to some percent of its sides, round the deepest well and what of its surroundings lies less than `depth` above its bottom.
 *  @throws PhysicsError "unbounded" */
export const regionBelow = (potential: Potential, depth: number): Rectangle => {
  const [x, y] = bottom(potential);
  const level = potential.energy(Float64Array.of(x, y)) + depth;
  let area: Rectangle = { x: [x - 1e-3, x + 1e-3], y: [y - 1e-3, y + 1e-3] };
  for (let look = 0; look < LOOKS; look++) {
    const { left, right, low, high } = extent(heights(potential, spaced(area.x), spaced(area.y)), CELLS + 1, level);
    const closed = Math.min(left, low) > 0 && Math.max(right, high) < CELLS;
    if (closed && Math.min(right - left, high - low) > CELLS - 8) return area;
    area = { x: adjusted(area.x, left, right, x), y: adjusted(area.y, low, high, y) };
    if (Math.max(...area.x.map(Math.abs), ...area.y.map(Math.abs)) > 1e5) unbounded();
  }
  return area;
};
