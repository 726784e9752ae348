export type { Density } from "./density.js";
export type { Generator, Start } from "./generator.js";
export type { Scheme } from "./schemes.js";
export { type SmoluchowskiOptions, smoluchowski } from "./smoluchowski.js";
export type { Spectrum } from "./spectrum.js";
