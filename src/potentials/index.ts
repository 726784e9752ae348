export { checked, checkFinite } from "./checked.js";
export { type CustomFunctions, type CustomPotential, custom } from "./custom.js";
export { type ExpressionPotential, expression } from "./expression.js";
export { type Adiabats, adiabats, type Gap } from "./fields/adiabats.js";
export { type AvoidedCrossingOptions, avoidedCrossing } from "./fields/avoided-crossing.js";
export type { Entry } from "./fields/entries.js";
export { type ExpressionField, type MatrixOptions, matrix } from "./fields/matrix.js";
export type { FieldUnits, Frame, MatrixField } from "./fields/matrix-field.js";
export { type SpinBath, type SpinBoson, type SpinBosonOptions, spinBoson } from "./fields/spin-boson.js";
export { type Surface, surface } from "./fields/surface.js";
export { tully } from "./fields/tully.js";
export {
  type VibronicCoupling,
  type VibronicMode,
  type VibronicOptions,
  vibronicCoupling,
} from "./fields/vibronic-coupling.js";
export type { CriticalPoint } from "./landscape/critical-point.js";
export { type CriticalPoints, criticalPoints } from "./landscape/critical-points.js";
export { type Basin, basin } from "./landscape/landscape.js";
export { type EnergyPath, path } from "./landscape/path.js";
export { type StationaryPoint, stationaryPoints } from "./landscape/stationary.js";
export type { Rectangle } from "./landscape/winding.js";
export type { BoxSize } from "./pairs/box.js";
export { lennardJones } from "./pairs/lennard-jones.js";
export { morse } from "./pairs/morse.js";
export { type Cut, type PairPotential, pair } from "./pairs/pair.js";
export { type PairwiseOptions, type PairwisePotential, pairwise } from "./pairs/pairwise.js";
export type { Tail } from "./pairs/tail.js";
export { type Potential, profile, pull } from "./potential.js";
export { type RestrictedPotential, restrict } from "./restrict.js";
export { type SplinePotential, spline } from "./spline.js";
export { type SumPotential, sum } from "./sum.js";
export { type HarmonicWell, harmonic } from "./wells/harmonic.js";
export { muellerBrown } from "./wells/mueller-brown.js";
export { prinz } from "./wells/prinz.js";
export type { Stiffness } from "./wells/stiffness.js";
export { tripleWell } from "./wells/triple-well.js";
export { doubleWell, quartic, tiltedWell } from "./wells/wells.js";
