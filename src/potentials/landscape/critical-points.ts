import { finite } from "../../checks.js";
import { counted } from "../../counted.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { coordinates } from "../coordinates.js";
import type { Potential } from "../potential.js";
import { type CriticalPoint, criticalPoint } from "./critical-point.js";
import { regionBelow } from "./region.js";
import { degree, type Rectangle } from "./winding.js";

/** All points of a rectangle where the force vanishes, by rising energy. */
export interface CriticalPoints extends Displayable {
  readonly all: readonly CriticalPoint[];
  readonly minima: readonly CriticalPoint[];
  readonly saddles: readonly CriticalPoint[];
  readonly maxima: readonly CriticalPoint[];
}

type Named = Potential & { readonly variables?: readonly string[] };

/** Cells along each side of the scan: the first, and the finest that is tried. */
const [CELLS, FINEST] = [64, 512];

const rectangleOf = (potential: Named, ranges: Readonly<Record<string, readonly [number, number]>>): Rectangle => {
  const names = potential.variables ?? coordinates(2);
  const [x, y] = names.map((name) => {
    const range = ranges[name];
    if (range === undefined || !(finite(`the start of ${name}`, range[0]) < finite(`the end of ${name}`, range[1])))
      throw new PhysicsError("parameter", {
        what: `The range of ${name} is ${range?.join(" to ") ?? "missing"}`,
        expected: "the smaller end first",
        remedy: `Write { ${names[0]}: [-2, 2], ${names[1]}: [-1, 3] }`,
      });
    return range;
  });
  return { x, y };
};

const onAPlane = ({ dim }: Potential): void => {
  if (dim === 2) return;
  throw new PhysicsError("dimension", {
    what: `The potential has ${counted(dim, "coordinate")}`,
    expected: "two for a search over a plane",
    remedy: dim === 1 ? "Use potentials.stationaryPoints on a line" : "Hold the others fixed by potentials.restrict",
  });
};

/** Middles of the cells at whose corners both components of the force have both signs. */
const candidates = (potential: Potential, { x, y }: Rectangle, cells: number): Float64Array[] => {
  const size = cells + 1;
  const place = (i: number, j: number) =>
    Float64Array.of(x[0] + (i / cells) * (x[1] - x[0]), y[0] + (j / cells) * (y[1] - y[0]));
  const corners = new Float64Array(2 * size * size);
  for (let j = 0; j < size; j++) for (let i = 0; i < size; i++) corners.set(place(i, j), 2 * (j * size + i));
  const force = potential.force(corners, new Float64Array(corners.length));
  const mixed = (i: number, j: number, k: number) => {
    const signs = [0, 1, size, size + 1].map((step) => Math.sign(force[2 * (j * size + i + step) + k]));
    return signs.some((sign) => sign !== signs[0]);
  };
  const found: Float64Array[] = [];
  for (let j = 0; j < cells; j++)
    for (let i = 0; i < cells; i++) if (mixed(i, j, 0) && mixed(i, j, 1)) found.push(place(i + 0.5, j + 0.5));
  return found;
};

/** What Newton's method finds from the cells of a grid, by rising energy. */
export const scan = (potential: Potential, area: Rectangle, cells: number): CriticalPoint[] => {
  const { x, y } = area;
  const width = Math.hypot(x[1] - x[0], y[1] - y[0]);
  const within = ([a, b]: Float64Array) => a >= x[0] && a <= x[1] && b >= y[0] && b <= y[1];
  const found: CriticalPoint[] = [];
  for (const start of candidates(potential, area, cells)) {
    const point = criticalPoint(potential, start, width / cells);
    if (point === undefined || !within(point.q)) continue;
    if (!found.some(({ q }) => Math.hypot(q[0] - point.q[0], q[1] - point.q[1]) < 1e-7 * width)) found.push(point);
  }
  return found.sort((a, b) => a.energy - b.energy);
};

/** The sum of the signs of det ∂²V/∂q∂q, which the force on the border alone decides. */
const index = (points: readonly CriticalPoint[]): number =>
  points.reduce((sum, { kind }) => sum + (kind === "saddle" ? -1 : 1), 0);

const incomplete = (found: number, expected: number): never => {
  throw new PhysicsError("not-converged", {
    what: `Minima and maxima less saddles are ${found} in number, and the force on the border asks for ${expected}`,
    expected: "points that are apart from each other and from the border",
    remedy: "Name a rectangle round the wells: { x: [-2, 2], y: [-1, 3] }",
  });
};

const rows = (points: readonly CriticalPoint[], names: readonly string[]): string =>
  [
    `| | ${names.join(" | ")} | V | curvatures |`,
    "| --- | --- | --- | --- | --- |",
    ...points.map(({ kind, q, energy, curvatures }) => {
      const numbers = [...q, energy].map((value) => Number(value.toPrecision(7)));
      return `| ${kind} | ${numbers.join(" | ")} | ${[...curvatures].map((value) => Number(value.toPrecision(5))).join(", ")} |`;
    }),
  ].join("\n");

/** The minima, saddles and maxima of V on a plane: Newton's method from every cell of a grid where the force may vanish. The grid is refined until their number
 *  fits the winding of the force round the border, minima + maxima − saddles; a minimum and a saddle closer than a cell may both be missed. Without ranges
 *  such as { x: [-2, 2], y: [-1, 3] } the rectangle is that where V lies less than 1000 above its lowest value.
 *  @throws PhysicsError "dimension", "parameter", "unbounded", "not-converged" */
export const criticalPoints = (
  potential: Named,
  ranges?: Readonly<Record<string, readonly [number, number]>>,
): CriticalPoints => {
  onAPlane(potential);
  const area = ranges ? rectangleOf(potential, ranges) : regionBelow(potential, 1e3);
  const expected = degree(potential, area);
  let all: readonly CriticalPoint[] = [];
  for (let cells = CELLS; cells <= FINEST; cells *= 2) {
    all = scan(potential, area, cells);
    if (index(all) === expected) break;
  }
  if (index(all) !== expected) incomplete(index(all), expected);
  const of = (kind: CriticalPoint["kind"]) => all.filter((point) => point.kind === kind);
  const names = potential.variables ?? coordinates(2);
  return {
    all,
    minima: of("minimum"),
    saddles: of("saddle"),
    maxima: of("maximum"),
    [display]: () => ({ "text/markdown": rows(all, names), "text/plain": rows(all, names) }),
  };
};
