import { describe, expect, test } from "vitest";
import { ensembles, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { caught } from "../oracles/caught.js";

const { freeEnergy, mbar } = ensembles;

/** Draws of harmonic wells kᵢ(x − aᵢ)²/2 at kT = 1, for which −ln Z = ½ ln(k/2π). */
const wells = (seed: string, parameters: readonly (readonly [k: number, a: number, n: number])[]) => {
  const rng = stream(seed);
  const x = Float64Array.from(
    parameters.flatMap(([k, a, n]) => Array.from({ length: n }, () => a + rng.normal() / Math.sqrt(k))),
  );
  return {
    x,
    reduced: parameters.map(([k, a]) => x.map((value) => 0.5 * k * (value - a) ** 2)),
    counts: parameters.map(([, , n]) => n),
  };
};
const three = [
  [1.3, 0, 300],
  [2.7, 0.8, 200],
  [0.6, -0.9, 500],
] as const;

describe("the multistate Bennett acceptance ratio", () => {
  test("with one state is the average of exponentials, with two Bennett's own equation", () => {
    const one = wells("one", [[1.3, 0, 400]]);
    const target = one.x.map((x) => 0.9 * x * x);
    const { logarithm } = mbar(one).weights(target, [one.x.map((x) => Number(x > 0.2))]);
    const weight = one.x.map((_, i) => Math.exp(one.reduced[0][i] - target[i]));
    const share =
      weight.reduce((sum, w, i) => sum + w * Number(one.x[i] > 0.2), 0) / weight.reduce((sum, w) => sum + w, 0);
    expect(logarithm[0].mean).toBeCloseTo(-Math.log(share), 10);
    const two = wells("two", [
      [1.3, 0, 300],
      [2.7, 0.8, 200],
    ]);
    const f = mbar(two).freeEnergies[1].mean;
    const fermi = (y: number) => 1 / (1 + Math.exp(y));
    const M = Math.log(300 / 200);
    const sum = (from: number, to: number, sign: number) => {
      let all = 0;
      for (let i = from; i < to; i++) all += fermi(sign * (M + two.reduced[1][i] - two.reduced[0][i] - f));
      return all;
    };
    expect(sum(0, 300, 1) / sum(300, 500, -1)).toBeCloseTo(1, 8);
  });

  test("free energies scatter about the exact ones as their errors say", () => {
    const exact = (k: number) => 0.5 * Math.log(three[k][0] / three[0][0]);
    const runs = Array.from({ length: 200 }, (_, i) => mbar(wells(`wells ${i}`, three)).freeEnergies);
    for (const k of [1, 2]) {
      const { mean, variance } = estimate.moments(runs.map((f) => estimate.inSigma(f[k], exact(k))));
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(200));
      expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
    }
    expect(runs[0][0].mean).toBe(0);
  });

  test("averages in a state that was not sampled scatter as their errors say", () => {
    // P(x > 0.3) for k = 2, a = 0.4: Φ(0.1 √2).
    const exact = -Math.log(0.5562314580091424);
    const sigmas = Array.from({ length: 200 }, (_, i) => {
      const data = wells(`target ${i}`, three);
      const { logarithm } = mbar(data).weights(
        data.x.map((x) => (x - 0.4) ** 2),
        [data.x.map((x) => Number(x > 0.3))],
      );
      return estimate.inSigma(logarithm[0], exact);
    });
    const { mean, variance } = estimate.moments(sigmas);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(200));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
  });

  test("samples that count a third make errors √3 times as large, and overlaps are probabilities", () => {
    const data = wells("thirds", three);
    const [all, third] = [mbar(data), mbar({ ...data, inefficiency: [3, 3, 3] })];
    expect(third.freeEnergies[2].mean).toBeCloseTo(all.freeEnergies[2].mean, 10);
    expect(third.freeEnergies[2].error / all.freeEnergies[2].error).toBeCloseTo(Math.sqrt(3), 6);
    for (const row of all.overlap) expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    const { effective } = all.weights(data.reduced[0], [data.x.map(() => 1)]);
    expect(effective[0]).toBeGreaterThan(300);
    expect(effective[0]).toBeLessThan(1000);
  });
});

test("a free energy from a histogram, with its error", () => {
  const rng = stream("free");
  const histogram = estimate.histogramOf(
    Float64Array.from({ length: 20_000 }, () => rng.normal()),
    { bins: 30 },
  );
  const { centres, mean, error, width } = freeEnergy(histogram, 0.7);
  const gibbs = ensembles.canonical(potentials.harmonic({ k: 0.7 }), 0.7);
  for (const [i, x] of centres.entries()) {
    const exact = -0.7 * Math.log(gibbs.probability(x - width / 2, x + width / 2) / width);
    if (error[i] < 0.1) expect(Math.abs(mean[i] - exact) / error[i]).toBeLessThan(4.5);
  }
  expect(caught(() => freeEnergy(histogram, 0)).message).toMatch(/kT is 0/);
  expect(caught(() => freeEnergy({ ...histogram, density: new Float64Array(histogram.density.length) }, 1)).fault).toBe(
    "too-short",
  );
});
