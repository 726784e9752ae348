import { describe, expect, test } from "vitest";
import { dynamics, estimate, potentials, systems } from "../../../src/index.js";
import { emptyFrame } from "../../../src/potentials/fields/frame.js";
import { type Stream, stream } from "../../../src/random/stream.js";

const { gibbsElectrons } = dynamics;

const frameWith = (...levels: number[]) => {
  const field = systems.rotatingFrame({ states: levels.length + 1, levels, coupling: "0.3 + 0*X" });
  const frame = emptyFrame(field);
  field.frame(Float64Array.of(0.4), frame);
  return frame;
};

/** Averages of functions of the populations over many draws. */
const averages = (
  options: dynamics.GibbsElectronsOptions,
  levels: readonly number[],
  of: (P: Float64Array) => number,
  count = 40_000,
) => {
  const [frame, rng] = [frameWith(...levels), stream(`populations ${JSON.stringify([options, levels])}`)];
  const draw = gibbsElectrons(options);
  const values = Float64Array.from({ length: count }, () => {
    const { re, im } = draw(frame, rng);
    return of(re.map((x, j) => x * x + im[j] * im[j]));
  });
  const { mean, variance } = estimate.moments(values);
  return estimate.estimate(mean, Math.sqrt(variance / (count - 1)), count);
};

const agree = (found: estimate.Estimate, exact: number) =>
  expect(Math.abs(estimate.inSigma(found, exact))).toBeLessThan(4);

describe("normal amplitudes", () => {
  test("share the energy equally: ⟨λ̃_j |γ_j|²⟩ = T for each level, whatever the mass ratio", () => {
    for (const [j, level] of [0.4, 0.9, 2.3].entries())
      agree(
        averages({ kT: 0.13, measure: "gaussian" }, [0.4, 0.9, 2.3], (P) => level * P[j + 1]),
        0.13,
      );
  });

  test("leave the lowest amplitude as it is, and refuse a level without gap", () => {
    expect(averages({ kT: 0.13, measure: "gaussian" }, [0.4, 0.9], (P) => P[0], 100).mean).toBe(1);
    const frame = frameWith(0.5, 1.1);
    frame.values[1] = frame.values[0];
    expect(() => gibbsElectrons({ kT: 0.1, measure: "gaussian" })(frame, stream("meets"))).toThrow(
      "Level 1 lies on the lowest one",
    );
  });
});

describe("amplitudes on the sphere", () => {
  test.each([0.03, 0.2, 0.7, 5])("have the mean energy T − λ̃/(e^{λ̃/T} − 1) with two states, kT = %d", (kT) => {
    const gap = 0.8;
    agree(
      averages({ kT }, [gap], (P) => gap * P[1]),
      kT - gap / Math.expm1(gap / kT),
    );
  });

  /** ∫ exp(−Σ u_j P_j) over the simplex, up to a factor: the divided difference of e^{−u}. */
  const partition = (u: readonly number[]): number =>
    u.reduce((sum, x, j) => sum + Math.exp(-x) / u.reduce((all, y, k) => (k === j ? all : all * (y - x)), 1), 0);

  test.each([0.1, 0.35, 1.2, 6])("have the populations −∂ ln Z/∂(λ_j/T) with four, kT = %d", (kT) => {
    const levels = [0.5, 1.2, 1.9];
    const u = [0, ...levels].map((level) => level / kT);
    for (let j = 0; j < 4; j++) {
      const h = 1e-3;
      const logZ = (step: number) => Math.log(partition(u.map((x, k) => (k === j ? x + step : x))));
      const exact = -(8 * (logZ(h) - logZ(-h)) - (logZ(2 * h) - logZ(-2 * h))) / (12 * h);
      agree(
        averages({ kT }, levels, (P) => P[j]),
        exact,
      );
    }
  });

  test("are of length 1, and near the normal ones where the temperature is low", () => {
    expect(averages({ kT: 0.3 }, [0.5, 1.1], (P) => P.reduce((a, b) => a + b, 0), 500).mean).toBeCloseTo(1, 12);
    agree(
      averages({ kT: 0.02 }, [0.5, 1.1], (P) => 0.5 * P[1]),
      0.02,
    );
  });
});

describe("the Gibbs measure under Ehrenfest dynamics", () => {
  const kT = 0.25;
  const field = systems.rotatingFrame({ states: 4, gap: 0.5, coupling: "0.8*exp(-X^2)" });
  const observe = {
    x2: "X^2",
    p2: "p^2",
    x4: "X^4",
    P_1: "P_1",
    P_3: "P_3",
    energy: "p^2/2 + potential",
    mixed: "X^2*p^2",
    tangled: "P_1*X^2",
  };
  const run = (electrons: dynamics.Electrons | number, kT: number) =>
    dynamics.ensemble(dynamics.ehrenfest({ field, M: 40 }, 0.05, { electrons, kT }), {
      ...{ trajectories: 1600, steps: 100, every: 10, seed: "an invariant measure", observe },
    });

  test("stays as it is: all averages at the end are those of the start, and of the closed forms", async () => {
    const found = await run(gibbsElectrons({ kT }), kT);
    for (const key of Object.keys(observe) as (keyof typeof observe)[]) {
      const { mean, error } = found[key].course;
      const last = mean.length - 1;
      expect(Math.abs(mean[last] - mean[0])).toBeLessThan(4 * Math.hypot(error[0], error[last]));
    }
    agree(found.x2, kT);
    agree(found.p2, kT);
    agree(found.x4, 3 * kT * kT);
    agree(found.mixed, kT * kT);
  });

  test("differs from other starts, which do not stay", async () => {
    const found = await run(0, kT);
    const { mean, error } = found.P_1.course;
    expect(mean[mean.length - 1] - mean[0]).toBeGreaterThan(8 * error[mean.length - 1]);
  });

  test("holds with gaps that depend on the place, where nuclei feel the electrons' free energy as well", async () => {
    const gap = (X: number) => 0.3 + 1.2 * X * X;
    const bent = systems.rotatingFrame({ states: 2, levels: ["0.3 + 1.2*X^2"], coupling: "0.8*exp(-X^2)" });
    // Z_el(X) = (T/λ̃)(1 − e^{−λ̃/T}) is largest at 0.
    const weight = (X: number) => (kT / gap(X)) * -Math.expm1(-gap(X) / kT);
    const start = (rng: Stream): number[] => {
      for (;;) {
        const X = Math.sqrt(kT) * rng.normal();
        if (rng.uniform() < weight(X) / weight(0)) return [X];
      }
    };
    const integrator = dynamics.ehrenfest({ field: bent, M: 40 }, 0.05, { electrons: gibbsElectrons({ kT }), kT });
    const options = { trajectories: 1600, steps: 100, every: 10, seed: "gaps", observe: { x2: "X^2", P_1: "P_1" } };
    const [right, wrong] = [
      await dynamics.ensemble(integrator, { ...options, start }),
      await dynamics.ensemble(integrator, options),
    ];
    for (const key of ["x2", "P_1"] as const) {
      const { mean, error } = right[key].course;
      const last = mean.length - 1;
      expect(Math.abs(mean[last] - mean[0])).toBeLessThan(4 * Math.hypot(error[0], error[last]));
    }
    expect(wrong.x2.course.mean[0] - right.x2.mean).toBeGreaterThan(5 * wrong.x2.course.error[0]);
  });

  test("wrong calls", () => {
    expect(() => gibbsElectrons({ kT: 0 })).toThrow("kT is 0");
    expect(() => gibbsElectrons({ kT: 1, measure: "uniform" as "gaussian" })).toThrow('There is no measure "uniform"');
  });
});

describe("a crossing at constant speed", () => {
  test("is passed with the probability of Landau and Zener", async () => {
    // Nuclei so heavy that they keep their speed v; P = exp(−2πc²/(ħ v |a − b|)).
    const [slopes, coupling, v, mass] = [[0.3, -0.2] as const, 0.04, 0.05, 1e9];
    const field = potentials.avoidedCrossing({ slopes, coupling });
    const run = dynamics.ehrenfest({ field, mass: [mass] }, 0.5, { substeps: 1 });
    const out = await dynamics.scattering(run, {
      ...{ start: { q: [-40], p: [v * mass] }, leaves: [-41, 40], within: 1e4, seed: "constant speed" },
    });
    expect(Math.abs(out.transmission[1].mean - Math.exp((-2 * Math.PI * coupling ** 2) / (v * 0.5)))).toBeLessThan(
      2e-4,
    );
  });
});
