/** Integrators as linear maps: in a harmonic well a step is x ← M x + N ξ, so that its stationary covariance is known to the last digits. */

import { describe, expect, test } from "vitest";
import type { Configuration, Integrator } from "../../src/dynamics/integrator.js";
import { share, spell } from "../../src/dynamics/splitting/spell.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, estimate, potentials } from "../../src/index.js";
import { type Matrix, stationaryCovariance, times, transpose } from "../oracles/dense.js";
import { oscillatorMean, relaxation } from "../oracles/ornstein-uhlenbeck.js";
import { pulse } from "../oracles/pulse.js";

const [k, m, kT, gamma] = [2.3, 1.7, 0.6, 1.1];
const well = potentials.harmonic({ k });

/** What a step makes of a state, with one noise number at most. */
const stepped = <S extends Configuration>(
  integrator: Integrator<S>,
  numbers: (state: S) => Float64Array[],
  start: readonly number[],
  which: number,
) => {
  const state = integrator.init(new Float64Array(1), pulse(-1));
  numbers(state).forEach((part, i) => {
    part[0] = start[i];
  });
  integrator.potential.force(state.q, state.force);
  const rng = pulse(which);
  integrator.step(state, rng);
  return { end: numbers(state).map((part) => part[0]), drawn: rng.drawn() };
};

/** M and N Nᵀ of a step. */
const linear = <S extends Configuration>(
  integrator: Integrator<S>,
  numbers: (state: S) => Float64Array[],
  size: number,
): { map: Matrix; noise: Matrix } => {
  const zero = Array.from({ length: size }, () => 0);
  const columns = zero.map(
    (_, i) =>
      stepped(
        integrator,
        numbers,
        zero.map((_, j) => Number(i === j)),
        -1,
      ).end,
  );
  const { drawn } = stepped(integrator, numbers, zero, -1);
  if (drawn === 0) return { map: transpose(columns), noise: zero.map(() => [...zero]) };
  const noise = transpose(Array.from({ length: drawn }, (_, i) => stepped(integrator, numbers, zero, i).end));
  return { map: transpose(columns), noise: times(noise, transpose(noise)) };
};

const phase = ({ q, p }: dynamics.PhaseState) => [q, p];
const langevin = (word: string, dt: number, friction = gamma) =>
  dynamics.langevin({ potential: well, mass: [m] }, { kT, gamma: friction }, dt, word);

describe("Langevin words in a harmonic well: (⟨x²⟩, ⟨p²⟩, ⟨xp⟩) by the discrete Lyapunov equation, q = 1 − ω²dt²/4", () => {
  // In units of kT/k, mkT and kT dt/2. BAOA and ABOB end where BAOAB and ABOBA stood before their last letter went half its way.
  const expected: Record<string, (q: number) => [number, number, number]> = {
    BAOAB: (q) => [1, q, 0],
    ABOBA: (q) => [1, 1 / q, 0],
    OBABO: (q) => [1 / q, 1, 0],
    OABAO: (q) => [q, 1, 0],
    BAOA: () => [1, 1, 1],
    ABOB: (q) => [1 / q, 1 / q, -1 / q],
    OBAB: (q) => [1 / q, 1, 0],
    ABAO: (q) => [q, 1, 0],
  };
  for (const word of Object.keys(expected))
    for (const dt of [0.05, 0.4, 1.2])
      test(`${word}, dt = ${dt}`, () => {
        const { map, noise } = linear(langevin(word, dt), phase, 2);
        // Only O shrinks areas of phase space.
        expect(map[0][0] * map[1][1] - map[0][1] * map[1][0]).toBeCloseTo(Math.exp(-gamma * dt), 14);
        const sigma = stationaryCovariance(map, noise);
        const [x, p, xp] = expected[word](1 - (k / m) * dt * dt * 0.25);
        expect(Math.abs(sigma[0][0] / ((kT / k) * x) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(sigma[1][1] / (m * kT * p) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(sigma[0][1] - 0.5 * kT * dt * xp)).toBeLessThan(1e-12);
      });

  test("every word of up to nine letters that reads the same backwards is off by O(dt²) at most", () => {
    const halves = [1, 2, 3, 4].reduce(
      (words) => [...words, ...words.flatMap((word) => ["A", "B", "O"].map((letter) => word + letter))],
      [""],
    );
    const words = new Set(
      halves.flatMap((half) => ["A", "B", "O"].map((centre) => half + centre + [...half].reverse().join(""))),
    );
    const complete = [...words].filter((word) => /A/.test(word) && /B/.test(word) && /O/.test(word));
    expect(complete.length).toBeGreaterThan(150);
    for (const word of complete) {
      const off = [0.2, 0.1].map((dt) => {
        const { map, noise } = linear(langevin(word, dt), phase, 2);
        const sigma = stationaryCovariance(map, noise);
        return [(sigma[0][0] * k) / kT - 1, sigma[1][1] / (m * kT) - 1, (sigma[0][1] / kT) * Math.sqrt(k / m)];
      });
      for (const i of [0, 1, 2]) {
        expect(Math.abs(off[0][i])).toBeLessThan(0.05);
        // Half the step leaves a quarter of a term of order dt², and less of higher ones.
        if (Math.abs(off[0][i]) > 1e-4) expect(Math.abs(off[0][i] / off[1][i]), word).toBeGreaterThan(3.7);
      }
    }
  });

  test.each(["BAOAB", "ABOBA", "OBABO", "BAOA", "OABAO"])(
    "%s moves the mean along the exact path, with an error of order 2 or 1",
    (word) => {
      const exact = oscillatorMean({ k, m, gamma, kT }, 0.9, -0.4, 2.4);
      const errors = [0.2, 0.1, 0.05, 0.025].map((dt) => {
        const { map } = linear(langevin(word, dt), phase, 2);
        let state: Matrix = [[0.9], [-0.4]];
        for (let i = 0; i < Math.round(2.4 / dt); i++) state = times(map, state);
        return { step: dt, error: Math.hypot(state[0][0] - exact.x, state[1][0] - exact.p) };
      });
      const order = estimate.order(errors);
      const symmetric = word === [...word].reverse().join("");
      expect(Math.abs(order.mean - (symmetric ? 2 : 1))).toBeLessThan(4 * order.error + 0.05);
    },
  );

  test("covariance from a sharp start at t = 1: closed forms for ω = kT = m = 1, γ = 2, approached like dt²", () => {
    const exact = { xx: 0.323323583817, xp: 0.270670566473 / 2, pp: 0.864664716763 };
    const unit = potentials.harmonic({ k: 1 });
    const errors = [0.1, 0.05, 0.025].map((dt) => {
      const { map, noise } = linear(
        dynamics.langevin({ potential: unit, mass: [1] }, { kT: 1, gamma: 2 }, dt),
        phase,
        2,
      );
      let sigma: Matrix = [
        [0, 0],
        [0, 0],
      ];
      for (let i = 0; i < Math.round(1 / dt); i++)
        sigma = times(times(map, sigma), transpose(map)).map((row, a) => row.map((value, b) => value + noise[a][b]));
      return { step: dt, error: Math.hypot(sigma[0][0] - exact.xx, sigma[1][1] - exact.pp) };
    });
    expect(Math.abs(estimate.order(errors).mean - 2)).toBeLessThan(0.05);
    expect(errors[2].error).toBeLessThan(2e-3);
  });

  test("without friction a step keeps areas of phase space, and no noise enters", () => {
    const { map, noise } = linear(langevin("BAB", 0.3, 0), phase, 2);
    expect(noise).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(map[0][0] * map[1][1] - map[0][1] * map[1][0]).toBeCloseTo(1, 14);
    expect(
      linear(langevin("BAOAB", 0.3, 0), phase, 2)
        .noise.flat()
        .every((value) => value === 0),
    ).toBe(true);
  });

  test("two coordinates with two masses are two oscillators", () => {
    const both = potentials.expression("a*x^2/2 + b*y^2/2", { a: 2.3, b: 0.8 });
    const pair = dynamics.langevin({ potential: both, mass: [1.7, 0.9] }, { kT, gamma }, 0.2);
    const state = pair.init(Float64Array.of(0.4, -0.7, 1.1, 0.2), pulse(-1));
    state.p.set([0.3, 0.5, -0.2, 0.6]);
    pair.step(state, pulse(-1));
    for (const [i, x, p, mass, stiffness] of [
      [0, 0.4, 0.3, 1.7, 2.3],
      [1, -0.7, 0.5, 0.9, 0.8],
      [2, 1.1, -0.2, 1.7, 2.3],
      [3, 0.2, 0.6, 0.9, 0.8],
    ]) {
      const one = dynamics.langevin(
        { potential: potentials.harmonic({ k: stiffness }), mass: [mass] },
        { kT, gamma },
        0.2,
      );
      const { end } = stepped(one, phase, [x, p], -1);
      expect(state.q[i]).toBeCloseTo(end[0], 14);
      expect(state.p[i]).toBeCloseTo(end[1], 14);
    }
  });
});

describe("Brownian dynamics in a harmonic well", () => {
  const D = 1.9;
  const a = (D * k) / kT;
  const brownian = (dt: number, method?: "euler-maruyama") =>
    dynamics.brownian({ potential: well }, { kT, D }, dt, method);

  test.each([0.002, 0.05, 0.2])("Leimkuhler–Matthews has the exact variance kT/k at dt = %f", (dt) => {
    const { map, noise } = linear(brownian(dt), ({ q, noise }) => [q, noise], 2);
    expect(Math.abs(stationaryCovariance(map, noise)[0][0] / (kT / k) - 1)).toBeLessThan(1e-12);
  });

  test.each([0.002, 0.05, 0.2])("Euler–Maruyama has (kT/k)/(1 − a dt/2) at dt = %f", (dt) => {
    const { map, noise } = linear(brownian(dt, "euler-maruyama"), ({ q }) => [q], 1);
    expect(Math.abs((stationaryCovariance(map, noise)[0][0] * (1 - 0.5 * a * dt)) / (kT / k) - 1)).toBeLessThan(1e-12);
  });

  test("the mean relaxes at the rate Dk/kT, with an error of order 1", () => {
    const errors = [0.02, 0.01, 0.005].map((dt) => {
      const { map } = linear(brownian(dt), ({ q, noise }) => [q, noise], 2);
      return { step: dt, error: map[0][0] ** Math.round(0.3 / dt) - relaxation(k, kT, D, 1, 0.3).mean };
    });
    expect(Math.abs(estimate.order(errors).mean - 1)).toBeLessThan(0.08);
  });
});

describe("words", () => {
  test("get a force before the first kick after a drift, and none that is not needed", () => {
    expect(["BAOAB", "ABOBA", "OBABO", "BAB", "BAOA", "AB", "ABAB"].map(spell)).toEqual([
      "BAOAFB",
      "AFBOBA",
      "OBAFBO",
      "BAFB",
      "FBAOA",
      "AFB",
      "AFBAFB",
    ]);
  });

  test("share dt among equal letters", () => {
    expect(["B", "A", "O"].map((letter) => share("BAOAB", letter, 0.3))).toEqual([0.15, 0.15, 0.3]);
  });

  test.each(["", "BAXAB", "OO", "baoab", "AO"])('"%s" is none', (word) => {
    expect(() => spell(word)).toThrow(PhysicsError);
  });
});

test.each([
  [() => langevin("BAOAB", 0), /dt is 0/],
  [() => dynamics.langevin({ potential: well, mass: [1, 2] }, { kT, gamma }, 0.1), /2 numbers.*1, one for each/],
  [() => dynamics.langevin({ potential: well, mass: [-1] }, { kT, gamma }, 0.1), /mass\[0\] is -1/],
  [() => dynamics.langevin({ potential: well, mass: [m] }, { kT: Number.NaN, gamma }, 0.1), /kT is NaN/],
  [() => dynamics.langevin({ potential: well, mass: [m] }, { kT, gamma: -2 }, 0.1), /gamma is -2/],
  [() => dynamics.brownian({ potential: well }, { kT, D: -1 }, 0.1), /D is -1/],
  [() => dynamics.brownian({ potential: well }, { kT, D: 1 }, 0.1, "heun" as "euler-maruyama"), /no method "heun"/],
])("wrong call %#", (call, message) => {
  expect(call).toThrow(PhysicsError);
  expect(call).toThrow(message);
});

test("the bath of weak friction keeps its noise: ⟨p²⟩ after one step from rest is mkT (1 − e^(−2γh)), to all digits", () => {
  const one = { word: () => 0, uniform: () => 0, normal: () => 1, child: () => one };
  for (const gamma of [1e-14, 3e-9, 0.02, 7]) {
    const p = new Float64Array(1);
    dynamics.bathe(0.3, Float64Array.of(1.7), { kT: 0.6, gamma })({ q: p, p, force: p }, one);
    expect(Math.abs(p[0] ** 2 / (-1.7 * 0.6 * Math.expm1(-0.6 * gamma)) - 1)).toBeLessThan(1e-14);
  }
});
