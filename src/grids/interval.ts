import { finite, whole } from "../checks.js";
import { display } from "../display.js";
import { PhysicsError } from "../errors.js";
import type { Interval } from "./grid.js";

/** `cells` equal cells from `from` to `to`; points are their middles, from + (i + ½) Δx. @throws PhysicsError "grid" where to ≤ from, "parameter" */
export const interval = (from: number, to: number, cells: number): Interval => {
  finite("from", from);
  finite("to", to);
  whole("the number of cells", cells, 3);
  if (to <= from)
    throw new PhysicsError("grid", {
      what: `The interval runs from ${from} to ${to}`,
      expected: "an end above the beginning",
      remedy: "Exchange the two",
    });
  const spacing = (to - from) / cells;
  return {
    dim: 1,
    size: cells,
    from,
    to,
    spacing,
    points: Float64Array.from({ length: cells }, (_, i) => from + (i + 0.5) * spacing),
    volumes: new Float64Array(cells).fill(spacing),
    [display]: () => ({ "text/plain": `${cells} cells of ${spacing.toPrecision(4)} from ${from} to ${to}` }),
  };
};
