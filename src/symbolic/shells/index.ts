export { type DeltaIntegral, deltaIntegral } from "./delta-integral.js";
