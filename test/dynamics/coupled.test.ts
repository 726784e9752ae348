/** Brownian and Langevin dynamics with a matrix in the place of D or γ, against the closed moments of a harmonic well. */

import { describe, expect, it } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, potentials } from "../../src/index.js";
import { product, quotient, smallExponential } from "../../src/linalg/exponential/small-exponential.js";

const [kT, stiff] = [1.4, { a: 2, b: 0.7, c: 1.1 }];
const potential = potentials.expression("(a*x^2 + 2*b*x*y + c*y^2)/2", stiff);
const K = Float64Array.of(stiff.a, stiff.b, stiff.b, stiff.c);
const inverseK = quotient(K, Float64Array.of(1, 0, 0, 1), 2);
/** Symmetric part and an antisymmetric one of the same size. */
const D = [
  [0.8, 0.9],
  [-0.3, 1.3],
];
const scaled = (a: Float64Array, c: number) => a.map((value) => c * value);
const start = [1.7, -0.9];
const observe = { x: "x", y: "y", xx: "x^2", xy: "x*y", yy: "y^2" };

const within = (found: { mean: number; error: number }, exact: number, size: number): void => {
  expect(Math.abs(found.mean - exact) / found.error).toBeLessThan(4);
  expect(found.error).toBeLessThan(0.02 * size);
};

describe("Brownian dynamics with a matrix", () => {
  const dt = 0.02;
  const integrator = dynamics.coupledBrownian({ potential }, { kT, D }, dt);

  it("relaxes as exp(−DKt/kT) x₀, with its antisymmetric part, and spreads as that says", async () => {
    const steps = 40;
    const run = await dynamics.ensemble(integrator, {
      trajectories: 30000,
      steps,
      every: steps,
      seed: "turn",
      start,
      observe,
    });
    const decay = smallExponential(scaled(product(Float64Array.from(D.flat()), K, 2), (-dt * steps) / kT), 2);
    const mean = [0, 1].map((i) => decay[2 * i]! * start[0]! + decay[2 * i + 1]! * start[1]!);
    const transposed = Float64Array.of(decay[0]!, decay[2]!, decay[1]!, decay[3]!);
    const left = product(product(decay, inverseK, 2), transposed, 2);
    const second = [0, 1, 3].map(
      (at, k) => kT * (inverseK[at]! - left[at]!) + mean[k === 2 ? 1 : 0]! * mean[k === 0 ? 0 : 1]!,
    );
    const last = (name: keyof typeof observe) => {
      const { mean: means, error } = run[name].course;
      return { mean: means.at(-1)!, error: error.at(-1)! };
    };
    within(last("x"), mean[0]!, 1);
    within(last("y"), mean[1]!, 1);
    within(last("xx"), second[0]!, 2);
    within(last("xy"), second[1]!, 2);
    within(last("yy"), second[2]!, 2);
    const reversed = smallExponential(
      scaled(product(Float64Array.of(D[0]![0]!, D[1]![0]!, D[0]![1]!, D[1]![1]!), K, 2), (-dt * steps) / kT),
      2,
    );
    const turned = [0, 1].map((i) => reversed[2 * i]! * start[0]! + reversed[2 * i + 1]! * start[1]! - mean[i]!);
    expect(Math.hypot(...turned)).toBeGreaterThan(10 * Math.max(last("x").error, last("y").error));
  });

  it("keeps exp(−V/kT) whatever the antisymmetric part", async () => {
    const run = await dynamics.ensemble(integrator, {
      trajectories: 4000,
      steps: 600,
      every: 20,
      seed: "still",
      observe,
    });
    within(run.xx, kT * inverseK[0]!, 2);
    within(run.xy, kT * inverseK[1]!, 2);
    within(run.yy, kT * inverseK[3]!, 2);
  });
});

describe("Langevin dynamics with a friction matrix", () => {
  const mass = [1.3, 0.6];
  const gamma = [
    [1.5, 1.1],
    [-0.4, 0.9],
  ];

  it("keeps p and x of the canonical ensemble, with an antisymmetric part", async () => {
    const integrator = dynamics.coupledLangevin({ potential, mass }, { kT, gamma }, 0.05);
    const run = await dynamics.ensemble(integrator, {
      trajectories: 4000,
      steps: 400,
      every: 10,
      seed: "friction",
      observe: {
        pp: "p_x^2",
        qq: "p_y^2",
        pq: "p_x*p_y",
        xx: "x^2",
        xy: "x*y",
      },
    });
    within(run.pp, mass[0]! * kT, 2);
    within(run.qq, mass[1]! * kT, 2);
    within(run.pq, 0, 2);
    within(run.xx, kT * inverseK[0]!, 2);
    within(run.xy, kT * inverseK[1]!, 2);
  });

  it("is BAOAB of dynamics.langevin where the matrix is one number", () => {
    const one = dynamics.langevin({ potential, mass }, { kT, gamma: 0.8 }, 0.1);
    const same = dynamics.coupledLangevin(
      { potential, mass },
      {
        kT,
        gamma: [
          [0.8, 0],
          [0, 0.8],
        ],
      },
      0.1,
    );
    const still = { normal: () => 0.3 } as never;
    const [a, b] = [one, same].map((each) => each.init(Float64Array.of(0.4, -0.2), still));
    for (let k = 0; k < 5; k++) {
      one.step(a!, still);
      same.step(b!, still);
    }
    for (const i of [0, 1]) {
      expect(b!.q[i]!).toBeCloseTo(a!.q[i]!, 12);
      expect(b!.p[i]!).toBeCloseTo(a!.p[i]!, 12);
    }
  });
});

it("say their equations of motion", () => {
  expect(dynamics.coupledBrownian({ potential }, { kT, D }, 0.1)[display]()["text/plain"]).toContain("√(D + Dᵀ) dW");
  const langevin = dynamics.coupledLangevin({ potential, mass: [1, 2] }, { kT, gamma: D }, 0.1);
  expect(langevin[display]()["text/plain"]).toContain("γM + Mγᵀ");
});

it.each([
  ["a matrix of another size", [[1]], "rows of 1 numbers"],
  [
    "a number that is none",
    [
      [1, Number.NaN],
      [0, 1],
    ],
    "finite numbers",
  ],
  [
    "a direction without noise",
    [
      [1, 2],
      [0, 0.5],
    ],
    "not positive definite",
  ],
])("refuse %s", (_, matrix, message) => {
  const calls = [
    () => dynamics.coupledBrownian({ potential }, { kT, D: matrix }, 0.1),
    () => dynamics.coupledLangevin({ potential, mass: [1, 1] }, { kT, gamma: matrix }, 0.1),
  ];
  for (const call of calls) {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
  }
});
