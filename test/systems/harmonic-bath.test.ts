/** Zwanzig's bath: kernel, drag, Gibbs measure, and the covariance of its noise. */

import { describe, expect, it } from "vitest";
import { estimate, random, systems } from "../../src/index.js";
import { caught } from "../oracles/caught.js";

const frequencies = [0.7, 1.9, 3.1];
const couplings = [
  [0.4, -0.2],
  [0.3, 0.5],
  [-0.6, 0.1],
];
const [light, kT] = [0.8, 0.6];
const bath = systems.harmonicBath({ frequencies, couplings, light });

describe("a bath of three oscillators that feels two displacements", () => {
  it("has a kernel that is the derivative of its drag, entry by entry", () => {
    const h = 1e-4;
    for (const t of [0.3, 2.2]) {
      const [ahead, behind, kernel] = [bath.drag(t + h), bath.drag(t - h), bath.kernel(t)];
      for (let k = 0; k < 4; k++) expect((ahead[k] - behind[k]) / (2 * h)).toBeCloseTo(kernel[k], 7);
    }
    expect(bath.kernel(0)[1]).toBeCloseTo(light * (0.7 * 0.4 * -0.2 + 1.9 * 0.3 * 0.5 + 3.1 * -0.6 * 0.1), 14);
  });

  it("is drawn with kT for each oscillator: ½ kT in place and momentum each", () => {
    const rng = random.stream("Gibbs electrons");
    const [re, im] = [new Float64Array(3), new Float64Array(3)];
    const draws = Array.from({ length: 20_000 }, () => {
      bath.sample(kT, rng, re, im);
      return {
        energy: bath.energy(re, im),
        first: 0.5 * light * frequencies[0] * re[0] ** 2,
        last: 0.5 * light * frequencies[2] * im[2] ** 2,
      };
    });
    const mean = (of: (draw: (typeof draws)[number]) => number) => {
      const { mean, variance } = estimate.moments(draws.map(of));
      return estimate.estimate(mean, Math.sqrt(variance / draws.length));
    };
    expect(
      estimate.agree(
        mean(({ energy }) => energy),
        3 * kT,
      ),
    ).toBe(true);
    expect(
      estimate.agree(
        mean(({ first }) => first),
        kT / 2,
      ),
    ).toBe(true);
    expect(
      estimate.agree(
        mean(({ last }) => last),
        kT / 2,
      ),
    ).toBe(true);
  });

  it("obeys fluctuation and dissipation: its noise has the covariance kT k(t − s)", () => {
    const rng = random.stream("fluctuation and dissipation");
    const [re, im] = [new Float64Array(3), new Float64Array(3)];
    const force = (a: number, t: number) =>
      frequencies.reduce(
        (sum, l, j) => sum + light * l * couplings[j][a] * (re[j] * Math.cos(l * t) + im[j] * Math.sin(l * t)),
        0,
      );
    const times = [0.4, 1.1, 3.7];
    const products = Array.from({ length: 20_000 }, () => {
      bath.sample(kT, rng, re, im);
      return times.flatMap((s) =>
        times.flatMap((t) => [0, 1].flatMap((a) => [0, 1].map((b) => force(a, s) * force(b, t)))),
      );
    });
    const wanted = times.flatMap((s) => times.flatMap((t) => Array.from(bath.kernel(t - s), (k) => kT * k)));
    for (const [i, value] of wanted.entries()) {
      const { mean, variance } = estimate.moments(products.map((row) => row[i]));
      expect(estimate.agree(estimate.estimate(mean, Math.sqrt(variance / products.length)), value, 4.5)).toBe(true);
    }
  });
});

it("stands for a spectral density up to the time of recurrence", () => {
  // ∫₀^∞ e^{−ω} cos(ωt) dω = 1/(1 + t²), up to e^{−40} from the cut-off.
  const found = systems.spectralBath({ density: (w) => 1.7 * Math.exp(-w), cutoff: 40, modes: 120, light });
  for (const t of [0, 0.8, 3.3]) expect(found.kernel(t)[0]).toBeCloseTo(1.7 / (1 + t * t), 10);
});

it("refuses what makes no bath", () => {
  expect(
    caught(() => systems.harmonicBath({ frequencies: [1.2, -3], couplings: [0.1, 0.2], light })).message,
  ).toContain("frequencies[1] is -3");
  expect(caught(() => systems.harmonicBath({ frequencies: [1.2, 3], couplings: [0.1], light })).fault).toBe(
    "dimension",
  );
  expect(
    caught(() => systems.harmonicBath({ frequencies: [1.2, 3], couplings: [[0.1], [0.2, 0.3]], light })).fault,
  ).toBe("dimension");
  expect(caught(() => systems.harmonicBath({ frequencies: [1.2], couplings: [Number.NaN], light })).message).toContain(
    "couplings[0]",
  );
  expect(caught(() => systems.spectralBath({ density: (w) => 1 - w, cutoff: 2, modes: 9, light })).message).toContain(
    "spectral density",
  );
});
