export { type Canonical, type CanonicalOptions, canonical } from "./canonical.js";
export { type FreeEnergy, freeEnergy } from "./free-energy.js";
export { gibbsAverage } from "./gibbs-average.js";
export { type Mbar, type MbarData, mbar } from "./mbar.js";
export { type Microcanonical, microcanonical } from "./microcanonical.js";
export { microcanonicalAverage } from "./microcanonical-average.js";
export type { Property } from "./property.js";
export type { SamplingOptions } from "./sampled-average.js";
export type { Walls } from "./walls.js";
