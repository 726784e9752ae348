/** Where populations go as eigenvectors turn, and what a hop makes of the momentum. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { couplingDirection, reflect, rescale } from "../../../src/dynamics/hopping/hop-momentum.js";
import { fluxesOf } from "../../../src/dynamics/hopping/switches.js";
import { potentials } from "../../../src/index.js";
import { emptyFrame, framing } from "../../../src/potentials/fields/frame.js";

const field = potentials.matrix(
  [
    ["x", { re: "0.3*y", im: "0.4*x" }, "0.2"],
    [{ re: "0.3*y", im: "-0.4*x" }, "1 - y", { re: "0.1", im: "x*y" }],
    ["0.2", { re: "0.1", im: "-x*y" }, "2 + x*y"],
  ],
  {},
);
const look = framing(field);
const frameAt = (x: number, y: number) => {
  const frame = emptyFrame(field);
  look(Float64Array.of(x, y), frame);
  return frame;
};
const phi = { re: Float64Array.of(0.5, -0.2, 0.4), im: Float64Array.of(0.3, 0.6, -0.1) };
const amplitudes = ({ vectors: { re, im } }: ReturnType<typeof frameAt>) => {
  const c = { re: new Float64Array(3), im: new Float64Array(3) };
  for (let j = 0; j < 3; j++)
    for (let i = 0; i < 3; i++) {
      c.re[j] += re[3 * j + i] * phi.re[i] + im[3 * j + i] * phi.im[i];
      c.im[j] += re[3 * j + i] * phi.im[i] - im[3 * j + i] * phi.re[i];
    }
  return c;
};
const population = (c: ReturnType<typeof amplitudes>, j: number) => c.re[j] ** 2 + c.im[j] ** 2;

describe("fluxes between three levels", () => {
  const [before, after] = [frameAt(0.2, 0.4), frameAt(0.5, 0.1)];
  const [c, later] = [amplitudes(before), amplitudes(after)];
  const fluxes = fluxesOf(3);
  const out = [0, 1, 2].map((a) =>
    Array.from(fluxes(a, { vectors: before.vectors, c }, { vectors: after.vectors, c: later })),
  );

  test("add up to what a level loses, and go from one to the other what comes from it", () => {
    for (const a of [0, 1, 2]) {
      const loss = population(c, a) - population(later, a);
      expect(out[a].reduce((sum, value) => sum + value, 0)).toBeCloseTo(loss, 13);
      for (const b of [0, 1, 2]) expect(out[a][b]).toBeCloseTo(-out[b][a], 13);
    }
    expect(Math.max(...out.flat())).toBeGreaterThan(0.01);
  });

  test("are those of the derivative couplings in short times", () => {
    const [h, v] = [1e-5, [1.3, -0.8]];
    const near = frameAt(0.2 + h * v[0], 0.4 + h * v[1]);
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ]) {
      const found = fluxes(a, { vectors: before.vectors, c }, { vectors: near.vectors, c: amplitudes(near) })[b] / h;
      // −2 Re(c̄_b c_a v·⟨Ψ_b, ∂Ψ_a⟩) with ⟨Ψ_b, ∂Ψ_a⟩ = ⟨Ψ_b, ∂V Ψ_a⟩/(λ_a − λ_b).
      const gap = before.values[a] - before.values[b];
      const entry = (part: Float64Array) => (v[0] * part[3 * b + a] + v[1] * part[9 + 3 * b + a]) / gap;
      const [re, im] = [entry(before.slopes.re), entry(before.slopes.im)];
      const [x, y] = [c.re[b] * c.re[a] + c.im[b] * c.im[a], c.re[b] * c.im[a] - c.im[b] * c.re[a]];
      expect(found).toBeCloseTo(-2 * (x * re - y * im), 3);
    }
  });
});

describe("the momentum of a hop", () => {
  const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 });
  const mass = Float64Array.of(1.4, 0.7, 2.9);
  const kinetic = (p: ArrayLike<number>) => mass.reduce((sum, m, k) => sum + p[k] ** 2 / (2 * m), 0);

  test("changes along the coupling alone, by as much energy as the level rises, or not at all", () => {
    fc.assert(
      fc.property(numbers, numbers, fc.double({ min: -2, max: 2, noNaN: true }), (start, along, rise) => {
        const [p, u] = [Float64Array.from(start), Float64Array.from(along)];
        fc.pre(kinetic(u) > 1e-3);
        const done = rescale(p, u, mass, rise);
        if (!done) {
          expect(Array.from(p)).toEqual(start);
          // Not even all of the kinetic energy along u would have been enough.
          const overlap = mass.reduce((sum, m, k) => sum + (start[k] * along[k]) / m, 0);
          expect(overlap ** 2 / (4 * kinetic(along))).toBeLessThan(rise + 1e-9);
          return;
        }
        expect(kinetic(p)).toBeCloseTo(kinetic(start) - rise, 9);
        const moved = p.map((value, k) => value - start[k]);
        expect(moved[0] * u[1] - moved[1] * u[0]).toBeCloseTo(0, 9);
        expect(moved[1] * u[2] - moved[2] * u[1]).toBeCloseTo(0, 9);
      }),
    );
  });

  test("turned round along the coupling keeps the kinetic energy", () => {
    fc.assert(
      fc.property(numbers, numbers, (start, along) => {
        fc.pre(kinetic(along) > 1e-3);
        const p = Float64Array.from(start);
        reflect(p, Float64Array.from(along), mass);
        expect(kinetic(p)).toBeCloseTo(kinetic(start), 9);
        const overlap = (q: ArrayLike<number>) => mass.reduce((sum, m, k) => sum + (q[k] * along[k]) / m, 0);
        expect(overlap(p)).toBeCloseTo(-overlap(start), 9);
      }),
    );
  });

  test("does not depend on the phases of the eigenvectors", () => {
    const frame = frameAt(0.3, -0.2);
    const direction = couplingDirection(frame, 0, 1, Float64Array.of(1.4, 2.3));
    // Ψ₁ turned by the angle 0.9: all ⟨Ψ₀, ∂V Ψ₁⟩ turn with it.
    const [c, s] = [Math.cos(0.9), Math.sin(0.9)];
    const turned = { re: frame.slopes.re.slice(), im: frame.slopes.im.slice() };
    for (const k of [0, 1]) {
      const at = 9 * k + 1;
      turned.re[at] = c * frame.slopes.re[at] - s * frame.slopes.im[at];
      turned.im[at] = s * frame.slopes.re[at] + c * frame.slopes.im[at];
    }
    const other = couplingDirection({ ...frame, slopes: turned }, 0, 1, Float64Array.of(1.4, 2.3));
    const sign = Math.sign(direction[0] * other[0]);
    for (const k of [0, 1]) expect(other[k]).toBeCloseTo(sign * direction[k], 12);
    expect(Math.hypot(...direction)).toBeGreaterThan(0.1);
  });
});
