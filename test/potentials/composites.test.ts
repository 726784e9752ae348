import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { ensembles, estimate, potentials } from "../../src/index.js";
import { slope } from "../oracles/slope.js";

const { custom, expression, harmonic, muellerBrown, quartic, restrict, spline, sum, tiltedWell } = potentials;

const size = fc.double({ min: 0.3, max: 2.7, noNaN: true });
const place = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const at = (V: potentials.Potential, ...q: number[]) => V.energy(Float64Array.from(q));
const forceAt = (V: potentials.Potential, ...q: number[]) => [
  ...V.force(Float64Array.from(q), new Float64Array(q.length)),
];

/** The same potential without its formula. */
const opaque = ({ dim, variables, energy, force }: potentials.ExpressionPotential) =>
  custom({ dim, energy, force, variables });

describe("sums", () => {
  test("of formulas are formulas, whose energies, forces and Hessians add", () => {
    fc.assert(
      fc.property(size, size, size, place, place, (a, b, c, x, y) => {
        const parts = [
          harmonic({ k: [a, b] }),
          expression("-a*(x - y)^3/2 - k_x*2x", { a: c, k_x: b }),
          muellerBrown(),
        ];
        const total = sum(...parts);
        const q = Float64Array.of(x, y);
        const added = (of: (V: potentials.ExpressionPotential) => number) => parts.reduce((s, V) => s + of(V), 0);
        const near = (found: number, exact: number) =>
          expect(Math.abs(found - exact)).toBeLessThan(1e-12 * (1000 + Math.abs(exact)));
        near(
          total.energy(q),
          added((V) => V.energy(q)),
        );
        for (const i of [0, 1])
          near(
            forceAt(total, x, y)[i],
            added((V) => forceAt(V, x, y)[i]),
          );
        for (const i of [0, 1, 3])
          near(
            total.hessian(q, new Float64Array(4))[i],
            added((V) => V.hessian(q, new Float64Array(4))[i]),
          );
      }),
      { numRuns: 15 },
    );
  });

  test("join variables by name, and keep the names of parameters unless they clash", () => {
    const V = sum(
      quartic({ g: 2.5 }),
      expression("g*(x*y)^2 + h*y^2", { g: 0.7, h: 3 }),
      expression("h*y^2", { h: 3 }),
    );
    expect(V.variables).toEqual(["x", "y"]);
    expect(V.parameters).toEqual({ g: 2.5, g_2: 0.7, h: 3 });
    expect(at(V, 1.2, 0.8)).toBeCloseTo((2.5 * 1.2 ** 4) / 4 + 0.7 * (1.2 * 0.8) ** 2 + 6 * 0.64, 13);
    expect(sum(expression("k*z^2", { k: 2 }), expression("z*x", {})).variables).toEqual(["x", "z"]);
    expect(sum(expression("x - y", {}, { variables: ["y", "x"] }), expression("x^2")).variables).toEqual(["y", "x"]);
    const renamed = sum(expression("y^2"), expression("y*2x^2 - (y - 3)/x", { y: 1.3 }));
    expect(at(renamed, 0.7, 2)).toBeCloseTo(4 + 1.3 * 2 * 0.49 + 1.7 / 0.7, 13);
  });

  test("of functions add over many points at once", () => {
    const [a, b] = [opaque(muellerBrown()), opaque(harmonic({ k: [2.3, 0.9] }))];
    const V = sum(a, b, harmonic({ k: [0.4, 0.6] }));
    const q = Float64Array.of(0.1, 0.7, -0.4, 1.1);
    const exact = sum(muellerBrown(), harmonic({ k: [2.7, 1.5] })).force(q, new Float64Array(4));
    for (const [i, F] of V.force(q, new Float64Array(4)).entries()) expect(Math.abs(F - exact[i])).toBeLessThan(1e-10);
    expect(V.energy(q)).toBeCloseTo(at(muellerBrown(), 0.1, 0.7) + (2.7 * 0.01 + 1.5 * 0.49) / 2, 11);
    expect(V[display]()["text/plain"]).toBe("V(x, y): sum of 3 potentials");
  });
});

describe("restrictions", () => {
  test("of a formula are formulas with one more parameter", () => {
    const line = restrict(muellerBrown(), { y: 0.5 });
    expect([line.dim, line.variables, line.parameters]).toEqual([1, ["x"], { y: 0.5 }]);
    for (const x of [-1.2, 0.3]) {
      expect(at(line, x)).toBeCloseTo(at(muellerBrown(), x, 0.5), 11);
      expect(forceAt(line, x)[0]).toBeCloseTo(forceAt(muellerBrown(), x, 0.5)[0], 10);
    }
    const plane = restrict(expression("x^2 + y^4", {}, { variables: ["z", "y", "x"] }), { z: 3, x: 2 });
    expect([plane.variables, at(plane, 1.5)]).toEqual([["y"], 4 + 1.5 ** 4]);
  });

  test("of a function put the free coordinates in their places", () => {
    const whole = harmonic({ k: [1.3, 2.1, 0.7], a: [0.2, 0.3, 0.4] });
    const [open, closed] = [restrict(opaque(whole), { y: 1.1 }), restrict(whole, { y: 1.1 })];
    const q = Float64Array.of(0.5, -0.9, 1.4, 0.6);
    expect(open.variables).toEqual(["x", "z"]);
    expect(open.energy(q)).toBeCloseTo(closed.energy(q), 13);
    const [found, exact] = [open, closed].map((V) => V.force(q, new Float64Array(4)));
    for (let i = 0; i < 4; i++) expect(found[i]).toBeCloseTo(exact[i], 13);
    expect(open[display]()["text/plain"]).toBe("V(x, z): a potential held at y = 1.1");
  });
});

describe("splines", () => {
  const even = (n: number, from: number, to: number) =>
    Float64Array.from({ length: n + 1 }, (_, i) => from + (i / n) * (to - from));

  test("give a cubic back where the slopes at its ends are known, and a straight line in any case", () => {
    const cubic = (x: number) => 0.7 * x ** 3 - 1.3 * x ** 2 + 0.4 * x - 2.2;
    const slopeOf = (x: number) => 2.1 * x ** 2 - 2.6 * x + 0.4;
    const x = Float64Array.of(-1.5, -0.9, 0.2, 0.35, 1.9);
    const V = spline(x, x.map(cubic), { slopes: [slopeOf(-1.5), slopeOf(1.9)] });
    for (const q of [-1.5, -1.1, 0.2, 0.3, 1.234, 1.9]) {
      expect(at(V, q)).toBeCloseTo(cubic(q), 13);
      expect(forceAt(V, q)[0]).toBeCloseTo(-slopeOf(q), 13);
      expect(V.hessian(Float64Array.of(q), new Float64Array(1))[0]).toBeCloseTo(4.2 * q - 2.6, 12);
    }
    expect(at(spline([0.5, 2, 7], [1, 4, 14]), 5.3)).toBeCloseTo(10.6, 13);
  });

  test("are natural unless told: V″ = 0 at the ends, and force is −∂V/∂x between", () => {
    const x = even(7, -1.3, 2.2);
    const V = spline(x, x.map(Math.sin));
    for (const end of [-1.3, 2.2]) expect(V.hessian(Float64Array.of(end), new Float64Array(1))[0]).toBeCloseTo(0, 13);
    fc.assert(
      fc.property(fc.double({ min: -1.2, max: 2.1, noNaN: true }), (q) => {
        expect(Math.abs(forceAt(V, q)[0] + slope(V.energy, Float64Array.of(q), 0, 1e-4))).toBeLessThan(1e-7);
      }),
    );
  });

  test("converge with the fourth power of the spacing when clamped", () => {
    const V = tiltedWell({ h: 2.1, tilt: 0.4 });
    const ends = [forceAt(V, -1.7)[0], forceAt(V, 1.6)[0]].map((F) => -F) as [number, number];
    const worst = (n: number) => {
      const x = even(n, -1.7, 1.6);
      const made = spline(
        x,
        x.map((q) => at(V, q)),
        { slopes: ends },
      );
      return Math.max(...even(331, -1.7, 1.6).map((q) => Math.abs(at(made, q) - at(V, q))));
    };
    const order = estimate.order([16, 32, 64, 128].map((n) => ({ step: 3.3 / n, error: worst(n) })));
    expect(Math.abs(order.mean - 4)).toBeLessThan(0.1);
  });

  test("stand in ensembles between hard walls, and show their curve", () => {
    const x = even(400, -3, 3);
    const V = spline(
      x,
      x.map((q) => 1.1 * q * q),
    );
    const exact = ensembles.canonical(harmonic({ k: 2.2 }), 1.7, { between: [-3, 3] }).average("x^2").mean;
    expect(Math.abs(ensembles.canonical(V, 1.7).average("x^2").mean / exact - 1)).toBeLessThan(1e-4);
    expect(V[display]()["text/plain"]).toBe("V(x): natural cubic spline through 401 knots");
    expect(V[display]()["text/markdown"]).toContain("data:image/svg+xml");
  });
});

describe("functions of the user's", () => {
  test("may return the force or write it, and pass a check where it is −∂V/∂q", () => {
    const energy = (q: Float64Array) => 0.7 * q[0] ** 4 + q[0] * q[1] - Math.cos(q[1]);
    const returns = custom(
      { dim: 2, energy, force: ([x, y]) => [-2.8 * x ** 3 - y, -x - Math.sin(y)] },
      { check: true },
    );
    const writes = custom(
      {
        dim: 2,
        energy,
        force: ([x, y], out) => {
          out[0] = -2.8 * x ** 3 - y;
          out[1] = -x - Math.sin(y);
        },
      },
      { check: [[0.3, 1.1]] },
    );
    const q = Float64Array.of(0.4, 0.9, -0.7, 0.2);
    expect(returns.force(q, new Float64Array(4))).toEqual(writes.force(q, new Float64Array(4)));
    expect(returns.energy(q)).toBe(energy(q));
    expect(returns[display]()["text/plain"]).toBe("V(x, y): a function");
  });

  test("pass the check wherever formulas do: stiff, soft, singular at a place, far from 0", () => {
    for (const V of [
      harmonic({ k: 4e6, a: 0.3 }),
      harmonic({ k: 3e-7 }),
      harmonic({ k: [3, 2], a: [900, -40] }),
      muellerBrown(),
    ])
      expect(() => custom({ dim: V.dim, energy: V.energy, force: V.force }, { check: true })).not.toThrow();
    const half = expression("log(x) + 0.3/x");
    expect(() => custom({ dim: 1, energy: half.energy, force: half.force }, { check: true })).not.toThrow();
  });

  test.each([0.01, 1e-4, 1e-5])("fail the check where one component is wrong by a factor 1 + %d", (wrong) => {
    const V = harmonic({ k: [3.3, 2.2] });
    const force = (q: Float64Array, out: Float64Array) => {
      V.force(q, out);
      out[1] *= 1 + wrong;
    };
    expect(() => custom({ dim: 2, energy: V.energy, force }, { check: true })).toThrow(
      /^At \(.+, .+\) the force along y is -?\d.+, and −∂V\/∂y by differences is -?\d.+Check the sign/,
    );
  });
});

describe("values that are not finite", () => {
  const V = expression("log(x) + k/y^2", { k: 2 });

  test("are caught with the value, the component and the point", () => {
    const safe = potentials.checked(V);
    expect(safe.energy(Float64Array.of(2, 1))).toBe(V.energy(Float64Array.of(2, 1)));
    expect(() => safe.energy(Float64Array.of(-1.5, 1))).toThrow(/V is NaN at x = -1.5, y = 1/);
    expect(() => safe.force(Float64Array.of(2, 1, 0.5, 0), new Float64Array(4))).toThrow(
      /V is Infinity at x = 0.5, y = 0/,
    );
    const root = potentials.checked(expression("sqrt(x) + y^2"));
    expect(() => root.force(Float64Array.of(0, 1), new Float64Array(2))).toThrow(
      /The force along x is -Infinity at x = 0, y = 1/,
    );
    expect(safe[display]()["text/plain"]).toContain("log(x)");
  });

  test("are looked for at any number of points", () => {
    expect(() => potentials.checkFinite(V, Float64Array.of(2, 1, 0.5, 3))).not.toThrow();
    expect(() => potentials.checkFinite(V, Float64Array.of(2, 1, 0, 3))).toThrow(/V is -Infinity at x = 0, y = 3/);
  });
});
