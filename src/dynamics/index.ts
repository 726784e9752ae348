export {
  type BornOppenheimer,
  type BornOppenheimerOptions,
  bornOppenheimer,
} from "./electronic/born-oppenheimer.js";
export { type Ehrenfest, type EhrenfestOptions, ehrenfest } from "./electronic/ehrenfest.js";
export type { EhrenfestState } from "./electronic/ehrenfest-step.js";
export type { Electrons } from "./electronic/electrons.js";
export { type GibbsElectronsOptions, gibbsElectrons } from "./electronic/gibbs-electrons.js";
export type { Molecule } from "./electronic/molecule.js";
export { type Scattering, type ScatteringOptions, scattering } from "./electronic/scattering.js";
export { ensemble, type Run } from "./ensemble/ensemble.js";
export type { Course, Measurement } from "./ensemble/measurement.js";
export type { Cores, Observation } from "./ensemble/observable.js";
export type { EnsembleOptions } from "./ensemble/options.js";
export type { HoppingState, SurfaceHopping, SurfaceHoppingOptions } from "./hopping/hopping-state.js";
export { surfaceHopping } from "./hopping/surface-hopping.js";
export type { Configuration, Integrator, PhaseState } from "./integrator.js";
export type { BathedSystem } from "./memory/bathed-system.js";
export { generalizedLangevin, type RememberingState } from "./memory/generalized-langevin.js";
export { type ZwanzigState, zwanzig } from "./memory/zwanzig.js";
export { metropolised } from "./metropolised.js";
export type { Noise, Recording } from "./noise.js";
export { type Brownian, type BrownianBath, type BrownianMethod, brownian } from "./overdamped/brownian.js";
export { type CoupledBath, coupledBrownian } from "./overdamped/coupled-brownian.js";
export type { Diffusion, Interpretation } from "./overdamped/diffusion.js";
export type { Path } from "./path.js";
export { type AccountedState, accounted } from "./splitting/accounted.js";
export { type CoupledFriction, coupledLangevin } from "./splitting/coupled-langevin.js";
export { type Friction, type FrictionBath, frictionLangevin } from "./splitting/friction-langevin.js";
export { hmc } from "./splitting/hybrid-monte-carlo.js";
export { langevin } from "./splitting/langevin.js";
export { type Bath, bathe, drift, feel, kick } from "./splitting/letters.js";
export type { Masses, MassMatrix } from "./splitting/mass.js";
export type { Splitting, System } from "./splitting/splitting.js";
export { type VerletOptions, velocityVerlet } from "./splitting/velocity-verlet.js";
export type { PhasePoint, Point, StartPoint } from "./start.js";
export { type LongTrajectoryOptions, longTrajectory, type TrajectoryOptions, trajectory } from "./trajectory.js";
