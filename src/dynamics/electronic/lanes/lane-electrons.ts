import type { ExpressionField } from "../../../potentials/fields/matrix.js";
import type { MatrixField } from "../../../potentials/fields/matrix-field.js";
import type { RotatingFrame } from "../../../systems/rotating-frame.js";
import type { LaneElectrons } from "../../ensemble/recipe.js";
import type { Electrons } from "../electrons.js";
import type { Weighed } from "../molecule.js";
import { spinLane } from "./spin-lane.js";
import { turningLane } from "./turning-lane.js";

const isTurning = (field: MatrixField): field is RotatingFrame => "formulas" in field;

const isTwoStates = (field: MatrixField): field is ExpressionField =>
  "entries" in field && field.real && field.states === 2;

/** The electrons of a molecule as numbers of a lane; undefined for fields of which there is no straight-line code. */
export const laneElectrons = ({ field, hbar }: Weighed, begin: Electrons): LaneElectrons | undefined => {
  if (isTurning(field)) return turningLane(field, hbar, begin);
  return isTwoStates(field) ? spinLane(field, hbar, begin) : undefined;
};
