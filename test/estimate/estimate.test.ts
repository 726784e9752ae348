import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import * as estimate from "../../src/estimate/index.js";
import { absorb, commonBins, count, emptyLattice } from "../../src/estimate/lattice-histogram.js";
import { neighbourCorrelation } from "../../src/estimate/neighbours.js";
import { stream } from "../../src/random/stream.js";

/** aₙ₊₁ = φ aₙ + √(1 − φ²) ξ: variance 1, τ = (1 + φ)/(2(1 − φ)). */
const autoregressive = (phi: number, n: number, seed: string): Float64Array => {
  const rng = stream(seed);
  let a = rng.normal();
  return Float64Array.from({ length: n }, () => {
    a = phi * a + Math.sqrt(1 - phi * phi) * rng.normal();
    return a;
  });
};

describe("time averages", () => {
  test.each([0, 0.5, 0.9, -0.4])("know τ of an autoregressive series with φ = %f", (phi) => {
    const series = autoregressive(phi, 200_000, `phi ${phi}`);
    const { tau, relative } = estimate.autocorrelationTime(series);
    const exact = (1 + phi) / (2 * (1 - phi));
    expect(Math.abs(tau / Math.max(exact, 0.5) - 1)).toBeLessThan(4 * relative + 0.01);
  });

  test("have errors of the right size: 200 series scatter as they say", () => {
    const sigmas = Array.from({ length: 200 }, (_, i) =>
      estimate.inSigma(estimate.timeAverage(autoregressive(0.8, 4000, `series ${i}`)), 0),
    );
    const { variance } = estimate.moments(sigmas);
    // χ² of 200 degrees: ± 4 √(2/200), and 6 % for the noise of each error.
    expect(Math.abs(variance - 1.03)).toBeLessThan(0.4);
  });

  test("measure τ in the unit of the spacing", () => {
    const series = autoregressive(0.7, 50_000, "spacing");
    const [a, b] = [estimate.timeAverage(series), estimate.timeAverage(series, 0.25)];
    expect(b.tau).toBeCloseTo(a.tau / 4, 12);
    expect(b.error).toBe(a.error);
  });

  test("refuse a series that is too short, and hand over the doubtful value", () => {
    const series = autoregressive(0.99, 500, "short");
    const call = () => estimate.timeAverage(series);
    expect(call).toThrow(/autocorrelation times long/);
    try {
      call();
    } catch (error) {
      expect((error as PhysicsError).fault).toBe("too-short");
      expect((error as PhysicsError).estimate?.mean).toBeCloseTo(estimate.moments(series).mean, 12);
    }
    expect(() => estimate.timeAverage([])).toThrow(PhysicsError);
    expect(() => estimate.timeAverage([1, Number.NaN, 2])).toThrow(/NaN/);
    expect(() => estimate.timeAverage([1, 2], -1)).toThrow(/spacing/);
  });
});

test("comparison is in standard errors", () => {
  const [a, b] = [estimate.estimate(2.5, 0.3), estimate.estimate(1.5, 0.4)];
  expect(estimate.inSigma(a, b)).toBeCloseTo(2, 14);
  expect(estimate.inSigma(b, a)).toBeCloseTo(-2, 14);
  expect(estimate.inSigma(3, 3)).toBe(0);
  expect(estimate.inSigma(3, 2)).toBe(Number.POSITIVE_INFINITY);
  expect([estimate.agree(a, b), estimate.agree(a, b, 1.9)]).toEqual([true, false]);
});

test("arithmetic carries errors", () => {
  const a = estimate.estimate(2.5, 0.3, 10, 0.7);
  expect(estimate.scale(a, -2)).toMatchObject({ mean: -5, error: 0.6, samples: 10, tau: 0.7 });
  expect(estimate.sum(a, estimate.estimate(1, 0.4))).toMatchObject({ mean: 3.5, error: 0.5 });
  expect(estimate.inverse(a).error / estimate.inverse(a).mean).toBeCloseTo(0.12, 14);
  expect(() => estimate.inverse(estimate.estimate(0, 0.1))).toThrow(/estimate is 0, which has no inverse/);
});

test("ratios have the error of the ratio, not of its parts", () => {
  const rng = stream("ratios");
  const errors: number[] = [];
  const values = Array.from({ length: 300 }, () => {
    const b = Float64Array.from({ length: 40 }, () => 5 + rng.normal());
    const found = estimate.ratio(
      b.map((x) => 0.7 * x + 0.2 * rng.normal()),
      b,
    );
    errors.push(found.error);
    return found.mean;
  });
  const { mean, variance } = estimate.moments(values);
  expect(Math.abs(mean - 0.7)).toBeLessThan(4 * Math.sqrt(variance / 300));
  // A standard deviation from 300 values is known to 4 %.
  expect(Math.abs(Math.sqrt(variance) / estimate.moments(errors).mean - 1)).toBeLessThan(0.17);
  expect(estimate.ratio([1, 2], [2, 4]).error).toBe(0);
});

test("neighbouring batches: independent ones are uncorrelated, a trend is seen, trajectories are kept apart", () => {
  const rng = stream("batches");
  const noise = Float64Array.from({ length: 4000 }, rng.normal);
  expect(Math.abs(neighbourCorrelation(noise, 8).r) * Math.sqrt(3500)).toBeLessThan(4);
  expect(neighbourCorrelation(noise, 8).pairs).toBe(3500);
  expect(neighbourCorrelation(autoregressive(0.8, 4000, "alike"), 4000).r).toBeCloseTo(0.8, 1);
  const steps = Float64Array.from({ length: 64 }, (_, i) => Math.floor(i / 2));
  expect(neighbourCorrelation(steps, 2).r).toBeCloseTo(1, 12);
});

describe("histograms", () => {
  test("have area 1 and binomial errors", () => {
    const rng = stream("histogram");
    const samples = Float64Array.from({ length: 20_000 }, () => 0.3 + 0.7 * rng.normal());
    const { centres, width, density, error } = estimate.histogramOf(samples);
    expect(density.reduce((sum, value) => sum + value, 0) * width).toBeCloseTo(1, 12);
    const chi2 = centres.reduce((sum, x, i) => {
      if (density[i] * width < 1e-3) return sum;
      const exact = Math.exp(-0.5 * ((x - 0.3) / 0.7) ** 2) / (0.7 * Math.sqrt(2 * Math.PI));
      return sum + ((density[i] - exact) / error[i]) ** 2;
    }, 0);
    const bins = density.filter((value) => value * width >= 1e-3).length;
    expect(Math.abs(chi2 - bins) / Math.sqrt(2 * bins)).toBeLessThan(4.5);
    expect(() => estimate.histogramOf([1, Number.POSITIVE_INFINITY])).toThrow(PhysicsError);
    expect(() => estimate.histogramOf([])).toThrow(PhysicsError);
  });

  test("without a range hold every sample in its bin, and add without loss", () => {
    const value = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1.7e6),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n * 1e-15),
      fc.constantFrom(0, -0, 1e100, -1e100, 0.5),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.array(value, { maxLength: 60 }),
        (left, right) => {
          const [a, b] = [emptyLattice(), emptyLattice()];
          for (const x of left) count(a, x);
          for (const x of right) count(b, x);
          const { width, first, counts } = commonBins([a, b], 80);
          [left, right].forEach((samples, k) => {
            const direct = new Float64Array(counts[k].length);
            for (const x of samples) direct[Math.floor(x / width) - first]++;
            expect(counts[k]).toEqual(direct);
          });
          absorb(a, b);
          expect(a.total).toBe(left.length + right.length);
          expect(a.counts.reduce((sum, n) => sum + n, 0)).toBe(a.total);
        },
      ),
    );
  });
});

describe("orders of convergence", () => {
  const steps = [0.4, 0.2, 0.1, 0.05];

  test("are the slope, with no error for an exact power", () => {
    const fit = estimate.order(steps.map((step) => ({ step, error: -3 * step ** 2 })));
    expect(fit.mean).toBeCloseTo(2, 12);
    expect(fit.error).toBeLessThan(1e-12);
    expect(Math.exp(fit.intercept)).toBeCloseTo(3, 10);
  });

  test("take error bars as weights: 300 noisy fits scatter as they say", () => {
    const rng = stream("orders");
    const sigmas = Array.from({ length: 300 }, () => {
      const noisy = steps.map((step) => ({
        step,
        error: estimate.estimate(2 * step ** 1.5 * (1 + 0.02 * rng.normal()), 0.04 * step ** 1.5),
      }));
      return estimate.inSigma(estimate.order(noisy), 1.5);
    });
    expect(Math.abs(estimate.moments(sigmas).variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 300));
  });

  test.each([
    [0, /error at the step 0.05 is 0/],
    [estimate.estimate(0, 0.1), /error at the step 0.05 is 0/],
    [Number.NaN, /error at the step 0.05 is NaN/],
  ])("refuse an error of %o", (error, message) => {
    const points = steps.map((step) => ({ step, error: step === 0.05 ? error : step ** 2 }));
    expect(() => estimate.order(points)).toThrow(PhysicsError);
    expect(() => estimate.order(points)).toThrow(message);
    expect(() => estimate.order([-1, 1, 2].map((step) => ({ step, error: 1 })))).toThrow(/a step is -1/);
  });

  test("need three steps", () => {
    expect(() => estimate.order([{ step: 1, error: 1 }])).toThrow(/given for 1 different step\./);
    expect(() => estimate.order([1, 1, 2].map((step) => ({ step, error: step })))).toThrow(
      /given for 2 different steps\./,
    );
  });
});
