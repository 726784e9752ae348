/** The canonical ensemble in two and three dimensions, and momenta, by quadrature. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ensembles, estimate, potentials } from "../../src/index.js";
import { cubature } from "../../src/linalg/quadrature/cubature.js";
import { gaussHermite } from "../../src/linalg/quadrature/gauss-hermite.js";
import { stream } from "../../src/random/stream.js";
import { caught } from "../oracles/caught.js";

const { canonical, gibbsAverage } = ensembles;

describe("cubature", () => {
  test("is exact for polynomials in each of three coordinates, and honest about the rest", () => {
    const edges = [
      [-0.3, 1.1],
      [0.2, 0.9, 1.7],
      [-1, 0.4],
    ];
    const monomial = (from: number, to: number, n: number) => (to ** (n + 1) - from ** (n + 1)) / (n + 1);
    const exact = monomial(-0.3, 1.1, 5) * monomial(0.2, 1.7, 8) * monomial(-1, 0.4, 3);
    expect(cubature(([x, y, z]) => x ** 5 * y ** 8 * z ** 3, edges).value).toBeCloseTo(exact, 13);
    const peak = ([x, y]: Float64Array) => 1 / (1 + 900 * (x - 0.3) ** 2) / (1 + 40 * y * y);
    const line = (a: number, from: number, to: number) => (Math.atan(a * to) - Math.atan(a * from)) / a;
    const { value, error } = cubature(peak, [
      [-2, 3],
      [-4, 1],
    ]);
    expect(Math.abs(value - line(30, -2.3, 2.7) * line(Math.sqrt(40), -4, 1))).toBeLessThan(error + 1e-14);
    expect(error).toBeLessThan(1e-9);
  });

  test("says what it cannot do", () => {
    const box = [
      [0, 1],
      [0, 1],
    ];
    expect(caught(() => cubature(([x, y]) => 1 / (x - y) ** 2, box)).fault).toMatch(/not-converged|non-finite/);
    expect(caught(() => cubature(([x]) => Math.log(x - 0.5), box)).message).toMatch(/In the box \[0, 1\] × \[0, 1\]/);
  });
});

test("Gauss–Hermite rules average powers of a normal number exactly", () => {
  for (const n of [2, 5, 32]) {
    const { nodes, weights } = gaussHermite(n);
    let moment = 1;
    for (let k = 0; k < Math.min(n, 6); k++) {
      expect(nodes.reduce((sum, x, i) => sum + weights[i] * x ** (2 * k), 0) / moment).toBeCloseTo(1, 11);
      moment *= 2 * k + 1;
    }
  }
});

describe("the canonical ensemble in a plane and in space", () => {
  test("harmonic with a coupling: Z = 2πkT/√det K, covariances kT K⁻¹, whatever the stiffness", () => {
    const stiff = fc.double({ min: 0.2, max: 30, noNaN: true });
    const cosine = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(stiff, stiff, cosine, fc.double({ min: 0.1, max: 4, noNaN: true }), (a, b, cos, kT) => {
        const c = cos * Math.sqrt(a * b);
        const V = potentials.expression("a*x^2/2 + b*(y - s)^2/2 + c*x*(y - s)", { a, b, c, s: 0.7 });
        const found = canonical(V, kT);
        const det = a * b - c * c;
        expect(found.Z / ((2 * Math.PI * kT) / Math.sqrt(det))).toBeCloseTo(1, 9);
        expect(found.average("x^2").mean / ((kT * b) / det)).toBeCloseTo(1, 8);
        expect(found.average((x, y) => x * (y - 0.7)).mean).toBeCloseTo((-kT * c) / det, 8);
        expect(found.density(0, 0.7) * found.Z).toBeCloseTo(1, 8);
      }),
      { numRuns: 6 },
    );
  });

  test("harmonic in space: Z and ⟨r²⟩", () => {
    const [k, kT] = [2.3, 0.7];
    const found = canonical(potentials.expression("k*(x^2 + 4*y^2 + 9*z^2)/2", { k }), kT);
    expect(found.Z / (((2 * Math.PI * kT) / k) ** 1.5 / 6)).toBeCloseTo(1, 9);
    const square = found.average("x^2 + y^2 + z^2");
    expect(square.mean / ((kT / k) * (1 + 1 / 4 + 1 / 9))).toBeCloseTo(1, 9);
    expect(Math.abs(square.mean - (kT / k) * (1 + 1 / 4 + 1 / 9))).toBeLessThan(square.error);
  });

  test("separable: the plane's averages are those of its lines", () => {
    const [h, tilt, kT] = [2.4, 0.3, 0.8];
    const plane = canonical(potentials.expression("h*(x^2 - 1)^2 + tilt*x + y^4", { h, tilt }), kT);
    const x = canonical(potentials.expression("h*(x^2 - 1)^2 + tilt*x", { h, tilt }), kT);
    const y = canonical(potentials.expression("y^4"), kT);
    expect(plane.Z / (x.Z * y.Z)).toBeCloseTo(1, 9);
    expect(plane.average("x*y^2").mean).toBeCloseTo(x.average("x").mean * y.average("y^2").mean, 9);
    expect(Math.abs(plane.probability(0, 9) - x.probability(0, 9))).toBeLessThan(1e-6);
  });

  test("virial theorem ⟨q · ∂V/∂q⟩ = n kT where nothing separates", () => {
    const kT = 1.7;
    const V = potentials.expression("(x^2 + y^2 - 2)^2 + x*y + exp(x - y)/3");
    const force = new Float64Array(2);
    const virial = (x: number, y: number) => {
      const q = Float64Array.of(x, y);
      V.force(q, force);
      return -(x * force[0] + y * force[1]);
    };
    expect(gibbsAverage(V, kT, virial).mean / (2 * kT)).toBeCloseTo(1, 8);
  });

  test("Müller–Brown: the density at the minima is that of its energies", () => {
    const found = canonical(potentials.muellerBrown(), 10);
    const V = (x: number, y: number) => potentials.muellerBrown().energy(Float64Array.of(x, y));
    const [deep, shallow] = [
      [-0.5582236346, 1.4417258418],
      [0.6234994049, 0.0280377585],
    ] as const;
    const ratio = Math.log(found.density(...deep) / found.density(...shallow));
    expect(ratio).toBeCloseTo((V(...shallow) - V(...deep)) / 10, 8);
    expect(found.average("x").error).toBeLessThan(1e-8);
  });

  test("draws follow the density", () => {
    const V = potentials.expression("2.1*(x^2 - 1)^2 + (y - x)^2 + 0.4*x");
    const found = canonical(V, 0.9);
    const rng = stream("plane draws");
    const points = Array.from({ length: 20_000 }, () => found.sample(rng));
    for (const [of, exact] of [
      [(q: Float64Array) => q[0], "x"],
      [(q: Float64Array) => q[0] * q[1], "x*y"],
      [(q: Float64Array) => q[1] ** 2, "y^2"],
      [(q: Float64Array) => Number(q[0] > 0), "x > 0"],
    ] as const)
      expect(estimate.agree(estimate.timeAverage(points.map(of)), found.average(exact))).toBe(true);
  });

  test("walls cut a slope: ⟨x⟩ by hand, in a box", () => {
    const [f, kT, L] = [1.7, 0.6, 2.5];
    const found = canonical(potentials.expression("f*x + 0*y", { f }), kT, {
      between: [
        [0, L],
        [-1, 3],
      ],
    });
    const b = f / kT;
    expect(found.average("x").mean).toBeCloseTo(1 / b - L / Math.expm1(b * L), 9);
    expect(found.average("y").mean).toBeCloseTo(1, 9);
    expect(found.Z).toBeCloseTo((4 * -Math.expm1(-b * L)) / b, 9);
  });
});

describe("momenta are averaged over exactly", () => {
  test("equipartition, in any number of dimensions", () => {
    const V = potentials.expression("x^4 + (x - y)^2");
    const mass = [1.3, 0.7];
    expect(gibbsAverage(V, 0.9, "p_x^2/(2*1.3) + p_y^2/(2*0.7)", { mass }).mean).toBeCloseTo(0.9, 10);
    expect(gibbsAverage(V, 0.9, "p_x^4*x^2", { mass }).mean).toBeCloseTo(
      3 * (1.3 * 0.9) ** 2 * gibbsAverage(V, 0.9, "x^2").mean,
      8,
    );
    expect(gibbsAverage(V, 0.9, "x*p_x", { mass }).mean).toBeCloseTo(0, 12);
    expect(gibbsAverage(potentials.doubleWell({ h: 3 }), 0.6, "cos(p)", { mass: [1.7] }).mean).toBeCloseTo(
      Math.exp(-0.5 * 1.7 * 0.6),
      11,
    );
  });
});

test.each([
  [() => canonical(potentials.expression("x^2 - y^2"), 1), "unbounded", /rise/],
  [() => canonical(potentials.expression("x^2*y^2"), 1), "unbounded", /rise/],
  [() => canonical(potentials.expression("(x - y)^2"), 1), "unbounded", /rise/],
  [() => canonical(potentials.expression("x^2 + log(y^2)"), 1), "unbounded", /rise|falls to −∞/],
  [() => canonical(potentials.expression("x^2 + y^2"), 0), "parameter", /kT is 0/],
  [() => canonical(potentials.expression("x^2 + y^2"), 1, { between: [0, 1] }), "dimension", /walls along 1 axes.*2/],
  [
    () =>
      canonical(potentials.expression("x^2 + y^2"), 1, {
        between: [
          [0, 1],
          [2, 1],
        ],
      }),
    "parameter",
    /walls stand at 2 and 1/,
  ],
  [
    () => gibbsAverage(potentials.expression("x^2 + y^2"), 1, "p_x^2"),
    "undefined-quantity",
    /depends on momenta.*\{ mass/,
  ],
  [() => gibbsAverage(potentials.expression("x^2 + y^2"), 1, "p_x^2", { mass: [1] }), "dimension", /1 number.*2/],
  [
    () => gibbsAverage(potentials.expression("x^2 + y^2"), 1, "p_x^2", { mass: [1, -2] }),
    "parameter",
    /mass\[1\] is -2/,
  ],
  [
    () => gibbsAverage(potentials.harmonic({ k: 2 }), 1, "p > 0.3", { mass: [1] }),
    "not-converged",
    /does not settle.*seed/,
  ],
  [() => gibbsAverage(potentials.expression("x^2 + y^2"), 1, "z"), "expression", /not known/],
  [
    () => gibbsAverage(potentials.expression("x^2 + y^2"), 1, "1/((x - 0.31)^2 + y^2)"),
    "non-finite",
    /In the box .* infinite/,
  ],
] as const)("wrong call %#", (call, fault, message) => {
  const error = caught(call);
  expect([error.fault, error.message]).toEqual([fault, expect.stringMatching(message)]);
});
