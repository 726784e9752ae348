/** The linear motions on which a reduction to coordinates of one's own is evaluated: they move as told, and keep what they must. */

import { describe, expect, it } from "vitest";
import { random } from "../../../src/index.js";
import { applied } from "../../../src/symbolic/instances/linear-flow.js";
import { ownSystem } from "../../../src/symbolic/reduce/certificate/own.js";
import { systemsOf } from "../../../src/symbolic/reduce/certificate/systems.js";
import type { Problem } from "../../../src/symbolic/reduce/problem.js";
import { programme } from "../../../src/symbolic/reduce/programme.js";
import { scalingOf } from "../../../src/symbolic/reduce/scaling.js";

const magnet: Problem = {
  slow: ["x", "y"],
  motion: { x: "u/a", y: "v/a", u: "K + w v", v: "G − w u" },
  fast: ["K", "G"],
  constants: ["a", "w"],
  odd: ["u", "v"],
  order: { a: -1 },
};
const drawn = (problem: Problem, k: number) =>
  systemsOf(programme(scalingOf(problem)))(random.stream(`${k}`), k, false);

describe.each([0, 1, 2])("system %i", (k) => {
  const system = drawn(magnet, k);
  const size = 2 * system.N * system.d;
  const point = Float64Array.from({ length: size }, (_, i) => Math.sin(3 * i + k + 1));
  const rate = (flow: "newton" | "gibbs") => {
    const { rate: matrix, push } = system.flows[flow];
    return applied(matrix, point, size).map((value, i) => value + push[i]!);
  };
  const parts = ownSystem(random.stream(`${k}`), programme(scalingOf(magnet)));
  const { hessian, gradient } = parts.quadratic;
  const slope = applied(hessian, point, size).map((value, i) => value + gradient[i]!);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

  it("moves x and y by the momenta over the mass", () => {
    const a = system.constants.get("a")!;
    expect(rate("newton")[0]! / (point[2]! / a)).toBeCloseTo(1, 9);
    expect(rate("newton")[1]! / (point[3]! / a)).toBeCloseTo(1, 9);
  });

  it("keeps the energy under both flows, and volumes", () => {
    for (const flow of ["newton", "gibbs"] as const) {
      expect(dot(rate(flow), slope)).toBeCloseTo(0, 9);
      const { rate: matrix } = system.flows[flow];
      expect(Array.from({ length: size }, (_, i) => matrix[i * size + i]!).reduce((sum, x) => sum + x, 0)).toBeCloseTo(
        0,
        9,
      );
    }
  });

  it("rests in x and y under the flow of the Gibbs hypothesis, and moves everything else", () => {
    const still = rate("gibbs");
    for (const i of [0, 1]) expect(still[i]).toBeCloseTo(0, 9);
    for (let i = 2; i < size; i++) expect(Math.abs(still[i]!)).toBeGreaterThan(1e-6);
  });
});

it("says so where nothing stays as it is under a motion", () => {
  const growing: Problem = { slow: ["x"], motion: { x: "ε x + ε K" }, fast: ["K"] };
  expect(() => drawn({ ...growing, motion: { x: "ε x" }, fast: [] }, 0)).toThrow("No Gaussian ensemble");
});
