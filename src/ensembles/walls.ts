import { finite } from "../checks.js";
import { PhysicsError } from "../errors.js";
import type { Box } from "../linalg/quadrature/cubature.js";

/** Hard walls: [from, to] on a line, [[from, to], [from, to]] in a plane. */
export type Walls = readonly [number, number] | Box;

const checked = ([from, to]: readonly [number, number]): readonly [number, number] => {
  if (finite("the left wall", from) < finite("the right wall", to)) return [from, to];
  throw new PhysicsError("parameter", {
    what: `The walls stand at ${from} and ${to}`,
    expected: "the left one first, and room between them",
    remedy: `Write { between: [${Math.min(from, to)}, ${Math.max(from, to) + Number(from === to)}] }`,
  });
};

/** The box between walls, checked. @throws PhysicsError "parameter", "dimension" */
export const wallsOf = (walls: Walls | undefined, dim: number): Box | undefined => {
  if (walls === undefined) return undefined;
  const box: Box = typeof walls[0] === "number" ? [walls as readonly [number, number]] : (walls as Box);
  if (box.length !== dim)
    throw new PhysicsError("dimension", {
      what: `There are walls along ${box.length} axes`,
      expected: `${dim}, one pair for each coordinate`,
      remedy: "Write { between: [[-3, 3], [-2, 2]] }",
    });
  return box.map(checked);
};
