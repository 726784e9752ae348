export { type BrownianBath, type BrownianMethod, brownian } from "./brownian.js";
export { type EnsembleOptions, ensemble, type Run } from "./ensemble.js";
export type { Configuration, Integrator, PhaseState } from "./integrator.js";
export { langevin, type System } from "./langevin.js";
export { type Bath, bathe, drift, feel, kick } from "./letters.js";
export type { Course, Measurement } from "./measurement.js";
export type { Cores, Observation } from "./observable.js";
export type { StartPoint } from "./start.js";
export { type Path, type TrajectoryOptions, trajectory } from "./trajectory.js";
