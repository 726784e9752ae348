import { describe, expect, test } from "vitest";
import { normals, singles } from "../../src/assembly/noise.js";
import type { Program } from "../../src/assembly/program.js";
import type { Configuration, Integrator } from "../../src/dynamics/integrator.js";
import { bits, javascript, operandText } from "../../src/expressions/javascript.js";
import { dynamics, potentials } from "../../src/index.js";
import { type Stream, stream } from "../../src/random/stream.js";
import { machineOf, planOf } from "./lane-machine.js";

const well = potentials.doubleWell({ h: 2.3 });
const plane = potentials.expression("a*x^2/2 + b*y^4 + c*x*y", { a: 2.3, b: 0.8, c: 0.4 });
const rough = potentials.expression("k*x^2 + a*cos(w*x) + b*exp(-x^2/s) + c*log(cosh(x)) + atan(x)*tanh(x)", {
  ...{ k: 0.7, a: 0.4, b: 1.3, s: 0.3, w: 4.1, c: 0.2 },
});
const bath = { kT: 0.7, gamma: 1.7 };
const system = { potential: plane, mass: [1.3, 0.6] };
const full = { potential: plane, mass: [[1.3, 0.4], [0.4, 0.6]] }; // biome-ignore format: rows of a matrix

const LANES = 16;
const seed = (phrase: string) => Uint32Array.from({ length: 16 }, stream(phrase).word);

/** A stream that hands to one lane what the twin of the noise draws: row after row, a number for each of the lanes. */
const laneStream = (draw: typeof normals, rows: number, lane: number): Stream => {
  const state = seed("lanes");
  const queue: number[] = [];
  const block = new Float64Array(LANES);
  const normal = (): number => {
    for (let row = 0; queue.length === 0 && row < rows; row++) {
      draw(state, block);
      if (row < rows) queue.push(block[lane]);
    }
    return queue.shift() as number;
  };
  return { normal, word: () => 0, uniform: () => 0, child: () => laneStream(draw, rows, lane) };
};

describe.each([
  ["BAOAB", dynamics.langevin({ potential: well, mass: [1.3] }, bath, 0.03)],
  ["ABOBA in a plane", dynamics.langevin(system, bath, 0.03, "ABOBA")],
  ["BAOAB with a mass matrix", dynamics.langevin(full, bath, 0.03)],
  ["Leimkuhler–Matthews", dynamics.brownian({ potential: well }, { kT: 0.7, D: 1.9 }, 0.004)],
  ["Euler–Maruyama", dynamics.brownian({ potential: plane }, { kT: 0.7, D: 1.9 }, 0.004, "euler-maruyama")],
] as const)("%s", (_, chosen) => {
  const integrator = chosen as unknown as Integrator<Configuration>;
  test.each(["normals", "singles"] as const)(
    "by WebAssembly is the integrator's own step, bit by bit, with %s",
    (noise) => {
      const { dim } = integrator.potential;
      const { machine, names } = machineOf(planOf(integrator, ["x"]), noise);
      machine.state.set(seed("lanes"));
      for (let k = 0; k < dim; k++) for (let i = 0; i < LANES; i++) machine.row(`q_${k}`)[i] = 0.3 * i - 2 + k;
      // Momenta that are not given are drawn.
      for (const name of names.filter((row) => row.startsWith("p_"))) machine.row(name).fill(Number.NaN);
      machine.stepper.begin(8 * LANES);
      machine.stepper.advance(8 * LANES, 50);
      const rows = names.filter((name) => name.startsWith("n_")).length;
      for (const lane of [0, 5, 15]) {
        const rng = laneStream(noise === "normals" ? normals : singles, rows, lane);
        const start = Float64Array.from({ length: dim }, (_, k) => 0.3 * lane - 2 + k);
        const state = integrator.init(start, rng);
        for (let step = 0; step < 50; step++) integrator.step(state, rng);
        for (let k = 0; k < dim; k++) {
          expect(machine.row(`q_${k}`)[lane]).toBe(state.q[k]);
          if (state.p) expect(machine.row(`p_${k}`)[lane]).toBe(state.p[k]);
        }
      }
    },
  );
});

test("every function, comparison and word of logic gives the bits of its JavaScript twin", () => {
  const formulas = [
    ...[
      "exp(x)",
      "log(x)",
      "sqrt(x)",
      "cbrt(x)",
      "abs(x)",
      "sign(x)",
      "sin(x)",
      "cos(x)",
      "tan(x)",
      "asin(x)",
      "acos(x)",
    ],
    ...["atan(x)", "sinh(x)", "cosh(x)", "tanh(x)", "sec(x)", "csc(x)", "cot(x)", "sech(x)", "csch(x)", "coth(x)"],
    ...["x^2.7", "x^-3", "x^(1/2)", "x > 0.3 and not (p <= 0)", "x < p or x >= 1", "(x > 0)*p - 2*(x < 1)", "p/x"],
  ];
  const integrator = dynamics.langevin({ potential: rough, mass: [1.3] }, bath, 0.03);
  const plan = planOf(integrator as unknown as Integrator<Configuration>, formulas);
  const { machine, programs } = machineOf(plan, "normals");
  const edges = [0, -0, 1, -1, 0.5, 1e-310, 5e-324, 1e300, -1e300, 710, -745, Number.NaN, Number.POSITIVE_INFINITY];
  const twin = ({ code, keep }: Program) => {
    const results = [...keep].map(([name, operand]) => `${name}: ${operandText(operand)}`);
    const lines = javascript(code.instructions);
    return new Function("bits", "q_0", "p_0", [...lines, `return { ${results} };`].join("\n")).bind(null, bits);
  };
  const look = twin(programs.look) as (q: number, p: number) => Record<string, number>;
  const rng = stream("edges");
  for (let round = 0; round < 40; round++) {
    const values = Array.from({ length: LANES }, (_, i) =>
      round === 0 && i < edges.length ? edges[i] : 3 * 10 ** (i % 4) * (rng.uniform() - 0.5),
    );
    machine.row("q_0").set(values);
    machine.row("p_0").set(values.map((x) => 0.7 - x));
    machine.stepper.look(8 * LANES);
    for (const [i, x] of values.entries()) {
      const expected = look(x, 0.7 - x);
      for (const [k, formula] of formulas.entries())
        expect([formula, x, machine.row(`v_${k}`)[i]]).toEqual([formula, x, expected[`v_${k}`]]);
    }
  }
});
