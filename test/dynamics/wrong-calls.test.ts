import { describe, expect, test } from "vitest";
import { trajectory } from "../../src/dynamics/trajectory.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, estimate, potentials } from "../../src/index.js";

const { ensemble, brownian, langevin } = dynamics;
const harmonic = brownian({ potential: potentials.harmonic({ k: 2.3 }) }, { kT: 0.7, D: 1.9 }, 0.004);
const short = { trajectories: 70, steps: 200, seed: "short", observe: { x: "x" } } as const;

describe("wrong calls", () => {
  test.each([
    [{ observe: { x: "y" } }, "expression", /"y" is not known.*p, x/],
    [{ observe: { p: "p" } }, "undefined-quantity", /"p" asks for p, and Brownian dynamics has no momenta/],
    [{ observe: { e: "p^2/2 + x" } }, "undefined-quantity", /asks for p.*dynamics.langevin/],
    [{ observe: { hop: { from: "p < 0", to: "x > 0" } } }, "undefined-quantity", /asks for p/],
    [{ observe: { f: (q: number[], p: number[]) => q[0] * p[0] } }, "undefined-quantity", /"f" asks for p/],
    [{ observe: { w: "x + shadow" } }, "undefined-quantity", /no account of shadow.*dynamics.accounted/],
    [
      { observe: { w: { from: "accepted > 0", to: "x > 1" } } },
      "undefined-quantity",
      /accepted.*dynamics.metropolised/,
    ],
    [{ observe: { x: "import(x)" } }, "expression", /not a function here/],
    [{ observe: { hop: { from: "x", to: "x > 1" } } }, "expression", /two conditions/],
    [
      { observe: { x: "log(x - 50)" } },
      "non-finite",
      /The observable log\(x - 50\) became NaN at the start\. .*Start away from/,
    ],
    [
      { start: [0], observe: { x: "x", odd: "sqrt(x + 0.3)" } },
      "non-finite",
      /The observable sqrt\(x \+ 0.3\) became NaN at step [1-9]\d*\./,
    ],
    [
      { start: [0], observe: { x: "x", odd: (q: Float64Array) => Math.sqrt(q[0] + 0.3) } },
      "non-finite",
      /The observable odd became NaN at step [1-9]\d*\. .*time step ten times shorter/,
    ],
    [{ trajectories: 0 }, "parameter", /trajectories is 0/],
    [{ steps: 3 }, "parameter", /steps is 3/],
    [{ steps: 100, trajectories: 2 }, "too-short", /leave no batches/],
    [{ burn: -1 }, "parameter", /burn is -1/],
    [{ every: 0 }, "parameter", /every is 0/],
    [{ start: [1, 2] }, "dimension", /2 numbers.*1, one for each/],
    [{ seed: "" }, "parameter", /seed is empty/],
  ])("%o", async (options, fault, message) => {
    const failure = (await ensemble(harmonic, { ...short, ...(options as object) }).catch(
      (error: unknown) => error,
    )) as PhysicsError;
    expect(failure).toBeInstanceOf(PhysicsError);
    expect(failure.message).toMatch(message);
    expect(failure.fault).toBe(fault);
  });

  test("a step beyond stability is said, with a shorter one to try", async () => {
    const wild = brownian({ potential: potentials.doubleWell({ h: 4 }) }, { kT: 1, D: 1 }, 0.3);
    // V″ = 32 in the wells: the limit is 2 kT/(D V″).
    const limit =
      /dt = 0.3 is beyond the stability of Brownian.* in the well at \(-?1\).*dt below 0.0625.*Try dt below 0.062/;
    await expect(ensemble(wild, { ...short, steps: 4000 })).rejects.toThrow(limit);
    expect(() => trajectory(wild, { steps: 4000, seed: "wild", start: [-1] })).toThrow(limit);
    // High on a steep side even a step that is short for the well is too long.
    const steep = brownian({ potential: potentials.doubleWell({ h: 4 }) }, { kT: 1, D: 1 }, 0.04);
    expect(() => trajectory(steep, { steps: 4000, seed: "wild", start: [-5] })).toThrow(
      /left all bounds before step \d+ \(dt = 0.04\).*Try dt below 0.01/,
    );
  });

  test("in more than three dimensions a start is needed, and in two all works without", async () => {
    const V = potentials.expression("a*x^2/2 + b*y^2/2", { a: 2.3, b: 0.9 });
    const plane = langevin({ potential: V, mass: [1.3, 0.7] }, { kT: 0.6, gamma: 1.9 }, 0.1);
    const many = langevin(
      { potential: potentials.expression("a^2 + b^2 + c^2 + d^2"), mass: [1.3, 0.7, 2, 3] },
      { kT: 0.6, gamma: 1.9 },
      0.1,
    );
    await expect(ensemble(many, { ...short, observe: { a: "a" } })).rejects.toThrow(
      /no start.*4 coordinates.*4 numbers/,
    );
    const run = await ensemble(plane, {
      trajectories: 300,
      steps: 3000,
      seed: "plane",
      observe: { x: "x^2", y: "y^2", p: "p_y^2", f: (q, p) => q[0] * p[1] },
    });
    expect(estimate.agree(run.x, 0.6 / 2.3) && estimate.agree(run.y, 0.6 / 0.9)).toBe(true);
    expect(estimate.agree(run.p, 0.7 * 0.6 * (1 - (0.9 / 0.7) * 0.0025))).toBe(true);
    expect(estimate.agree(run.f, 0)).toBe(true);
  });
});
