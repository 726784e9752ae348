export { type Canonical, canonical, type Property } from "./canonical.js";
export { gibbsAverage } from "./gibbs-average.js";
