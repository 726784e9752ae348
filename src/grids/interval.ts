import { axis } from "./axis.js";
import { gridOf } from "./box.js";
import { type BothEnds, endsOf } from "./ends.js";
import type { Interval } from "./grid.js";

/** `cells` equal cells from `from` to `to`; points are their middles, from + (i + ½) Δx. @throws PhysicsError "grid" where to ≤ from, "parameter" */
export const interval = (
  from: number,
  to: number,
  cells: number,
  { ends = "natural" }: { readonly ends?: BothEnds } = {},
): Interval => {
  const [pair] = endsOf(ends, ["x"]);
  const line = axis([from, to, cells], "x", pair);
  return { ...gridOf([line]), dim: 1, from, to, spacing: (to - from) / cells };
};
