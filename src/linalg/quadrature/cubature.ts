import { PhysicsError } from "../../errors.js";
import { gaussLegendre, type Rule } from "./gauss-legendre.js";
import type { Quadrature } from "./integrate.js";

const [fine, coarse] = [gaussLegendre(10), gaussLegendre(7)];
/** Evaluations after which the error is told as it is, and the share of ∫ |f| up to which it is worth telling. */
const BUDGET = 6e6;
const TOLERABLE = 1e-4;

/** A box: [from, to] along each axis. */
export type Box = readonly (readonly [number, number])[];

/** A box with ∫ f and ∫ |f| over it, the error, and the axis along which it is worst. */
interface Cell {
  readonly box: Box;
  readonly value: number;
  readonly size: number;
  readonly error: number;
  readonly worst: number;
}

/** ∫ f and ∫ |f| over a box by the product of a rule for each axis. */
const product = (f: (q: Float64Array) => number, box: Box, rules: readonly Rule[]): readonly [number, number] => {
  const q = new Float64Array(box.length);
  let [value, size] = [0, 0];
  const along = (axis: number, weight: number): void => {
    if (axis === box.length) {
      const part = weight * f(q);
      value += part;
      size += Math.abs(part);
      return;
    }
    const [from, to] = box[axis];
    const { nodes, weights } = rules[axis];
    for (let k = 0; k < nodes.length; k++) {
      q[axis] = 0.5 * (from + to) + 0.5 * (to - from) * nodes[k];
      along(axis + 1, weight * weights[k] * 0.5 * (to - from));
    }
  };
  along(0, 1);
  return [value, size];
};

const evaluationsOf = (dim: number): number => 10 ** dim + dim * 7 * 10 ** (dim - 1);

const cellOn = (f: (q: Float64Array) => number, box: Box): Cell => {
  const [value, size] = product(
    f,
    box,
    box.map(() => fine),
  );
  const misses = box.map((_, axis) =>
    Math.abs(
      value -
        product(
          f,
          box,
          box.map((_, i) => (i === axis ? coarse : fine)),
        )[0],
    ),
  );
  const error = misses.reduce((sum, miss) => sum + miss, 0);
  if (Number.isFinite(error)) return { box, value, size, error, worst: misses.indexOf(Math.max(...misses)) };
  throw new PhysicsError("non-finite", {
    what: `In the box ${box.map(([from, to]) => `[${Number(from.toPrecision(4))}, ${Number(to.toPrecision(4))}]`).join(" × ")} the integrand is infinite or not a number`,
    expected: "finite values",
    remedy: "Check it for singular points",
  });
};

const halves = (box: Box, axis: number): readonly [Box, Box] => {
  const [from, to] = box[axis];
  const middle = 0.5 * (from + to);
  const half = (range: readonly [number, number]) => box.map((old, i) => (i === axis ? range : old));
  return [half([from, middle]), half([middle, to])];
};

/** All boxes between neighbouring edges of each axis. */
const boxesOf = (edges: readonly (readonly number[])[]): Box[] =>
  edges.reduce<Box[]>(
    (boxes, axis) => boxes.flatMap((box) => axis.slice(1).map((to, i) => [...box, [axis[i], to] as const])),
    [[]],
  );

/** The cells with the largest errors, which make up `share` of it, and the others. */
const parted = (cells: readonly Cell[], share: number): readonly [Cell[], Cell[]] => {
  const sorted = [...cells].sort((a, b) => b.error - a.error);
  let count = 0;
  for (let covered = 0; covered < share && count < sorted.length; count++) covered += sorted[count].error;
  return [sorted.slice(0, count), sorted.slice(count)];
};

const total = (cells: readonly Cell[], of: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => sum + of(cell), 0);

/** ∫ f over a box in two or three dimensions, by products of Gauss–Legendre rules of 10 points on cells. The error of a cell is how much it moves when an
 *  axis has 7 points instead; the cells that make up the largest nine tenths of it are halved across their worst axis, until the sum is below `tolerance` of
 *  ∫ |f|. `edges` are the first places to cut at, axis by axis, ends included. After 6·10⁶ evaluations the error is told as it is, up to `tolerable`, 1e-4 unless
 *  told, of ∫ |f|.
 *  @throws PhysicsError "not-converged" beyond, "non-finite" */
export const cubature = (
  f: (q: Float64Array) => number,
  edges: readonly (readonly number[])[],
  tolerance = 1e-11,
  tolerable = TOLERABLE,
): Quadrature => {
  const dim = edges.length;
  let cells = boxesOf(edges).map((box) => cellOn(f, box));
  let evaluations = cells.length * evaluationsOf(dim);
  for (;;) {
    const error = total(cells, (cell) => cell.error);
    const size = total(cells, (cell) => cell.size);
    if (error <= tolerance * size || evaluations > BUDGET) {
      const value = total(cells, (cell) => cell.value);
      if (error <= tolerable * size) return { value, error, size, evaluations };
      throw new PhysicsError("not-converged", {
        what: `The integral still moves by ${error.toPrecision(2)} after ${evaluations} evaluations; its last value is ${value}`,
        expected: "an integrand that is smooth but for some jumps",
        remedy: "Check it for singular points, or average by sampling, with a seed",
      });
    }
    const [worst, rest] = parted(cells, 0.9 * error);
    evaluations += 2 * worst.length * evaluationsOf(dim);
    cells = [...rest, ...worst.flatMap((cell) => halves(cell.box, cell.worst).map((half) => cellOn(f, half)))];
  }
};
