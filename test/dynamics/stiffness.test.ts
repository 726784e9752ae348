/** Where a start comes to rest, and how stiff it is there. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStep } from "../../src/dynamics/stability.js";
import { minimumBelow, stiffness } from "../../src/dynamics/stiffness.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, potentials } from "../../src/index.js";
import { symmetricEigenvalues } from "../oracles/dense.js";

const surface = potentials.muellerBrown();
const minima = [
  [-0.5582236346, 1.4417258418],
  [0.6234994049, 0.0280377585],
  [-0.050010823, 0.4666941049],
];
const plain = (v: Float64Array, out: Float64Array): Float64Array => {
  out.set(v);
  return out;
};

describe("on the surface of Müller and Brown", () => {
  test("the way down ends in one of the three minima, below the start", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1.2, max: 0.9, noNaN: true }),
        fc.double({ min: -0.2, max: 1.8, noNaN: true }),
        (x, y) => {
          const found = minimumBelow(surface, Float64Array.of(x, y)) as Float64Array;
          const nearest = Math.min(...minima.map(([a, b]) => Math.hypot(found[0] - a, found[1] - b)));
          expect(nearest).toBeLessThan(1e-4);
          expect(surface.energy(found)).toBeLessThanOrEqual(surface.energy(Float64Array.of(x, y)));
        },
      ),
    );
  });

  test.each(minima)("at (%f, %f) the stiffness is the largest eigenvalue of the Hessian", (x, y) => {
    const q = Float64Array.of(x, y);
    const h = surface.hessian(q, new Float64Array(4));
    const [, largest] = symmetricEigenvalues([
      [h[0], h[1]],
      [h[2], h[3]],
    ]);
    expect(Math.abs(stiffness(surface, q, plain) / largest - 1)).toBeLessThan(1e-4);
  });
});

describe("a step is not refused", () => {
  const at = (text: string) =>
    dynamics.velocityVerlet(
      { potential: potentials.expression(text), mass: [1.7] },
      0.9,
    ) as unknown as dynamics.Integrator;

  test.each([
    ["at a corner, which has no curvature", "abs(x)", 0.4],
    ["in a well without curvature at its bottom", "x^4", 0.3],
    ["where nothing holds the particle", "2.3*x", 0.3],
    ["where the potential falls for ever", "-x^2", 0.3],
    ["on a plain", "0*x", 0.3],
  ])("%s", (_, text, start) => {
    expect(() => checkStep(at(text), [start])).not.toThrow();
  });

  test("where the potential refuses the places that are tried", () => {
    const refusing = {
      ...potentials.harmonic({ k: 40 }),
      energy: (q: Float64Array) => {
        if (q[0] < 0.2) throw new PhysicsError("non-finite", { what: "a", expected: "b", remedy: "c" });
        return 20 * q[0] ** 2;
      },
    };
    const verlet = dynamics.velocityVerlet({ potential: refusing, mass: [1.7] }, 0.9) as unknown as dynamics.Integrator;
    expect(() => checkStep(verlet, [0.5])).not.toThrow();
  });
});
