import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { potentials } from "../../src/index.js";
import { slope } from "../oracles/slope.js";

const { doubleWell, harmonic, muellerBrown, prinz, profile, quartic, tiltedWell, tripleWell } = potentials;

const size = fc.double({ min: 0.3, max: 2.7, noNaN: true });
const place = fc.double({ min: -1.2, max: 1.2, noNaN: true });

const energyAt = (V: potentials.Potential, ...q: number[]): number => V.energy(Float64Array.from(q));

describe("force is −∂V/∂q and the Hessian −∂F/∂q", () => {
  test.each<[string, (a: number, b: number, c: number) => potentials.ExpressionPotential]>([
    ["harmonic", (a, b) => harmonic({ k: a, a: b })],
    ["harmonic along axes", (a, b, c) => harmonic({ k: [a, b, c], a: [0, c, -b] })],
    [
      "harmonic by a matrix",
      (a, b, c) =>
        harmonic({
          k: [
            [a + c, c / 2],
            [c / 2, b + c],
          ],
          a: [b, -a],
        }),
    ],
    ["harmonic in five dimensions", (a, b, c) => harmonic({ k: [a, b, c, a + b, b + c] })],
    ["quartic", (a, b) => quartic({ g: a, k: -b })],
    ["double well", (a, b) => doubleWell({ h: a, a: b })],
    ["tilted well", (a, b, c) => tiltedWell({ h: a, a: b, tilt: -c })],
    ["Müller–Brown", muellerBrown],
    ["triple well", tripleWell],
    ["four wells of Prinz", prinz],
  ])("%s", (_, make) => {
    fc.assert(
      fc.property(size, size, size, fc.array(place, { minLength: 5, maxLength: 5 }), (a, b, c, point) => {
        const V = make(a, b, c);
        const q = Float64Array.from(point.slice(0, V.dim));
        const force = (at: Float64Array) => V.force(at, new Float64Array(V.dim));
        const hessian = V.hessian(q, new Float64Array(V.dim ** 2));
        for (let i = 0; i < V.dim; i++) {
          expect(Math.abs(force(q)[i] + slope(V.energy, q, i, 1e-4))).toBeLessThan(1e-7 * (1 + Math.abs(V.energy(q))));
          for (let j = 0; j < V.dim; j++) {
            const second = -slope((at) => force(at)[i], q, j, 1e-4);
            expect(Math.abs(hessian[i * V.dim + j] - second)).toBeLessThan(1e-6 * (1 + Math.abs(second)));
            expect(hessian[i * V.dim + j]).toBe(hessian[j * V.dim + i]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("wells", () => {
  test("harmonic: k/2 above its centre at distance one", () => {
    expect(energyAt(harmonic({ k: 3.4, a: -0.7 }), 0.3)).toBeCloseTo(1.7, 14);
    expect(harmonic({ k: 3.4 }).force(Float64Array.of(2), new Float64Array(1))[0]).toBeCloseTo(-6.8, 14);
  });

  test("harmonic: ½ qᵀ K q with a matrix, whose entries are named parameters", () => {
    const V = harmonic({
      k: [
        [2.5, 0.6],
        [0.6, 3.5],
      ],
      a: [0, -0.4],
    });
    expect(energyAt(V, 0.7, 0.8)).toBeCloseTo(0.5 * (2.5 * 0.49 + 2 * 0.6 * 0.7 * 1.2 + 3.5 * 1.44), 14);
    expect(V.parameters).toEqual({ a_y: -0.4, k_x: 2.5, k_xy: 0.6, k_y: 3.5 });
    expect([...V.hessian(Float64Array.of(3, 4), new Float64Array(4))]).toEqual([2.5, 0.6, 0.6, 3.5]);
    expect(harmonic({ k: [2, 3, 4, 5] }).variables).toEqual(["x1", "x2", "x3", "x4"]);
  });

  test("quartic: g/4 at 1, and wells at ±√(−k/g)", () => {
    expect(energyAt(quartic({ g: 2.6 }), 1)).toBeCloseTo(0.65, 14);
    const [left, top, right] = potentials.stationaryPoints(potentials.pull(quartic({ g: 2, k: -0.5 })), -3.1, 3);
    expect([left.x, top.x, right.x].map((x) => Number(x.toFixed(12)) + 0)).toEqual([-0.5, 0, 0.5]);
  });

  test("double well: height h at 0 and 0 at ±a", () => {
    const V = profile(doubleWell({ h: 2.6, a: 1.4 }));
    expect([V(0), V(1.4), V(-1.4)].map((v) => Number(v.toFixed(13)) + 0)).toEqual([2.6, 0, 0]);
    expect(profile(doubleWell({ h: 2.6 }))(0.5)).toBeCloseTo(2.6 * 0.5625, 14);
  });

  test("tilted well: the double well with tilt x on top, and one well beyond a tilt of 8h/(3√3 a)", () => {
    const [h, a] = [2.6, 1.4];
    expect(energyAt(tiltedWell({ h, a, tilt: 0.3 }), 0.9)).toBeCloseTo(energyAt(doubleWell({ h, a }), 0.9) + 0.27, 14);
    const edge = (8 * h) / (3 * Math.sqrt(3) * a);
    const count = (tilt: number) =>
      potentials.stationaryPoints(potentials.pull(tiltedWell({ h, a, tilt })), -3, 3).length;
    expect([count(0.99 * edge), count(1.01 * edge)]).toEqual([3, 1]);
    expect(energyAt(tiltedWell({ h, tilt: 0.3 }), 0.5)).toBeCloseTo(2.6 * 0.5625 + 0.15, 14);
  });
});

describe("surfaces of the literature", () => {
  test("Müller–Brown has its minima where the references say", () => {
    const V = muellerBrown();
    for (const [x, y] of [
      [-0.5582236346, 1.4417258418],
      [0.6234994049, 0.0280377585],
      [-0.050010823, 0.4666941049],
    ]) {
      // One Newton step from a point known to 1e-10 is exact to the square of that.
      const q = Float64Array.of(x, y);
      const [fx, fy] = V.force(q, new Float64Array(2));
      const [a, b, , d] = V.hessian(q, new Float64Array(4));
      const det = a * d - b * b;
      expect(Math.max(Math.abs((d * fx - b * fy) / det), Math.abs((a * fy - b * fx) / det))).toBeLessThan(1.5e-10);
      expect(a > 0 && det > 0).toBe(true);
    }
  });

  // Values of deeptime 0.4.5, an independent program.
  test("the triple well and the four wells have the values of another program", () => {
    const V = tripleWell();
    expect(energyAt(V, 0.3, -0.4)).toBeCloseTo(-1.77391635662113, 13);
    expect(energyAt(V, 1.1, 0.9)).toBeCloseTo(-1.7638667143892015, 13);
    expect(energyAt(V, -0.7, 1.4)).toBeCloseTo(-1.4985165981532638, 13);
    expect(energyAt(prinz(), 0.3)).toBeCloseTo(0.03526128, 8);
    expect(energyAt(prinz(), -0.83)).toBeCloseTo(0.9265761, 7);
    expect(energyAt(prinz(), 0.66)).toBeCloseTo(0.24721035, 8);
  });

  test("the four wells are four, behind three barriers", () => {
    const kinds = potentials.stationaryPoints(potentials.pull(prinz()), -1, 1).map(({ kind }) => kind[1]);
    expect(kinds.join("")).toBe("iaiaiai");
  });
});

describe("wells show themselves and refuse what is none", () => {
  test("in LaTeX and text", () => {
    expect(quartic({ g: 2, k: -3 })[display]()["text/plain"]).toBe("V(x) = g*x^4/4 + k*x^2/2   with g = 2, k = -3");
    expect(harmonic({ k: [2, 3], a: [0, 5] })[display]()["text/latex"]).toContain(
      "F_{y}(x, y) &= -\\frac{\\partial V}{\\partial y} =",
    );
    expect(prinz()[display]()["text/markdown"]).toContain('<img alt="V(x)"');
  });

  test.each([
    [() => harmonic({ k: -1 }), "parameter", /k is -1/],
    [() => harmonic({ k: [] }), "parameter", /k is empty/],
    [() => harmonic({ k: [2, 0] }), "parameter", /k\[1\] is 0/],
    [() => harmonic({ k: [[2, 3]] }), "parameter", /Row 0 of k holds 2 numbers/],
    [
      () =>
        harmonic({
          k: [
            [2, 3],
            [1, 2],
          ],
        }),
      "parameter",
      /k\[0\]\[1\] is 3 and k\[1\]\[0\] is 1.*symmetric/,
    ],
    [
      () =>
        harmonic({
          k: [
            [2, 3],
            [3, 2],
          ],
        }),
      "parameter",
      /positive definite/,
    ],
    [() => harmonic({ k: [2, 3], a: [1] }), "dimension", /centre a has 1 coordinate. Expected 2/],
    [() => harmonic({ k: 2, a: Number.NaN }), "parameter", /a is NaN/],
    [() => quartic({ g: 0 }), "parameter", /g is 0/],
    [() => quartic({ g: 2, k: Number.POSITIVE_INFINITY }), "parameter", /k is Infinity/],
    [() => doubleWell({ h: 0 }), "parameter", /h is 0/],
    [() => doubleWell({ h: 2, a: Number.NaN }), "parameter", /a is NaN/],
    [() => tiltedWell({ h: 2, tilt: Number.NaN }), "parameter", /tilt is NaN/],
  ])("%s", (call, fault, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ fault }));
  });
});
