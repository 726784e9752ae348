export { inverse, scale, sum } from "./arithmetic.js";
export { autocorrelationTime } from "./autocorrelation.js";
export { agree, inSigma } from "./compare.js";
export { type Estimate, estimate, isEstimate, type ShownEstimate } from "./estimate.js";
export { format } from "./format.js";
export { type Histogram, histogramOf } from "./histogram.js";
export { moments } from "./moments.js";
export { ratio } from "./ratio.js";
export { timeAverage } from "./time-average.js";
