/** Brownian motion with a D that depends on the place, by the three readings of its noise. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldOf } from "../../src/dynamics/overdamped/diffusion.js";
import { dynamics, ensembles, estimate, grids, operators, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";
import { type Matrix, stationaryCovariance } from "../oracles/dense.js";
import { pulse } from "../oracles/pulse.js";

const { brownian, ensemble } = dynamics;
const kT = 0.8;
const V = potentials.expression("k*x^2/2 + tilt*x", { k: 1.7, tilt: 0.4 });
const alphas = { ito: 0, stratonovich: 0.5, klimontovich: 1 } as const;
const readings = Object.keys(alphas) as (keyof typeof alphas)[];

describe("the field D", () => {
  const plane = potentials.expression("a*x^2 + b*y^2", { a: 0.7, b: 1.3 });
  const fields = {
    formula: fieldOf("a + b*exp(-x^2 - x*y) + y^2", plane),
    functions: fieldOf(
      {
        value: (x, y) => 0.7 + 1.3 * Math.exp(-x * x - x * y) + y * y,
        gradient: (x, y) => [-1.3 * (2 * x + y) * Math.exp(-x * x - x * y), 2 * y - 1.3 * x * Math.exp(-x * x - x * y)],
      },
      plane,
    ),
  };

  test.each(Object.keys(fields) as (keyof typeof fields)[])(
    "of %s has the gradient of its values, copy by copy",
    (key) => {
      const { value, gradient } = fields[key];
      const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true });
      fc.assert(
        fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), (numbers) => {
          const q = Float64Array.from(numbers);
          const slope = gradient(q, new Float64Array(6));
          for (let i = 0; i < 6; i++) {
            const at = (by: number) =>
              value(
                q.map((x, j) => x + (i === j ? by : 0)),
                new Float64Array(3),
              )[(i - (i % 2)) / 2];
            expect(slope[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 6);
          }
        }),
      );
    },
  );
});

describe("one step", () => {
  const D = "0.5 + 0.3*x^2";
  const at = (method: dynamics.BrownianMethod, interpretation: keyof typeof alphas) =>
    brownian({ potential: V }, { kT, D, interpretation }, 0.03, method);

  test.each(readings)("of Euler–Maruyama read as %s moves by (D F/kT + α D′) dt + √(2D dt) ξ", (reading) => {
    const rng = stream("xi");
    const state = at("euler-maruyama", reading).init(Float64Array.of(0.7, -1.2), rng);
    const xi = [stream("step").normal()];
    at("euler-maruyama", reading).step(state, stream("step"));
    const d = 0.5 + 0.3 * 0.49;
    const drift = (-d * (1.7 * 0.7 + 0.4)) / kT + alphas[reading] * 0.6 * 0.7;
    expect(state.q[0]).toBeCloseTo(0.7 + drift * 0.03 + Math.sqrt(2 * d * 0.03) * xi[0], 14);
  });

  test("means the same whichever way its noise is read, if the drift makes up for it", () => {
    // Read as Itô in V + kT ln D it is Klimontovich's equation in V: ∇D = D ∇ ln D.
    const other = potentials.expression("k*x^2/2 + tilt*x - kT*log(0.5 + 0.3*x^2)", { k: 1.7, tilt: 0.4, kT });
    for (const method of ["euler-maruyama", "stochastic-heun"] as const) {
      const one = at(method, "klimontovich");
      const two = brownian({ potential: other }, { kT, D, interpretation: "ito" }, 0.03, method);
      const [a, b] = [one, two].map(({ init }) => init(Float64Array.of(0.7, -1.2), stream("same")));
      for (let i = 0; i < 40; i++) {
        one.step(a, stream(`step ${i}`));
        two.step(b, stream(`step ${i}`));
      }
      expect(a.q[0]).toBeCloseTo(b.q[0], 12);
      expect(a.q[1]).toBeCloseTo(b.q[1], 12);
    }
  });
});

describe("averages in the long run approach those of D^(α−1) exp(−V/kT) like dt", () => {
  const D = "0.5 + 1.3/(1 + x^2)";
  describe.each([
    ["euler-maruyama", 0.1],
    ["stochastic-heun", 0.3],
  ] as const)("%s", (method, longest) => {
    test.each(readings)("read as %s", async (interpretation) => {
      const U = potentials.expression("k*x^2/2 + tilt*x - (alpha - 1)*kT*log(0.5 + 1.3/(1 + x^2))", {
        k: 1.7,
        tilt: 0.4,
        alpha: alphas[interpretation],
        kT,
      });
      const exact = ensembles.canonical(U, kT).average("x^2").mean;
      const bias = async (dt: number, trajectories: number) => {
        const steps = Math.round(24 / dt);
        const { xx } = await ensemble(brownian({ potential: V }, { kT, D, interpretation }, dt, method), {
          trajectories,
          steps,
          burn: Math.round(4 / dt),
          every: Math.round(0.6 / dt),
          seed: `${method} ${interpretation} ${dt}`,
          observe: { xx: "x^2" },
        });
        return { step: dt, error: estimate.estimate(xx.mean - exact, xx.error) };
      };
      const found = [await bias(longest, 1024), await bias(longest / 1.5, 1536), await bias(longest / 2.5, 2048)];
      expect(Math.abs(found[2].error.mean)).toBeLessThan(Math.abs(found[0].error.mean));
      const order = estimate.order(found);
      // The next term, of order dt², is still worth 0.1 at the longest step.
      expect(Math.abs(order.mean - 1)).toBeLessThan(4 * order.error + 0.1);
      expect(order.error).toBeLessThan(0.25);
    });
  });
});

test("stochastic Heun with a constant D has the variance of its linear map, off by O(dt²)", () => {
  const [k, D] = [2.3, 1.9];
  const well = potentials.harmonic({ k });
  const errors = [0.08, 0.04, 0.02, 0.01].map((dt) => {
    const heun = brownian({ potential: well }, { kT, D }, dt, "stochastic-heun");
    const end = (start: number, which: number) => {
      const state = heun.init(Float64Array.of(start), pulse(-1));
      heun.step(state, pulse(which));
      return state.q[0];
    };
    const [map, noise]: Matrix[] = [[[end(1, -1)]], [[end(0, 0) ** 2]]];
    const z = (D * k * dt) / kT;
    expect(map[0][0]).toBeCloseTo(1 - z + 0.5 * z * z, 14);
    return { step: dt, error: stationaryCovariance(map, noise)[0][0] - kT / k };
  });
  const order = estimate.order(errors);
  expect(Math.abs(order.mean - 2)).toBeLessThan(0.1);
});

test("the method is Leimkuhler–Matthews for a constant D, and Heun's otherwise", () => {
  expect(brownian({ potential: V }, { kT, D: 0.4 }, 0.01).name).toBe("Brownian leimkuhler-matthews");
  expect(brownian({ potential: V }, { kT, D: "1 + x^2", interpretation: "ito" }, 0.01).name).toBe(
    "Brownian stochastic-heun",
  );
});

describe("a cloud let go at 0.9 moves as operators.smoluchowski moves its density", () => {
  test.each(readings)(
    "read as %s: what it lacks to Klimontovich's reading is a potential (1 − α) kT ln D",
    async (interpretation) => {
      const wells = { h: 1.4, tilt: 0.3 };
      const D = "0.5 + 1.3/(1 + x^2)";
      const potential = potentials.expression("h*(x^2 - 1)^2 + tilt*x", wells);
      const equivalent = potentials.expression(`h*(x^2 - 1)^2 + tilt*x + rest*log(${D})`, {
        ...wells,
        rest: (1 - alphas[interpretation]) * kT,
      });
      const generator = operators.smoluchowski(equivalent, { kT, D }, grids.interval(-2.6, 2.6, 520));
      const { x } = await ensemble(brownian({ potential }, { kT, D, interpretation }, 0.003), {
        trajectories: 16_384,
        steps: 400,
        start: (rng) => [0.9 + 0.15 * rng.normal()],
        seed: `cloud ${interpretation}`,
        observe: { x: "x" },
      });
      const cloud = (place: number) => Math.exp(-0.5 * ((place - 0.9) / 0.15) ** 2);
      for (const i of [5, 10, 20, 30]) {
        const mean = generator.propagate(cloud, x.course.t[i]).average((place) => place);
        expect(Math.abs(x.course.mean[i] - mean)).toBeLessThan(4 * x.course.error[i]);
      }
      // The three readings are far enough apart to be told.
      const other = operators.smoluchowski(potential, { kT, D }, grids.interval(-2.6, 2.6, 520));
      const drift = x.course.mean[20] - other.propagate(cloud, x.course.t[20]).average((place) => place);
      if (interpretation !== "klimontovich") expect(Math.abs(drift)).toBeGreaterThan(6 * x.course.error[20]);
    },
  );
});
