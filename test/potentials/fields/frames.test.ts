import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate, potentials, systems } from "../../../src/index.js";
import type { Complexes } from "../../../src/linalg/dense/complexes.js";
import { hermitianEigen } from "../../../src/linalg/dense/hermitian-eigen.js";
import { emptyFrame, framing } from "../../../src/potentials/fields/frame.js";
import { roomFor } from "../../../src/potentials/fields/matrix-field.js";

const complexField = potentials.matrix(
  [
    ["x^2", { re: "0.3", im: "y" }, "0.1*x"],
    [{ re: "0.3", im: "-y" }, "1.5 + y^2", { re: "0.2*x", im: "0.4*y" }],
    ["0.1*x", { re: "0.2*x", im: "-0.4*y" }, "3.1 + x*y"],
  ],
  {},
);

const fields: [string, potentials.MatrixField][] = [
  ["two real states", potentials.tully(1, { A: 0.7, C: 0.4 })],
  ["three complex states", complexField],
  ["three vibronic states", vibronic()],
  ["five states that turn", systems.rotatingFrame({ states: 5, gap: 0.6, coupling: "exp(-X^2)" })],
];

function vibronic() {
  const linear = [
    [0.3, 0.1, 0.05],
    [0.1, -0.2, 0],
    [0.05, 0, 0.12],
  ];
  return potentials.vibronicCoupling({ energies: [0.1, 0.7, 1.6], modes: [{ frequency: 0.4, linear }] });
}

/** Σ_ab conj(u_a) G_ab v_b for rows i and j of the vectors. */
const sandwich = (vectors: Complexes, g: Complexes, at: number, i: number, j: number, d: number): [number, number] => {
  let [re, im] = [0, 0];
  const get = (m: Complexes, k: number): [number, number] => [m.re[k], m.im[k] ?? 0];
  for (let a = 0; a < d; a++)
    for (let b = 0; b < d; b++) {
      const [[u, v], [x, y], [p, q]] = [get(vectors, i * d + a), get(g, at + a * d + b), get(vectors, j * d + b)];
      const [gx, gy] = [x * p - y * q, x * q + y * p];
      re += u * gx + v * gy;
      im += u * gy - v * gx;
    }
  return [re, im];
};

describe.each(fields)("the frame of %s", (_, field) => {
  const { states: d, dim } = field;
  const place = fc.double({ min: -1.9, max: 1.9, noNaN: true });
  const points = fc.array(place, { minLength: dim, maxLength: dim }).map((q) => Float64Array.from(q));

  test("has eigenpairs, and what V and its gradient are between them", () => {
    fc.assert(
      fc.property(points, (q) => {
        const frame = emptyFrame(field);
        framing(field)(q, frame);
        const V = field.value(q, roomFor(field, 1));
        const slopes = field.gradient(q, roomFor(field, dim));
        for (let i = 0; i < d; i++)
          for (let j = 0; j < d; j++) {
            const [re, im] = sandwich(frame.vectors, V, 0, i, j, d);
            expect(Math.abs(re - (i === j ? frame.values[i] : 0))).toBeLessThan(1e-13);
            expect(Math.abs(im)).toBeLessThan(1e-13);
            for (let k = 0; k < dim; k++) {
              const [gx, gy] = sandwich(frame.vectors, slopes, k * d * d, i, j, d);
              expect(Math.abs(gx - frame.slopes.re[k * d * d + i * d + j])).toBeLessThan(1e-12);
              expect(Math.abs(gy - (frame.slopes.im[k * d * d + i * d + j] ?? 0))).toBeLessThan(1e-12);
            }
          }
      }),
    );
  });

  test("has the eigenvalues of the matrix in rising order", () => {
    fc.assert(
      fc.property(points, (q) => {
        const frame = emptyFrame(field);
        framing(field)(q, frame);
        const { values } = hermitianEigen(field.value(q, roomFor(field, 1)), d);
        for (let j = 0; j < d; j++) expect(Math.abs(values[j] - frame.values[j])).toBeLessThan(1e-13);
        for (let j = 1; j < d; j++) expect(frame.values[j]).toBeGreaterThanOrEqual(frame.values[j - 1]);
      }),
    );
  });
});

describe("rotating frames", () => {
  test("have the levels of their frames", () => {
    const field = systems.rotatingFrame({ states: 3, levels: ["0.5 + X^2", 2.1], coupling: "0.2*X" });
    const [frame, levels] = [emptyFrame(field), new Float64Array(3)];
    field.frame(Float64Array.of(0.7), frame);
    field.levels?.(Float64Array.of(0.7), levels);
    expect([...levels]).toEqual([...frame.values]);
    expect(potentials.surface(field, 1).energy(Float64Array.of(0.7))).toBeCloseTo(0.245 + 0.99, 14);
  });

  test("turn by the integral of the coupling, and couple the ground state alone", () => {
    const field = systems.rotatingFrame({ states: 4, gap: 0.6, coupling: "exp(-X^2)", weights: [0.5, -0.2, 0.3] });
    const frame = emptyFrame(field);
    field.frame(Float64Array.of(9), frame);
    const size = Math.hypot(0.5, 0.2, 0.3);
    expect(frame.vectors.re[0]).toBeCloseTo(Math.cos((size * Math.sqrt(Math.PI)) / 2), 14);
    field.frame(Float64Array.of(0.7), frame);
    for (const [j, w] of [0.5, -0.2, 0.3].entries()) {
      const gap = frame.values[j + 1] - frame.values[0];
      expect(gap).toBeCloseTo(0.6 * (j + 1), 14);
      expect(frame.slopes.re[(j + 1) * 4] / (frame.values[0] - frame.values[j + 1])).toBeCloseTo(
        w * Math.exp(-0.49),
        14,
      );
    }
    expect(frame.slopes.re[1 * 4 + 2]).toBe(0);
    expect(frame.slopes.re[0]).toBeCloseTo(0.7, 14);
  });

  test("integrate a sharp coupling as well, the same whatever was asked before", () => {
    const make = () => systems.rotatingFrame({ states: 2, gap: 0.5, coupling: "1/(X^2 + 0.0001)" });
    const at = (field: systems.RotatingFrame, x: number) => {
      const frame = emptyFrame(field);
      field.frame(Float64Array.of(x), frame);
      return frame.vectors.re[0];
    };
    const [one, other] = [make(), make()];
    expect(at(one, -0.37)).toBeCloseTo(Math.cos(100 * Math.atan(37)), 10);
    at(other, 2.1);
    at(other, -3.3);
    expect(at(other, -0.37)).toBe(at(one, -0.37));
  });

  test.each<[string, systems.RotatingFrameOptions, string]>([
    ["neither gap nor levels", { states: 3, coupling: "X" }, "Neither gap nor levels"],
    ["coupling and angle", { states: 3, gap: 1, coupling: "X", angle: "X" }, "Both coupling and angle"],
    ["too few levels", { states: 3, levels: [1], coupling: "X" }, "levels has 1 numbers"],
    ["too many weights", { states: 3, gap: 1, coupling: "X", weights: [1, 2, 3] }, "weights has 3 numbers"],
    ["one state", { states: 1, gap: 1, coupling: "X" }, "states is 1"],
    ["a coupling in a plane", { states: 2, gap: 1, coupling: "x*y" }, "has the coordinates"],
    ["a parameter that does nothing", { states: 2, gap: 1, coupling: "X", parameters: { k: 1 } }, 'The parameter "k"'],
  ])("refuse %s", (_, options, message) => {
    expect(() => systems.rotatingFrame({ ground: "0.5*X^2", ...options })).toThrow(message);
  });

  test("refuse a place where levels meet", () => {
    const field = systems.rotatingFrame({ states: 3, levels: ["0.5 + X", 1], coupling: "1", ground: "X^2" });
    expect(() => field.value(Float64Array.of(0.6), roomFor(field, 1))).toThrow(
      "Level 2 does not lie above level 1 at X = 0.6",
    );
    expect(() => field.value(Float64Array.of(-0.6), roomFor(field, 1))).toThrow("Level 1 does not lie above level 0");
  });
});

describe("model fields", () => {
  test("the avoided crossing has its smallest gap, 2|c|, at 0", () => {
    const field = potentials.avoidedCrossing({ slopes: [0.7, -0.4], coupling: -0.3 });
    const gap = (x: number) =>
      potentials.surface(field, 1).energy(Float64Array.of(x)) - potentials.surface(field, 0).energy(Float64Array.of(x));
    expect(gap(0)).toBeCloseTo(0.6, 14);
    expect(gap(1.3)).toBeCloseTo(Math.hypot(0.6, 1.1 * 1.3), 14);
    expect(() => potentials.avoidedCrossing({ slopes: [1, 1], coupling: 1 })).toThrow("Both slopes are 1");
  });

  test("the modes of an Ohmic bath carry ∫ J/ω dω, and its moments the better the more they are", () => {
    const [alpha, cutoff] = [0.4, 1.7];
    const bath = (modes: number) =>
      potentials.spinBoson({ bias: 0.3, tunnelling: 0.8, bath: { alpha, cutoff, modes } });
    // (2/π) ∫ J/ω f(ω) dω for J = (π/2) α ω e^{−ω/ω_c} is α ∫ e^{−ω/ω_c} f dω.
    const miss = (modes: number, f: (omega: number) => number, exact: number) => {
      const { frequencies, couplings } = bath(modes);
      return couplings.reduce((all, c, j) => all + (c / frequencies[j]) ** 2 * f(frequencies[j]), 0) - exact;
    };
    expect(miss(50, () => 1, alpha * cutoff)).toBeCloseTo(0, 14);
    expect(bath(50).reorganisation).toBeCloseTo(2 * alpha * cutoff, 14);
    const wave = [250, 500, 1000, 2000].map((modes) => ({
      step: 1 / modes,
      error: miss(modes, (omega) => Math.cos(2 * omega), (alpha * cutoff) / (1 + (2 * cutoff) ** 2)),
    }));
    const order = estimate.order(wave);
    expect(order.mean).toBeGreaterThan(0.9);
    expect(Math.abs(wave[3].error)).toBeLessThan(1e-3 * alpha * cutoff);
  });

  test("the spin in a bath has its two minima E_r apart", () => {
    const field = potentials.spinBoson({ bias: 0, tunnelling: 0, bath: { frequencies: [1.4], couplings: [0.9] } });
    const at = (q: number) => field.value(Float64Array.of(q), roomFor(field, 1)).re;
    const minimum = -0.9 / 1.4 ** 2;
    expect(at(-minimum)[0] - at(minimum)[0]).toBeCloseTo(field.reorganisation, 14);
    expect(() =>
      potentials.spinBoson({ bias: 0, tunnelling: 1, bath: { frequencies: [1, 2], couplings: [1] } }),
    ).toThrow("There are 2 frequencies and 1 coupling");
  });

  test("vibronic coupling meets in a cone where tuning cancels the difference of energies", () => {
    const field = potentials.vibronicCoupling({
      energies: [0, 0.8],
      modes: [
        {
          frequency: 0.3,
          linear: [
            [0.1, 0],
            [0, -0.3],
          ],
        },
        {
          frequency: 0.5,
          linear: [
            [0, 0.2],
            [0.2, 0],
          ],
        },
      ],
    });
    expect(() => potentials.surface(field).force(Float64Array.of(2, 0), new Float64Array(2))).toThrow("meet at q1 = 2");
    expect([...field.mass]).toEqual([1 / 0.3, 1 / 0.5]);
  });

  test.each<[string, () => unknown, string]>([
    [
      "an entry that is not symmetric",
      () =>
        potentials.vibronicCoupling({
          energies: [0, 1],
          modes: [
            {
              frequency: 1,
              linear: [
                [0, 0.2],
                [0.3, 0],
              ],
            },
          ],
        }),
      "The entries linear[0][1] and linear[1][0] of mode 0 are 0.2 and 0.3",
    ],
    [
      "a matrix of another size",
      () => potentials.vibronicCoupling({ energies: [0, 1], modes: [{ frequency: 1, linear: [[0]] }] }),
      "The matrix linear of mode 0 is not 2 × 2",
    ],
    ["no modes", () => potentials.vibronicCoupling({ energies: [0, 1], modes: [] }), "no mode"],
  ])("vibronic coupling refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
