import type { WrongCall } from "./wrong-call.js";

/** Mistakes in ensembles, sampling and estimates. */
export const ofAverages: Readonly<Record<string, readonly WrongCall[]>> = {
  Ensembles: [
    ['ensembles.canonical(potentials.expression("-x^2"), 1)', "unbounded"],
    ["ensembles.canonical(spring, NaN)", "parameter"],
    ["ensembles.canonical(spring, 1, { between: [3, -3] })", "parameter"],
    ['ensembles.canonical(potentials.expression("a^2 + b^2 + c^2 + d^2"), 1)', "dimension"],
    ['ensembles.gibbsAverage(spring, 1, "x + z")', "expression"],
    ['ensembles.gibbsAverage(spring, 1, "log(x - 1)")', "non-finite"],
    ['ensembles.gibbsAverage(potentials.expression("log(x^2)"), 1, "x")', "unbounded"],
    ['ensembles.gibbsAverage(spring, 1, "p^2")', "undefined-quantity"],
    ["ensembles.microcanonical({ potential: well, mass: [1.5] }, -1)", "parameter"],
  ],
  Sampling: [
    ['sampling.timeAverage(langevin, "x", { steps: 5, seed: "a" })', "parameter"],
    ['sampling.timeAverage(langevin, "y", { steps: 500, seed: "a" })', "expression"],
    ['sampling.timeAverage(langevin, "log(x - 9)", { steps: 500, seed: "a" })', "non-finite"],
    ['sampling.timeAverage(langevin, "x", { steps: 500, seed: "a", burn: -3 })', "parameter"],
    ['sampling.timeAverage(langevin, "x", { steps: 20, seed: "a" })', "too-short"],
    ['sampling.convergence(langevin, "x", { steps: 5000, seed: "a", replicas: 2 })', "parameter"],
    ['sampling.convergence(langevin, "x", { steps: 320, seed: "a" })', "too-short"],
    [
      'sampling.convergence(dynamics.langevin({ potential: spring, mass: [1.5] }, bath, 0.1), "x", { steps: 20_000, seed: "a", limit: estimate.estimate(0, 0.2) })',
      "too-short",
    ],
    ['sampling.ergodicity(langevin, { steps: 5000, seed: "a", replicas: 1 })', "parameter"],
    ['sampling.ergodicity(dynamics.velocityVerlet(system, 0.02), { steps: 500, seed: "a" })', "parameter"],
  ],
  Estimates: [
    ["estimate.timeAverage([])", "non-finite"],
    ["estimate.timeAverage([1, NaN, 2])", "non-finite"],
    ["estimate.timeAverage([1, 2, 4, 3, 5, 2, 1, 3])", "too-short"],
    ["estimate.batchMeans([1, 2, 3])", "too-short"],
    ["estimate.blocking([4, 2, 3, 1, 5])", "too-short"],
    ["estimate.order([{ step: 1, error: 1 }])", "parameter"],
    ["estimate.order([-1, 1, 2].map((step) => ({ step, error: 1 })))", "parameter"],
    ["estimate.inverse(estimate.estimate(0, 0.1))", "parameter"],
    ["estimate.propagate(Math.sqrt, [estimate.estimate(-1, 0.1)])", "non-finite"],
    ['estimate.bootstrap(new Float64Array(640), ([a]) => a, { seed: "a", resamples: 3 })', "parameter"],
    ["estimate.chiSquared(estimate.histogramOf([1, 2, 3]), () => 0.5)", "too-short"],
  ],
};
