import type { Density } from "../operators/density.js";
import { evenStep } from "./even-step.js";
import { type Figure, figure } from "./figure.js";
import { amounts, mapOf } from "./map.js";
import { type FigureOptions, settings } from "./options.js";

/** ρ(x, y) as a map. @throws PhysicsError "dimension" */
export const densityMap = (density: Density, options: FigureOptions): Figure => {
  const { length } = settings(options);
  const [x, y] = density.grid.axes.map(({ symbol }) => symbol);
  const top = density.values.reduce((most, value) => Math.max(most, value), 0);
  const unit = options.units?.length && y !== "p" ? `1/${length}²` : "reduced units";
  const { trace, layout } = mapOf(
    density.grid,
    density.values,
    { quantity: [`ρ(${x}, ${y})`, unit], colours: amounts, range: [0, top, evenStep(top)] },
    options,
  );
  return figure([trace], layout);
};
