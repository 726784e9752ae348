import { PhysicsError } from "../../errors.js";
import type { Potential } from "../potential.js";

/** A rectangle of the plane. */
export interface Rectangle {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const POINTS = 2048;

/** The border once round, against the clock. */
const border = ({ x, y }: Rectangle): Float64Array => {
  const corners = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ] as const;
  return Float64Array.from({ length: 2 * POINTS }, (_, at) => {
    const side = Math.floor((4 * (at >> 1)) / POINTS);
    const share = (4 * (at >> 1)) / POINTS - side;
    const [from, to] = [corners[side], corners[(side + 1) % 4]];
    return from[at % 2] + share * (to[at % 2] - from[at % 2]);
  });
};

/** How often the force turns round on the way once round a rectangle: the number of minima and maxima in it less that of saddles.
 *  @throws PhysicsError "non-finite" where the force on the border is no number */
export const degree = (potential: Potential, area: Rectangle): number => {
  const q = border(area);
  const force = potential.force(q, new Float64Array(q.length));
  let turned = 0;
  for (let at = 0; at < POINTS; at++) {
    const [i, j] = [2 * at, (2 * at + 2) % force.length];
    const cross = force[i] * force[j + 1] - force[i + 1] * force[j];
    turned += Math.atan2(cross, force[i] * force[j] + force[i + 1] * force[j + 1]);
    if (Number.isNaN(turned))
      throw new PhysicsError("non-finite", {
        what: `The force at (${q[i]}, ${q[i + 1]}) is (${force[i]}, ${force[i + 1]})`,
        expected: "a finite force all round the border of the rectangle",
        remedy: "Name a smaller rectangle: { x: [-2, 2], y: [-1, 3] }",
      });
  }
  return Math.round(turned / (2 * Math.PI));
};
