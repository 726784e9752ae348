/** Plane waves against closed forms, the references, and the laws of conservation and reciprocity. */

import { describe, expect, it } from "vitest";
import { operators, potentials } from "../../src/index.js";
import { caught } from "../oracles/caught.js";

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe("closed forms", () => {
  const [height, length, mass, hbar] = [1.3, 0.7, 1.9, 0.8];

  it.each([0.9, 1.7, 2.2, 3.1])("the barrier V/cosh²(x/a) of Eckart, p = %d", (momentum) => {
    const field = potentials.expression("V/cosh(x/a)^2", { V: height, a: length });
    const { transmitted, reflected } = operators.scattering({ field, mass: [mass], hbar }, { momentum });
    // T = sinh²(πka)/(sinh²(πka) + cosh²(½π√(8mVa²/ħ² − 1))).
    const under = (8 * mass * height * length ** 2) / hbar ** 2 - 1;
    const [s, c] = [
      Math.sinh((Math.PI * momentum * length) / hbar) ** 2,
      Math.cosh(0.5 * Math.PI * Math.sqrt(under)) ** 2,
    ];
    expect(transmitted[0]).toBeCloseTo(s / (s + c), 8);
    expect(reflected[0]).toBeCloseTo(c / (s + c), 8);
  });

  it.each([2.4, 3.3])("the smooth step V/(1 + e^(−x/a)), p = %d, from below and from above", (momentum) => {
    const field = potentials.expression("V/(1 + exp(-x/a))", { V: height, a: 0.2 });
    const [k, q] = [momentum / hbar, Math.sqrt(momentum ** 2 - 2 * mass * height) / hbar];
    const R = (Math.sinh(Math.PI * 0.2 * (k - q)) / Math.sinh(Math.PI * 0.2 * (k + q))) ** 2;
    const up = operators.scattering({ field, mass: [mass], hbar }, { momentum });
    const down = operators.scattering({ field, mass: [mass], hbar }, { momentum: hbar * q, from: "right" });
    expect(up.reflected[0]).toBeCloseTo(R, 8);
    expect(down.reflected[0]).toBeCloseTo(R, 8);
    expect(down.energy).toBeCloseTo(up.energy, 8);
  });

  it("sends everything back from a step that is too high", () => {
    const field = potentials.expression("V/(1 + exp(-x/a))", { V: height, a: 0.2 });
    const { reflected, transmitted } = operators.scattering({ field, mass: [mass], hbar }, { momentum: 1.9 });
    expect(reflected[0]).toBeCloseTo(1, 9);
    expect(transmitted[0]).toBe(0);
  });
});

describe("Tully's models", () => {
  it("have the probabilities of the references", () => {
    const first = operators.scattering({ field: potentials.tully(1), mass: [2000] }, { momentum: 10 });
    expect(Math.abs(first.transmitted[0] - 0.8445197)).toBeLessThan(1e-6);
    expect(Math.abs(first.transmitted[1] - 0.1554653)).toBeLessThan(1e-6);
    const third = operators.scattering({ field: potentials.tully(3), mass: [2000] }, { momentum: 20 });
    expect(Math.abs(third.reflected[0] - 0.1571869)).toBeLessThan(1e-6);
    expect(Math.abs(third.reflected[1] - 0.2392968)).toBeLessThan(1e-6);
    expect(Math.abs(third.transmitted[0] - 0.6035164)).toBeLessThan(1e-6);
    expect(third.transmitted[1]).toBe(0);
  });

  it("are the same in the units where masses are 1 and ħ is M^(−1/2)", () => {
    const scaled = operators.scattering({ field: potentials.tully(3), M: 2000 }, { momentum: 20 / 2000 ** 0.5 });
    const atomic = operators.scattering({ field: potentials.tully(3), mass: [2000] }, { momentum: 20 });
    for (const part of ["reflected", "transmitted"] as const)
      for (const j of [0, 1]) expect(scaled[part][j]).toBeCloseTo(atomic[part][j], 8);
  });
});

describe("three states with complex couplings", () => {
  const field = potentials.matrix(
    [
      ["0", { re: "c*exp(-x^2)", im: "d*x*exp(-x^2)" }, "0"],
      [{ re: "c*exp(-x^2)", im: "-d*x*exp(-x^2)" }, "0.7 - 0.3/cosh(x)^2", { re: "0", im: "f*exp(-x^2/2)" }],
      ["0", { re: "0", im: "-f*exp(-x^2/2)" }, "1.6 + 0.2*tanh(x)"],
    ],
    { c: 0.4, d: 0.3, f: 0.5 },
  );
  const system = { field, mass: [1.7] };

  it("conserve probability, whatever channels are open", () => {
    for (const momentum of [1.2, 1.9, 2.8]) {
      const { reflected, transmitted, error } = operators.scattering(system, { momentum });
      expect(sum(reflected) + sum(transmitted)).toBeCloseTo(1, 8);
      expect(error).toBeLessThan(1e-7);
    }
    const closed = operators.scattering(system, { momentum: 1.9 });
    expect([closed.reflected[2], closed.transmitted[2]]).toEqual([0, 0]);
    expect(closed.transmitted[1]).toBeGreaterThan(1e-3);
  });

  it("send from channel to channel one way, in V, what they send the other way in its conjugate: time reversed", () => {
    const turned = potentials.matrix(
      [
        ["0", { re: "c*exp(-x^2)", im: "-d*x*exp(-x^2)" }, "0"],
        [{ re: "c*exp(-x^2)", im: "d*x*exp(-x^2)" }, "0.7 - 0.3/cosh(x)^2", { re: "0", im: "-f*exp(-x^2/2)" }],
        ["0", { re: "0", im: "f*exp(-x^2/2)" }, "1.6 + 0.2*tanh(x)"],
      ],
      { c: 0.4, d: 0.3, f: 0.5 },
    );
    const there = operators.scattering(system, { momentum: 2.1 });
    const back = Math.sqrt(2 * 1.7 * (there.energy - 0.7));
    const home = operators.scattering({ field: turned, mass: [1.7] }, { momentum: back, state: 1, from: "right" });
    expect(home.transmitted[0]).toBeCloseTo(there.transmitted[1], 8);
    expect(there.transmitted[1]).toBeGreaterThan(0.01);
  });
});

it("refuses what is no scattering", () => {
  const system = { field: potentials.tully(1), mass: [2000] };
  expect(caught(() => operators.scattering(system, { momentum: 0 })).fault).toBe("parameter");
  expect(caught(() => operators.scattering(system, { momentum: 10, state: 2 })).message).toContain("no state 2");
  expect(
    caught(() => operators.scattering({ field: potentials.muellerBrown(), mass: [1, 1] }, { momentum: 3 })).fault,
  ).toBe("dimension");
  const endless = potentials.matrix(
    [
      ["0", "c*cos(x)"],
      ["c*cos(x)", "d"],
    ],
    { c: 0.3, d: 0.2 },
  );
  expect(caught(() => operators.scattering({ field: endless, mass: [2] }, { momentum: 3 })).fault).toBe(
    "not-converged",
  );
});
