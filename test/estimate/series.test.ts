/** Error bars of correlated series, by every route, against the exact error of an autoregressive one. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as estimate from "../../src/estimate/index.js";
import { stream } from "../../src/random/stream.js";
import { autoregressive, autoregressiveError } from "../oracles/autoregressive.js";
import { caught } from "../oracles/caught.js";

const routes = {
  timeAverage: (series: Float64Array) => estimate.timeAverage(series),
  batchMeans: (series: Float64Array) => estimate.batchMeans(series),
  blocking: (series: Float64Array) => estimate.blocking(series),
  jackknife: (series: Float64Array) => estimate.jackknife(series, (a) => estimate.moments(a).mean),
  bootstrap: (series: Float64Array) =>
    estimate.bootstrap(series, (a) => estimate.moments(a).mean, { seed: "again", resamples: 100 }),
};

/** The share of intervals ± 1 σ that should hold the truth, and how far 400 of them scatter. */
const [INSIDE, RUNS] = [0.6827, 400];
const scatter = Math.sqrt((INSIDE * (1 - INSIDE)) / RUNS);

describe.each(Object.entries(routes))("%s", (name, route) => {
  test(`covers the truth with ±1σ in 68 % of ${RUNS} series`, () => {
    const n = 4096;
    const found = Array.from({ length: RUNS }, (_, i) => route(autoregressive(0.8, n, `${name} ${i}`)));
    const share = found.filter(({ mean, error }) => Math.abs(mean) < error).length / RUNS;
    // An error from 32 batches is itself known to 13 %, which takes 1 % off the share.
    expect(Math.abs(share - INSIDE + 0.01)).toBeLessThan(4 * scatter);
    const { mean, variance } = estimate.moments(found.map(({ error }) => error / autoregressiveError(0.8, n)));
    expect(Math.abs(mean - 1)).toBeLessThan(0.05 + 4 * Math.sqrt(variance / RUNS));
  });

  test("refuses a series that is too short, and hands over the doubtful value", () => {
    const series = autoregressive(0.995, 1000, "short");
    const error = caught(() => route(series));
    expect(error.fault).toBe("too-short");
    expect(error.message).toMatch(/may be far off.*`estimate` of this error/);
    expect(error.estimate?.mean).toBeCloseTo(estimate.moments(series.subarray(-992)).mean, 1);
  });

  test("refuses NaN and nothing at all", () => {
    expect(caught(() => route(Float64Array.of(1, Number.NaN, 2))).fault).toBe("non-finite");
    expect(caught(() => route(new Float64Array(0))).fault).toBe("non-finite");
  });

  test("scales with the series", () => {
    const series = autoregressive(0.5, 4096, "scaled");
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (c, b) => {
          const [plain, scaled] = [route(series), route(series.map((a) => c * a + b))];
          expect(scaled.mean).toBeCloseTo(c * plain.mean + b, 9);
          expect(scaled.error / (c * plain.error)).toBeCloseTo(1, 6);
        },
      ),
      { numRuns: 5 },
    );
  });
});

test("blocking: a growing error that levels off, and the level where it does", () => {
  const { levels, error } = estimate.blocking(autoregressive(0.9, 2 ** 16, "levels"));
  const exact = autoregressiveError(0.9, 2 ** 16);
  expect(levels[0].error / exact).toBeLessThan(0.3);
  const plateau = levels.find((level) => level.error === error);
  expect(plateau?.size).toBeGreaterThan(10);
  expect(Math.abs(error - exact)).toBeLessThan(4 * (plateau?.uncertainty ?? 0) + 0.05 * exact);
});

test("τ of a long series by Fourier transform is that by sums", () => {
  const series = autoregressive(0.97, 20_000, "long memory");
  const { mean, variance } = estimate.moments(series);
  let [tau, window] = [0.5, 0];
  while (window < 5 * tau) {
    window++;
    let sum = 0;
    for (let i = 0; i + window < series.length; i++) sum += (series[i] - mean) * (series[i + window] - mean);
    tau += sum / ((series.length - window) * variance);
  }
  expect(window).toBeGreaterThan(100);
  expect(estimate.autocorrelationTime(series).tau).toBeCloseTo(tau, 9);
});

describe("resampling", () => {
  test("the variance of a correlated series, with its error and without its bias", () => {
    const found = Array.from({ length: 200 }, (_, i) =>
      estimate.jackknife(autoregressive(0.6, 2000, `variance ${i}`), (a) => estimate.moments(a).variance),
    );
    const { mean, variance } = estimate.moments(found.map((value) => value.mean));
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(variance / 200));
    const stated = estimate.moments(found.map(({ error }) => error)).mean;
    expect(Math.abs(stated / Math.sqrt(variance) - 1)).toBeLessThan(0.2);
  });

  test("a median by the bootstrap: σ √(π/2n) for independent normal numbers", () => {
    const rng = stream("median");
    const series = Float64Array.from({ length: 6400 }, () => 0.3 + 0.7 * rng.normal());
    const median = (a: Float64Array) => a.toSorted()[a.length >> 1];
    const found = estimate.bootstrap(series, median, { seed: "median", resamples: 200 });
    expect(estimate.agree(found, 0.3)).toBe(true);
    expect(Math.abs(found.error / (0.7 * Math.sqrt(Math.PI / 2 / 6400)) - 1)).toBeLessThan(0.5);
    expect(estimate.bootstrap(series, median, { seed: "median", resamples: 200 }).error).toBe(found.error);
  });
});

describe("correlation functions", () => {
  const [phi, n] = [0.8, 100_000];
  const series = autoregressive(phi, n, "correlated");

  test("C(k) = φᵏ within error bars, in the unit of the spacing", () => {
    const { t, mean, error } = estimate.correlation(series, { lags: 20, spacing: 0.25 });
    expect(t[20]).toBe(5);
    const pulls = Array.from(mean, (value, k) => (value - phi ** k) / error[k]);
    for (const pull of pulls) expect(Math.abs(pull)).toBeLessThan(4.5);
    expect(error[0]).toBeGreaterThan(0.5 * Math.sqrt((2 * (1 + phi ** 2)) / (1 - phi ** 2) / n));
    expect(error[0]).toBeLessThan(2 * Math.sqrt((2 * (1 + phi ** 2)) / (1 - phi ** 2) / n));
  });

  test("of two series keep the order of time", () => {
    const late = Float64Array.from(series, (_, i) => series[Math.max(i - 3, 0)]);
    const { mean } = estimate.correlation(series, { lags: 6, with: late });
    expect(mean[3]).toBeCloseTo(1, 1);
    expect(mean[0]).toBeCloseTo(phi ** 3, 1);
    expect(mean[6]).toBeCloseTo(phi ** 3, 1);
  });

  test("their integral has its plateau at C(0) τ, half a spacing being the trapezium's", () => {
    const found = estimate.greenKubo(series, { lags: 100, spacing: 0.25 });
    const exact = 0.25 * ((1 + phi) / (2 * (1 - phi)));
    expect(Math.abs(found.mean - exact)).toBeLessThan(4 * found.error + 0.01 * exact);
    expect(Math.abs(found.window / (5 * found.mean) - 1)).toBeLessThan(0.05);
    expect(found.error).toBeLessThan(0.1 * exact);
  });

  test("say when there is no plateau, and when there is no series", () => {
    const error = caught(() => estimate.greenKubo(series, { lags: 8 }));
    expect([error.fault, (error.estimate?.mean ?? 0) > 3]).toEqual(["too-short", true]);
    expect(caught(() => estimate.correlation(series, { lags: 50_000 })).message).toMatch(/for 50000 lags/);
    expect(caught(() => estimate.correlation(series, { lags: 0 })).message).toMatch(/lags is 0/);
    expect(caught(() => estimate.correlation(series, { lags: 5, spacing: 0 })).message).toMatch(/spacing is 0/);
  });
});

test("a weak slow part behind a fast, oscillating one is not cut off", () => {
  // √0.95 u + √0.05 v, u damped turns of correlation 0.9ᵏ cos k, v with 0.98ᵏ; 2τ is the sum over all lags of both.
  const n = 2 ** 14;
  const turning = (seed: string) => {
    const rng = stream(seed);
    let [a, b] = [rng.normal(), rng.normal()];
    const [c, s, width] = [0.9 * Math.cos(1), 0.9 * Math.sin(1), Math.sqrt(1 - 0.81)];
    return Float64Array.from({ length: n }, () => {
      [a, b] = [c * a - s * b + width * rng.normal(), s * a + c * b + width * rng.normal()];
      return a;
    });
  };
  const fast =
    1 + 2 * Array.from({ length: 400 }, (_, k) => 0.9 ** (k + 1) * Math.cos(k + 1)).reduce((x, y) => x + y, 0);
  const slow = 1 + (2 * 0.98) / 0.02;
  const exact = Math.sqrt((0.95 * fast + 0.05 * slow) / n);
  const errors = Array.from({ length: 40 }, (_, i) => {
    const slowly = autoregressive(0.98, n, `slow ${i}`);
    const scale = Math.sqrt(0.05 / estimate.moments(autoregressive(0.98, 2 ** 17, "scale")).variance);
    const both = turning(`fast ${i}`).map((u, k) => Math.sqrt(0.95) * u + scale * slowly[k]);
    return estimate.timeAverage(both).error / exact;
  });
  const { mean, variance } = estimate.moments(errors);
  expect(Math.abs(mean - 1)).toBeLessThan(0.05 + 4 * Math.sqrt(variance / 40));
});
