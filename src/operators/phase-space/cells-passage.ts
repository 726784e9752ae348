import type { Density } from "../density.js";
import { type Field, fieldOn } from "../field.js";
import type { Region } from "../region.js";
import type { CellsOperator } from "./cells-operator.js";
import type { PhaseFrom } from "./phase-generator.js";
import { type Bordered, backward, cellsIn } from "./phase-reaction.js";

/** The mean of a field over a start. */
const meanFrom = ({ grid, log }: CellsOperator, from: PhaseFrom, field: Field): number => {
  if (typeof from === "object" && !("values" in from && "mass" in from))
    return field.at(...(from as readonly number[]));
  const density = from as Density;
  const weight =
    typeof from === "object"
      ? density.values.map((value, i) => value * grid.volumes[i])
      : Float64Array.from(cellsIn(grid, from), (is, i) => is * Math.exp(log[i]));
  const total = weight.reduce((sum, value) => sum + value, 0);
  return weight.reduce((sum, value, i) => sum + value * field.values[i], 0) / total;
};

/** τ with 𝓛†τ = −1 outside of the region and τ = 0 inside. @throws PhysicsError "grid" */
export const passageTimes = (operator: CellsOperator, bordered: Bordered, to: Region): Field =>
  fieldOn(
    operator.grid,
    backward(operator, bordered, cellsIn(operator.grid, to), -1, () => 0),
    "τ",
  );

/** The mean of τ over a start. @throws PhysicsError "grid" */
export const firstPassage = (operator: CellsOperator, bordered: Bordered, from: PhaseFrom, to: Region): number =>
  meanFrom(operator, from, passageTimes(operator, bordered, to));
