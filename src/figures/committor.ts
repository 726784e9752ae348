import type { Data } from "plotly.js";
import type { Field } from "../operators/field.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { mapOf, sides } from "./map.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";
import { line } from "./traces.js";

/** The line on which both ends are as likely. */
const halfway = (trace: Data): Data =>
  ({
    ...trace,
    name: "q = ½",
    contours: { coloring: "none", start: 0.5, end: 0.5, size: 1 },
    showscale: false,
    showlegend: true,
    line: { width: 2.5, color: "#202020" },
  }) as Data;

/** The committor q, the probability to come to B before A: a curve on a line; on a plane a map from A (orange) to B (blue) with the line q = ½.
 *  @throws PhysicsError "dimension" in space */
export const committor = (q: Field, options: FigureOptions = {}): Figure => {
  const { grid, values } = q;
  const [{ symbol }] = grid.axes;
  const name = `committor q(${grid.axes.map((axis) => axis.symbol).join(", ")})`;
  if (grid.dim === 1) {
    const layout = axes({ x: [symbol, settings(options).length], y: [name, "probability"] }, options);
    return figure([line("q", grid.points, values, colour(0), { width: 3 })], layout);
  }
  const { trace, layout } = mapOf(
    grid,
    values,
    { quantity: [name, "probability"], colours: sides, range: [0, 1, 0.1] },
    options,
  );
  return figure([trace, halfway(trace)], layout);
};
