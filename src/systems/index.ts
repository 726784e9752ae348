export { type Rubin, type RubinOptions, rubin } from "./rubin.js";
