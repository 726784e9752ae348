import { describe, expect, test } from "vitest";
import type { Program } from "../../../src/assembly/program.js";
import { laneProgram } from "../../../src/dynamics/ensemble/lane-program.js";
import { observable } from "../../../src/dynamics/ensemble/observable.js";
import { bits, javascript, operandText } from "../../../src/expressions/javascript.js";
import { dynamics, potentials, systems } from "../../../src/index.js";
import { stream } from "../../../src/random/stream.js";
import { machineOf, planOf } from "../lane-machine.js";

const { ehrenfest, ensemble } = dynamics;
const { matrix, tully } = potentials;

const plane = matrix(
  [
    ["0.5*k*(x^2 + y^2) + a*x", "c*y*exp(-x^2)"],
    ["c*y*exp(-x^2)", "0.4*k*(x^2 + 2*y^2) - a*sin(x)"],
  ],
  { k: 0.9, a: 0.6, c: 0.7 },
);

/** Amplitudes that are alike in every copy. */
const mixed: dynamics.Electrons = () => ({ re: Float64Array.of(0.3, 0.8), im: Float64Array.of(0.4, -0.2) });

const bent = systems.rotatingFrame({
  states: 3,
  levels: ["0.4 + 0.1*x^2", "1.1 + k*sin(y)^2"],
  ground: "0.3*x^2 + 0.2*y^4",
  angle: "atan(x - 0.5*y)",
  weights: [0.9, -0.3],
  parameters: { k: 0.3 },
});
const turning = systems.rotatingFrame({ states: 8, gap: 0.3, coupling: "1.2*exp(-X^2)" });

const threefold: dynamics.Electrons = () => ({ re: Float64Array.of(0.3, 0.8, 0.2), im: Float64Array.of(0.4, -0.2, 0) });
const eightfold: dynamics.Electrons = () => ({
  re: Float64Array.of(2, 0.8, 0.2, -0.4, 0.1, 0.6, 0, 0.3),
  im: Float64Array.of(0, 0.1, -0.6, 0.3, 0.2, -0.1, 0.4, 0.2),
});

const observe = { x: "x", p: "p", U: "potential", low: "P_0", high: "P_1" };
const inPlane = { x: "x", y: "y", p: "p_x", r: "p_y", U: "potential", low: "P_0", high: "P_1" };

const cases: [string, () => dynamics.Ehrenfest, dynamics.PhasePoint, Record<string, string>, number][] = [
  ["Tully 1", () => ehrenfest({ field: tully(1), mass: [2000] }, 6), { q: [-4], p: [10] }, observe, 400],
  ["Tully 3", () => ehrenfest({ field: tully(3), mass: [2000] }, 6), { q: [-4], p: [21] }, observe, 300],
  [
    "Tully 2, order 4, from a mixture",
    () => ehrenfest({ field: tully(2), mass: [2000] }, 8, { order: 4, electrons: mixed }),
    { q: [-6], p: [30] },
    observe,
    120,
  ],
  [
    "a plane, three pieces",
    () => ehrenfest({ field: plane, mass: [1.3, 0.7], hbar: 0.4 }, 0.04, { substeps: 3, electrons: mixed }),
    { q: [-0.6, 0.4], p: [0.9, 0.2] },
    inPlane,
    60,
  ],
  [
    "a rotating frame, levels of formulas",
    () =>
      ehrenfest({ field: bent, mass: [1.3, 0.7], hbar: 0.3 }, 0.03, { order: 4, electrons: threefold, substeps: 2 }),
    { q: [-0.6, 0.4], p: [0.9, 0.2] },
    { ...inPlane, top: "P_2" },
    40,
  ],
  [
    "a rotating frame by its coupling, 8 states",
    () => ehrenfest({ field: turning, M: 60 }, 0.03, { electrons: eightfold }),
    { q: [-1.2], p: [0.9] },
    { x: "X", p: "p", U: "potential", low: "P_0", high: "P_5" },
    200,
  ],
  [
    "24 states of a heavy molecule, whose steps have many pieces",
    () => ehrenfest({ field: systems.rotatingFrame({ states: 24, gap: 0.6, coupling: "exp(-X^2)" }), M: 1600 }, 0.05),
    { q: [-0.7], p: [1.3] },
    { x: "X", p: "p", U: "potential", low: "P_0", high: "P_5" },
    20,
  ],
  [
    "a plane with M = 400",
    () => ehrenfest({ field: plane, M: 400 }, 0.04, { electrons: 1 }),
    { q: [0.5, -0.4], p: [0.3, -0.2] },
    inPlane,
    60,
  ],
];

describe("lanes of Ehrenfest dynamics", () => {
  test.each(cases)("go where the frames of eigenvectors go: %s", async (_, make, start, watched, steps) => {
    const integrator = make();
    expect(laneProgram(planOf(integrator, Object.values(watched), [-0.5]))).toBeDefined();
    // A copy has no recipe, and is run by its own steps.
    const options = { trajectories: 64, steps, every: 10, seed: "lanes", start, observe: watched };
    const [fast, plain] = [await ensemble(integrator, options), await ensemble({ ...integrator }, options)];
    for (const key of Object.keys(watched)) {
      const [one, other] = [fast[key], plain[key]];
      const size = Math.max(...other.course.mean.map(Math.abs));
      for (const [i, value] of other.course.mean.entries())
        expect(Math.abs(one.course.mean[i] - value)).toBeLessThan(1e-11 * size);
      expect(Math.abs(one.values[63] - other.values[63])).toBeLessThan(1e-11 * size);
      expect(size).toBeGreaterThan(0);
    }
  });

  test("agree with their twin in TypeScript to the bit", () => {
    const integrator = ehrenfest({ field: tully(1), mass: [2000] }, 6);
    const plan = planOf(integrator, ["p^2/4000 + potential", "P_1"], [-0.5]);
    const { machine, programs, names } = machineOf(plan, "normals");
    const twin = ({ code, keep }: Program) => {
      const body = [
        `const { ${names.join(", ")} } = lane;`,
        ...javascript(code.instructions),
        `return { ...lane, ${[...keep].map(([name, operand]) => `${name}: ${operandText(operand)}`).join(", ")} };`,
      ];
      return new Function("bits", "lane", body.join("\n")).bind(undefined, bits) as (
        lane: Record<string, number>,
      ) => Record<string, number>;
    };
    const [step, look] = [twin(programs.step), twin(programs.look)];
    const rng = stream("states of lanes");
    const lane = Array.from({ length: 16 }, () => {
      const [angle, turn] = [Math.PI * rng.uniform(), 2 * Math.PI * rng.uniform()];
      const spin = [Math.sin(angle) * Math.cos(turn), Math.sin(angle) * Math.sin(turn), Math.cos(angle)];
      const state = { q_0: 6 * rng.uniform() - 3, p_0: 30 * rng.uniform() };
      return {
        ...Object.fromEntries(names.map((name) => [name, 0])),
        ...state,
        e_0: spin[0],
        e_1: spin[1],
        e_2: spin[2],
      };
    });
    for (const name of names) machine.row(name).set(lane.map((state) => (state as Record<string, number>)[name]));
    machine.stepper.advance(128, 300);
    machine.stepper.look(128);
    for (const [i, first] of lane.entries()) {
      let state = first as Record<string, number>;
      for (let n = 0; n < 300; n++) state = step(state);
      for (const name of ["q_0", "p_0", "e_0", "e_1", "e_2", "beat_0"]) expect(machine.row(name)[i]).toBe(state[name]);
      state = look(state);
      for (const name of ["v_0", "v_1"]) expect(machine.row(name)[i]).toBe(state[name]);
    }
  });

  test("keep the length of the spin and the energy over 10⁴ steps", async () => {
    const run = await ensemble(ehrenfest({ field: plane, mass: [1.3, 0.7], hbar: 0.4 }, 0.02), {
      ...{ trajectories: 64, steps: 10_000, every: 100, seed: "long", start: { q: [-0.6, 0.4], p: [0.9, 0.2] } },
      observe: { energy: "p_x^2/2.6 + p_y^2/1.4 + potential", all: "P_0 + P_1" },
    });
    const { mean } = run.energy.course;
    const off = Array.from(mean, (value) => Math.abs(value - mean[0]));
    expect(Math.max(...off)).toBeLessThan(2e-4);
    expect(Math.max(...off.slice(50))).toBeLessThan(1.5 * Math.max(...off.slice(0, 50)));
    expect(run.all.values[0]).toBeCloseTo(1, 14);
  });

  test("give the same bits on one thread and on two, with electrons that are drawn", async () => {
    const electrons = dynamics.gibbsElectrons({ kT: 0.2 });
    const integrator = ehrenfest({ field: plane, M: 100 }, 0.05, { electrons, kT: 0.2 });
    const hash = async (threads: number) =>
      (
        await ensemble(integrator, {
          ...{ trajectories: 1200, steps: 100, every: 10, seed: "threads", threads, start: [0.1, 0.2] },
          observe: { P_1: "P_1", p: "p_x" },
        })
      ).hash;
    expect(await hash(2)).toBe(await hash(1));
  });

  test("wait for hops as long as the plain steps do, whatever the pieces", async () => {
    const field = systems.rotatingFrame({ states: 3, gap: 0.5, coupling: "0.4*exp(-X^2)", ground: "0.7*X^2" });
    const run = ehrenfest({ field, M: 30 }, 0.02, { substeps: 4 });
    const options = { trajectories: 64, steps: 1000, seed: "hops", start: { q: [-1], p: [0.4] } };
    const observe = { hop: { from: "X < -0.5", to: "X > 0.5" } };
    const [fast, plain] = [
      await ensemble(run, { ...options, observe }),
      await ensemble({ ...run }, { ...options, observe }),
    ];
    expect(fast.hop.hops).toBe(plain.hop.hops);
    expect(fast.hop.hops).toBeGreaterThan(64);
    expect(Math.abs(fast.hop.rate.mean / plain.hop.rate.mean - 1)).toBeLessThan(0.02);
  });

  test("count hops by the coordinates, and leave those by populations to the plain steps", () => {
    const integrator = ehrenfest({ field: plane, M: 100 }, 0.05);
    const cores = (from: string, to: string) => {
      const plan = planOf(integrator, ["x"]);
      const rule = () => [0.1, 0.2];
      return laneProgram({ ...plan, rule, observables: [observable("hop", { from, to }, integrator)] });
    };
    expect(cores("x < -0.5", "x > 0.5")).toBeDefined();
    expect(cores("P_1 < 0.5", "P_1 > 0.5")).toBeUndefined();
  });

  test("refuse a beat that has become too fast", async () => {
    const field = matrix([
      ["2*x^3", "0.1"],
      ["0.1", "-2*x^3"],
    ]);
    const run = ehrenfest({ field, mass: [1] }, 0.05);
    const options = { trajectories: 64, steps: 40, seed: "fast", start: { q: [0.1], p: [40] }, observe: { x: "x" } };
    await expect(ensemble(run, options)).rejects.toThrow(/fastest beat turns by .* Write substeps: \d+/);
  });
});
