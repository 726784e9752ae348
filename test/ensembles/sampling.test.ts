/** Gibbs averages by sampling, against closed forms and quadrature. */

import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import { ensembles, estimate, potentials } from "../../src/index.js";

const { gibbsAverage } = ensembles;
const seeded = (seed: string, more: object = {}) => ({ seed, samples: 16_000, ...more });

describe("sampling without a bias", () => {
  test("agrees with quadrature on a line, in a plane and for momenta", async () => {
    const tilted = potentials.expression("1.3*(x^2 - 1)^2 + 0.4*x");
    const plane = potentials.expression("x^4/3 + (x - y)^2 + 0.5*y");
    for (const [V, kT, property, mass] of [
      [tilted, 0.9, "x", [1.7]],
      [tilted, 0.9, "x > 0", [1.7]],
      [tilted, 0.9, "p^2*x^2", [1.7]],
      [plane, 1.4, "x*y", [1.3, 0.6]],
      [plane, 1.4, "p_x^2 + p_y^4", [1.3, 0.6]],
    ] as const) {
      const sampled = await gibbsAverage(V, kT, property, seeded(property, { mass }));
      const exact = gibbsAverage(V, kT, property, { mass });
      expect(Math.abs(estimate.inSigma(sampled, exact.mean))).toBeLessThan(4);
      expect(sampled.error / Math.abs(exact.mean)).toBeLessThan(0.2);
    }
  });

  test("virial theorem in ten dimensions, stiff and soft at once", async () => {
    const text = Array.from({ length: 10 }, (_, i) => `${2.5 ** i / 20}*x${i}^2`).join(" + ");
    const V = potentials.expression(`${text} + x0^2*x1^2/20`);
    const force = new Float64Array(10);
    const virial = (...q: number[]) => {
      V.force(Float64Array.from(q), force);
      return -q.reduce((sum, x, i) => sum + x * force[i], 0);
    };
    const found = await gibbsAverage(V, 0.7, virial, seeded("ten", { samples: 32_000 }));
    expect(estimate.agree(found, 7)).toBe(true);
    expect(found.error).toBeLessThan(0.15);
  });

  test("error bars hold the truth in 68 of 100 runs", async () => {
    const V = potentials.harmonic({ k: 2.3 });
    const runs = await Promise.all(
      Array.from({ length: 100 }, (_, i) => gibbsAverage(V, 0.7, "x^2", { seed: `run ${i}`, samples: 3200 })),
    );
    const sigmas = estimate.moments(runs.map((run) => estimate.inSigma(run, 0.7 / 2.3)));
    expect(Math.abs(sigmas.mean)).toBeLessThan(0.4);
    expect(Math.abs(sigmas.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 100));
    const inside = runs.filter((run) => estimate.agree(run, 0.7 / 2.3, 1)).length;
    expect(Math.abs(inside - 68.3)).toBeLessThan(4 * 4.65);
  });

  test("is the same for the same seed, and keeps within walls", async () => {
    const V = potentials.harmonic({ k: 0.3 });
    const half = { between: [0.2, 3] as const, start: [1] };
    const [a, b] = [
      await gibbsAverage(V, 0.7, "x", seeded("wall", half)),
      await gibbsAverage(V, 0.7, "x", seeded("wall", half)),
    ];
    expect([a.mean, a.error]).toEqual([b.mean, b.error]);
    expect(estimate.agree(a, gibbsAverage(V, 0.7, "x", { between: [0.2, 3] }).mean)).toBe(true);
  });

  test("wells that chains do not leave are noticed", async () => {
    const failure = (await gibbsAverage(potentials.doubleWell({ h: 40 }), 1, "x", seeded("stuck")).catch(
      (error: unknown) => error,
    )) as PhysicsError;
    expect([failure.fault, failure.message]).toEqual([
      "too-short",
      expect.stringMatching(/means of 16 chains scatter/),
    ]);
    expect(failure.estimate?.error).toBeGreaterThan(0.1);
  });
});

test.each([
  [-1, "x^2", {}, "parameter", /kT is -1/],
  [1, "x^2", { seed: "" }, "parameter", /seed is empty/],
  [1, "x^2", { samples: 5 }, "parameter", /samples is 5/],
  [1, "p^2", {}, "undefined-quantity", /depends on momenta/],
  [1, "z", {}, "expression", /not known/],
  [1, "x", { start: [1, 2] }, "dimension", /start has 2 numbers/],
  [
    1,
    "x",
    {
      between: [
        [0, 1],
        [0, 1],
      ],
    },
    "dimension",
    /walls along 2 axes/,
  ],
  [1, "log(x)", {}, "non-finite", /NaN/],
] as const)("wrong call %#", async (kT, property, options, fault, message) => {
  const call = gibbsAverage(potentials.harmonic({ k: 2 }), kT, property, seeded("wrong", options));
  const failure = (await call.catch((error: unknown) => error)) as PhysicsError;
  expect(failure).toBeInstanceOf(PhysicsError);
  expect([failure.fault, failure.message]).toEqual([fault, expect.stringMatching(message)]);
});

test("potentials without a bottom or walls are refused", async () => {
  for (const text of ["-x^4", "x*y", "-x^2 - y^2"])
    await expect(gibbsAverage(potentials.expression(text), 1, "x", seeded("lost"))).rejects.toThrow(
      /10⁶|V falls towards/,
    );
});
