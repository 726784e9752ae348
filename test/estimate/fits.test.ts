import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../../src/ensembles/canonical.js";
import { chiSquaredTail } from "../../src/estimate/chi-squared.js";
import * as estimate from "../../src/estimate/index.js";
import { fft, lagProducts } from "../../src/linalg/fft.js";
import { upperGamma } from "../../src/linalg/gamma.js";
import { harmonic } from "../../src/potentials/index.js";
import { stream } from "../../src/random/stream.js";
import { caught } from "../oracles/caught.js";

const size = fc.double({ min: -5, max: 5, noNaN: true });

describe("linear fits", () => {
  const places = [0.3, 0.9, 1.4, 2.2, 3.1, 4.7];

  test("give back what the points were made of, whatever the functions", () => {
    fc.assert(
      fc.property(size, size, size, (a, b, c) => {
        const points = places.map((x) => ({ x, y: a + b * x + c * Math.sin(x) }));
        const { coefficients, at } = estimate.linearFit(points, [() => 1, (x) => x, Math.sin]);
        [a, b, c].forEach((exact, i) => {
          expect(coefficients[i].mean).toBeCloseTo(exact, 9);
        });
        expect(at(2.5).mean).toBeCloseTo(a + 2.5 * b + c * Math.sin(2.5), 9);
      }),
    );
  });

  test("have covariances of the right size: 400 noisy lines scatter as they say", () => {
    const rng = stream("lines");
    const fits = Array.from({ length: 400 }, () =>
      estimate.linearFit(
        places.map((x, i) => ({
          x,
          y: estimate.estimate(1.7 - 0.6 * x + 0.1 * (i + 1) * rng.normal(), 0.1 * (i + 1)),
        })),
      ),
    );
    const sigmas = (of: (fit: (typeof fits)[number]) => number) => estimate.moments(fits.map(of));
    for (const { mean, variance } of [
      sigmas(({ coefficients }) => estimate.inSigma(coefficients[0], 1.7)),
      sigmas(({ coefficients }) => estimate.inSigma(coefficients[1], -0.6)),
      sigmas(({ at }) => estimate.inSigma(at(2.6), 1.7 - 0.6 * 2.6)),
    ]) {
      expect(Math.abs(mean)).toBeLessThan(4 / 20);
      expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 400));
    }
    const chi = sigmas(({ chiSquared }) => chiSquared);
    expect(Math.abs(chi.mean - 4)).toBeLessThan(4 * Math.sqrt(8 / 400));
    const least = sigmas(({ probability }) => Number(probability < 0.1)).mean;
    expect(Math.abs(least - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / 400));
  });

  test("without error bars take the scatter: the slope of Student's example by hand", () => {
    const { coefficients, covariance } = estimate.linearFit([1, 2, 3, 4].map((x, i) => ({ x, y: [2, 3, 5, 4][i] })));
    // Σ(x − 2.5)(y − 3.5) = 4, Σ(x − 2.5)² = 5; the rest Σr² = 5 − 16/5 = 1.8 with two degrees of freedom.
    expect(coefficients[1].mean).toBeCloseTo(0.8, 12);
    expect(coefficients[1].error).toBeCloseTo(Math.sqrt(0.9 / 5), 12);
    expect(coefficients[0].mean).toBeCloseTo(1.5, 12);
    expect(covariance[0][1]).toBeCloseTo((-2.5 * 0.9) / 5, 12);
  });

  test("keep their digits far from the origin", () => {
    const points = places.map((x) => ({ x: 1e5 + x, y: 3 + 0.7 * (1e5 + x) }));
    expect(estimate.linearFit(points).coefficients[1].mean).toBeCloseTo(0.7, 8);
  });
});

describe("propagation of errors", () => {
  test("of products and quotients: relative errors add in squares", () => {
    const value = fc.double({ min: 0.5, max: 9, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const parts = [estimate.estimate(a, 0.01 * a, 40), estimate.estimate(-b, 0.02 * b, 30)];
        const found = estimate.propagate((x, y) => x / y, parts);
        expect(found.mean).toBe(a / -b);
        expect(found.error / ((a / b) * Math.hypot(0.01, 0.02))).toBeCloseTo(1, 6);
        expect(found.samples).toBe(30);
      }),
    );
  });

  test("with covariances: the sum of two that move against each other is exact", () => {
    const parts = [estimate.estimate(2, 0.3), estimate.estimate(5, 0.3)];
    const against = [
      [0.09, -0.09],
      [-0.09, 0.09],
    ];
    expect(estimate.propagate((x, y) => x + y, parts, against).error).toBeLessThan(1e-6);
    expect(estimate.propagate((x, y) => x - y, parts, against).error).toBeCloseTo(0.6, 8);
    expect(estimate.propagate((x, c) => c * Math.log(x), [parts[0], 7]).error).toBeCloseTo((7 * 0.3) / 2, 6);
  });
});

describe("χ²", () => {
  test("tail probabilities: closed forms for one, two and many degrees of freedom", () => {
    expect(chiSquaredTail(3.84145882069412, 1)).toBeCloseTo(0.05, 12);
    for (const x of [0.1, 2.3, 7, 40]) {
      expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
      const poisson = Array.from({ length: 20 }, (_, k) => k).reduce(
        ({ term, sum }, k) => ({ term: (term * x) / 2 / (k + 1), sum: sum + term }),
        { term: Math.exp(-x / 2), sum: 0 },
      ).sum;
      expect(chiSquaredTail(x, 40)).toBeCloseTo(poisson, 12);
    }
    expect([upperGamma(2.5, 0), upperGamma(0.5, 1e4)]).toEqual([1, 0]);
  });

  test("histograms of draws pass, with probabilities spread evenly; those of another density do not", () => {
    const gibbs = canonical(harmonic({ k: 2.3 }), 0.7);
    const rng = stream("goodness");
    const draws = () => Float64Array.from({ length: 2000 }, () => Math.sqrt(0.7 / 2.3) * rng.normal());
    const found = Array.from({ length: 100 }, () =>
      estimate.chiSquared(estimate.histogramOf(draws(), { bins: 20 }), gibbs),
    );
    const { mean } = estimate.moments(found.map(({ probability }) => probability));
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 100));
    const wide = canonical(harmonic({ k: 1.5 }), 0.7);
    expect(estimate.chiSquared(estimate.histogramOf(draws()), wide).probability).toBeLessThan(1e-3);
    expect(estimate.chiSquared(estimate.histogramOf(draws()), gibbs.density).dof).toBeGreaterThan(10);
  });
});

test("the Fourier transform is the sum, and lag products are the sums", () => {
  fc.assert(
    fc.property(
      fc.array(size, { minLength: 8, maxLength: 8 }),
      fc.array(size, { minLength: 8, maxLength: 8 }),
      (a, b) => {
        const [re, im] = [Float64Array.from(a), Float64Array.from(b)];
        fft(re, im);
        for (let j = 0; j < 8; j++) {
          const turn = (k: number) => (-2 * Math.PI * j * k) / 8;
          const real = a.reduce((sum, x, k) => sum + x * Math.cos(turn(k)) - b[k] * Math.sin(turn(k)), 0);
          const imaginary = a.reduce((sum, x, k) => sum + x * Math.sin(turn(k)) + b[k] * Math.cos(turn(k)), 0);
          expect(re[j]).toBeCloseTo(real, 11);
          expect(im[j]).toBeCloseTo(imaginary, 11);
        }
        lagProducts(a, b, 5).forEach((value, k) => {
          expect(value).toBeCloseTo(
            a.slice(0, 8 - k).reduce((sum, x, i) => sum + x * b[i + k], 0),
            11,
          );
        });
      },
    ),
  );
});

test.each([
  [
    () =>
      estimate.linearFit([
        { x: 1, y: 2 },
        { x: 2, y: 3 },
      ]),
    "parameter",
    /2 different places for 2 coefficients.*3 or more/,
  ],
  [() => estimate.linearFit([1, 2, 3].map((x) => ({ x, y: Number.NaN }))), "parameter", /y at 1 is NaN/],
  [() => estimate.linearFit([1, 2, 3].map((x) => ({ x: x / 0, y: 1 }))), "parameter", /x of a point is Infinity/],
  [
    () =>
      estimate.linearFit(
        [1, 2, 3, 4].map((x) => ({ x, y: x })),
        [(x) => x, (x) => 2 * x],
      ),
    "not-converged",
    /functions are the same.*Leave one/,
  ],
  [
    () =>
      estimate.linearFit(
        [0, 1, 2, 3].map((x) => ({ x, y: x })),
        [() => 1, Math.log],
      ),
    "parameter",
    /a function at 0 is -Infinity/,
  ],
  [() => estimate.propagate((x) => 1 / x, [estimate.estimate(0, 0.1)]), "non-finite", /of 0.00\(10\) is Infinity/],
  [() => estimate.propagate(Math.sqrt, [estimate.estimate(-1, 0.1)]), "non-finite", /is NaN/],
  [() => estimate.batchMeans([1, 2, 3], { batches: 2 }), "parameter", /batches is 2/],
  [() => estimate.batchMeans([1, 2, 3]), "too-short", /3 samples for 32 batches/],
  [() => estimate.blocking([1, 2, 3, 4], -1), "parameter", /spacing is -1/],
  [() => estimate.blocking([4, 2, 3, 1, 5]), "too-short", /still grows/],
  [
    () => estimate.jackknife(new Float64Array(640).fill(2), (a) => Math.log(a[0] - 2)),
    "non-finite",
    /statistic of 640 samples is -Infinity/,
  ],
  [
    () => estimate.bootstrap(new Float64Array(640), (a) => a[0], { seed: "a", resamples: 3 }),
    "parameter",
    /resamples is 3/,
  ],
  [() => estimate.bootstrap(new Float64Array(640), (a) => a[0], { seed: "" }), "parameter", /seed is empty/],
  [() => estimate.chiSquared(estimate.histogramOf([1, 2, 3]), () => 0.5), "too-short", /Only 0 bins/],
] as const)("wrong call %#", (call, fault, message) => {
  const error = caught(call);
  expect([error.fault, error.message]).toEqual([fault, expect.stringMatching(message)]);
});

test("an order is not read from noise", () => {
  const steps = [0.4, 0.2, 0.1].map((step) => ({ step, error: estimate.estimate(0.3 * step ** 2, 0.004) }));
  expect(caught(() => estimate.order(steps))).toMatchObject({ fault: "too-short" });
  expect(caught(() => estimate.order(steps)).message).toMatch(
    /at the step 0.1 is 0.003\(4\), smaller than its error bar/,
  );
});
