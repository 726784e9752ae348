export { type Debye, type DebyeOptions, debye, type Placement } from "./debye.js";
export { type HarmonicBath, type HarmonicBathOptions, harmonicBath } from "./harmonic-bath.js";
export { type RotatingFrame, type RotatingFrameOptions, rotatingFrame } from "./rotating-frame.js";
export { type Rubin, type RubinOptions, rubin } from "./rubin.js";
export { type SpectralBathOptions, spectralBath } from "./spectral-bath.js";
