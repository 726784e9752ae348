export * from "./functionals/index.js";
export * from "./liouville/index.js";
export * from "./operators/index.js";
export * from "./reduce/index.js";
export * from "./shells/index.js";
export * from "./show/index.js";
