import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { estimate, random } from "../../src/index.js";
import { kolmogorov, normalCdf } from "../oracles/normal.js";

const { brownianPath, stream } = random;

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** The mean with its standard error. */
const average = (values: ArrayLike<number>) => {
  const centre = mean(values);
  const variance = mean(Array.from(values, (x) => (x - centre) ** 2));
  return estimate.estimate(centre, Math.sqrt(variance / values.length), values.length);
};

const pairs = (increments: Float64Array, dim: number): Float64Array =>
  Float64Array.from({ length: increments.length / 2 }, (_, j) => {
    const first = Math.floor(j / dim) * 2 * dim + (j % dim);
    return increments[first] + increments[first + dim];
  });

describe("refinement", () => {
  test("keeps the path: the halves of a step sum to it without rounding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.string({ minLength: 1 }),
        (steps, dim, time, phrase) => {
          const path = brownianPath(stream(phrase), { time, steps, dim });
          const fine = path.refine().refine();
          expect(pairs(pairs(fine.increments, dim), dim)).toEqual(path.increments);
          expect(fine.at(time)).toEqual(path.at(time));
          expect(fine.at(path.dt)).toEqual(path.increments.slice(0, dim));
        },
      ),
    );
  });

  test("sums are exact in any order", () => {
    const { increments } = brownianPath(stream("order"), { time: 2.7, steps: 2 ** 14 });
    const forward = increments.reduce((sum, x) => sum + x, 0);
    expect(increments.toReversed().reduce((sum, x) => sum + x, 0)).toBe(forward);
    expect(brownianPath(stream("order"), { time: 2.7, steps: 2 }).at(2.7)[0]).toBe(forward);
  });

  test("gives the same bits whatever the order, and whatever was drawn before", () => {
    const rng = stream("order");
    rng.normal();
    const options = { time: 3.7, dim: 2 };
    const fine = brownianPath(rng, { ...options, steps: 48 });
    const coarse = brownianPath(stream("order"), { ...options, steps: 6 });
    expect(coarse.refine().refine().refine().increments).toEqual(fine.increments);
    expect(fine.coarse().coarse().coarse().increments).toEqual(coarse.increments);
    expect(fine.coarse().refine()).toBe(fine);
    expect([coarse.steps, coarse.dt, fine.steps, fine.dt]).toEqual([6, 3.7 / 6, 48, 3.7 / 48]);
  });
});

describe("the motion", () => {
  const time = 2.3;
  const root = stream("motion");
  const many = Array.from({ length: 20_000 }, (_, i) => brownianPath(root.child(i), { time, steps: 4, dim: 2 }));

  test("has increments of mean 0 and variance dt that are normal", () => {
    for (const of of [(path: random.BrownianPath) => path, (path: random.BrownianPath) => path.refine()]) {
      const all = many.flatMap((path) => [...of(path).increments]);
      const { dt } = of(many[0]);
      expect(estimate.agree(average(all), 0)).toBe(true);
      expect(estimate.agree(average(all.map((x) => x ** 2)), dt)).toBe(true);
      expect(estimate.agree(average(all.map((x) => x ** 4)), 3 * dt ** 2)).toBe(true);
      expect(
        kolmogorov(
          Float64Array.from(all, (x) => x / Math.sqrt(dt)),
          normalCdf,
        ),
      ).toBeLessThan(2.5);
    }
  });

  test("has the covariance min(s, t), and independent coordinates and paths", () => {
    const product = (of: (path: random.BrownianPath, i: number) => number) => average(many.map(of));
    for (const [s, t] of [
      [1, 3],
      [2, 2],
      [0, 4],
    ]) {
      const found = product((path) => path.at((s * time) / 4)[0] * path.at((t * time) / 4)[0]);
      if (s > 0) expect(estimate.agree(found, (Math.min(s, t) * time) / 4)).toBe(true);
      else expect(found.mean).toBe(0);
    }
    expect(
      estimate.agree(
        product((path) => path.at(time)[0] * path.at(time)[1]),
        0,
      ),
    ).toBe(true);
    expect(
      estimate.agree(
        product((path, i) => path.at(time)[0] * many[(i + 1) % many.length].at(time)[0]),
        0,
      ),
    ).toBe(true);
  });

  test("bridges a step: its middle lies about the mean of the ends with variance dt/4, whatever the ends are", () => {
    const off = many.map((path) => path.refine().increments[0] - 0.5 * path.increments[0]);
    expect(estimate.agree(average(off), 0)).toBe(true);
    expect(estimate.agree(average(off.map((x) => x ** 2)), time / 16)).toBe(true);
    expect(estimate.agree(average(off.map((x, i) => x * many[i].increments[0])), 0)).toBe(true);
  });
});

describe("strong order of schemes along one path", () => {
  const [time, levels] = [1.3, 5];
  const paths = Array.from({ length: 1500 }, (_, i) =>
    brownianPath(stream("strong").child(i), { time, steps: 32 * 2 ** (levels - 1) }),
  );

  /** The slope of ln ⟨|error|⟩ over ln dt, for a scheme x ← step(x, dt, ΔW) from x₀ = 0.8. */
  const order = (step: (x: number, dt: number, dW: number) => number, exact: (path: random.BrownianPath) => number) => {
    const errors = Array.from({ length: levels }, () => new Float64Array(paths.length));
    for (const [i, path] of paths.entries()) {
      const end = exact(path);
      for (let level = 0, at = path; level < levels; level++, at = level < levels ? at.coarse() : at)
        errors[level][i] = Math.abs(at.increments.reduce((x, dW) => step(x, at.dt, dW), 0.8) - end);
    }
    return estimate.order(errors.map((values, level) => ({ step: time / (512 / 2 ** level), error: average(values) })));
  };

  test("geometric Brownian motion: 1/2 for Euler–Maruyama, 1 for Milstein", () => {
    const [mu, sigma] = [0.4, 0.7];
    const exact = (path: random.BrownianPath) =>
      0.8 * Math.exp((mu - sigma ** 2 / 2) * time + sigma * path.at(time)[0]);
    const euler = order((x, dt, dW) => x + mu * x * dt + sigma * x * dW, exact);
    const milstein = order(
      (x, dt, dW) => x + mu * x * dt + sigma * x * dW + 0.5 * sigma ** 2 * x * (dW * dW - dt),
      exact,
    );
    expect([estimate.agree(euler, 0.5), estimate.agree(milstein, 1)]).toEqual([true, true]);
    expect(Math.max(euler.error, milstein.error)).toBeLessThan(0.03);
  });

  test("Ornstein–Uhlenbeck: 1 for Euler–Maruyama, its noise being additive", () => {
    const [k, sigma] = [1.7, 0.6];
    // X = x₀ e^(−kt) + σ W − σ k ∫ e^(−k(t − s)) W ds, by the trapezoidal rule 8 times finer.
    const exact = (path: random.BrownianPath) => {
      const { values, dt, steps } = path.refine().refine().refine();
      let integral = -0.5 * values[steps];
      for (let i = 1; i <= steps; i++) integral += Math.exp(-k * (time - i * dt)) * values[i];
      return 0.8 * Math.exp(-k * time) + sigma * (values[steps] - k * dt * integral);
    };
    const euler = order((x, dt, dW) => x - k * x * dt + sigma * dW, exact);
    expect(estimate.agree(euler, 1)).toBe(true);
    expect(euler.error).toBeLessThan(0.02);
  });
});

describe("a path", () => {
  const path = brownianPath(stream("path"), { time: 3, steps: 6, dim: 2 });

  test("shows itself", () => {
    expect(path[display]()["text/plain"]).toBe("Brownian path in 2 coordinates, 6 steps of 0.5 to t = 3");
    expect(path.values.length).toBe(14);
  });

  test.each([
    [() => brownianPath(stream("a"), { time: 0, steps: 4 }), /time is 0/],
    [() => brownianPath(stream("a"), { time: 2, steps: 2.5 }), /steps is 2.5/],
    [() => brownianPath(stream("a"), { time: 2, steps: 4, dim: 0 }), /dim is 0/],
    [() => path.at(0.7), /time 0.7 is none of the path's. Expected a multiple of 0.5 from 0 to 3/],
    [() => path.at(3.5), /time 3.5 is none/],
    [() => path.at(Number.NaN), /time NaN is none/],
    [() => path.coarse().coarse(), /A path of 3 steps has no path of half as many.*steps: 4/],
  ])("refuses %s", (call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ fault: "parameter" }));
  });
});
