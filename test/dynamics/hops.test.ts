import { describe, expect, test } from "vitest";
import { dynamics, estimate, grids, operators, potentials } from "../../src/index.js";

const { ensemble, brownian, langevin } = dynamics;
const short = { trajectories: 70, steps: 200, seed: "short", observe: { x: "x" } } as const;

describe("hops", () => {
  const well = potentials.expression("h*(x^2 - 1)^2 + tilt*x", { h: 2.5, tilt: 0.25 });

  test("both ways are one over the mean first passage between the minima", async () => {
    const [kT, D] = [0.8, 1.3];
    const run = await ensemble(brownian({ potential: well }, { kT, D }, 0.001), {
      trajectories: 300,
      steps: 20_000,
      burn: 2000,
      seed: "hops",
      observe: { hop: "x > 0", named: { from: "x < -0.98", to: "x > 0.98" }, mirrored: "x < 0" },
    });
    const generator = operators.smoluchowski(well, { kT, D }, grids.interval(-2.6, 2.6, 800));
    const [left, , right] = potentials.stationaryPoints(potentials.pull(well), -2, 2).map(({ x }) => x);
    const [forth, back] = [1 / generator.firstPassage(left, right), 1 / generator.firstPassage(right, left)];
    expect(estimate.agree(run.hop.rate, forth)).toBe(true);
    expect(estimate.agree(run.hop.back, back)).toBe(true);
    expect(estimate.agree(run.hop.relaxation, forth + back)).toBe(true);
    expect(run.hop.relaxation.mean).toBeCloseTo(run.hop.rate.mean + run.hop.back.mean, 12);
    expect(run.hop.rate.error / run.hop.rate.mean).toBeLessThan(0.06);
    expect([run.mirrored.rate.mean, run.mirrored.back.mean, run.mirrored.hops]).toEqual([
      run.hop.back.mean,
      run.hop.rate.mean,
      run.hop.hops,
    ]);
    expect(Math.abs(run.named.hops / run.hop.hops - 1)).toBeLessThan(0.06);
  });

  test.each([
    ["euler-maruyama", 0.5826],
    ["leimkuhler-matthews", 0.85],
  ] as const)("between cores on a slope by %s are those between edges %f √(2D dt) further out", async (method, out) => {
    const [kT, D, dt, k, edge] = [0.7, 0.9, 0.004, 1.3, 0.8];
    const bowl = potentials.harmonic({ k });
    const run = await ensemble(brownian({ potential: bowl }, { kT, D }, dt, method), {
      trajectories: 2000,
      steps: 12_000,
      burn: 1000,
      seed: "edges",
      observe: { hop: { from: `x < -${edge}`, to: `x > ${edge}` } },
    });
    const generator = operators.smoluchowski(bowl, { kT, D }, grids.interval(-5, 5, 1000));
    const seen = edge + out * Math.sqrt(2 * D * dt);
    expect(estimate.agree(run.hop.relaxation, 2 / generator.firstPassage(-seen, seen))).toBe(true);
    expect(estimate.inSigma(run.hop.relaxation, 2 / generator.firstPassage(-edge, edge))).toBeLessThan(-4);
  });

  test("of Langevin dynamics at γ = 5: the Klein–Kramers eigenvalue of test/oracles, 3.1 % above the hops as without inertia", async () => {
    const system = { potential: potentials.doubleWell({ h: 4 }), mass: [1] };
    const run = await ensemble(langevin(system, { kT: 1, gamma: 5 }, 0.03), {
      trajectories: 1000,
      steps: 7000,
      burn: 300,
      seed: "Kramers",
      observe: { hop: "x > 0" },
    });
    const { mean, error } = run.hop.relaxation;
    expect(error / mean).toBeLessThan(0.035);
    // λ₁τ/2 of the overdamped limit, from values that the tests of the generator hold.
    const excess = (0.119118373 * 17.31591119) / 2;
    expect(Math.abs(mean * excess - 0.0173098168)).toBeLessThan(4 * error * excess);
  });

  test.each([
    [1, 2.22907925e-2],
    [5, 1.73098168e-2],
  ])(
    "forgetting the well at γ = %d: ⟨sign x⟩ decays with the eigenvalue of the Klein–Kramers operator, within 3 %% and three of its standard errors",
    async (gamma, eigenvalue) => {
      // At dt = 0.05 the step alone slows γ = 1 by 1.5 %, and four times less at half of it.
      const [dt, N] = [0.025, 300_000];
      const integrator = langevin({ potential: potentials.doubleWell({ h: 4 }), mass: [1] }, { kT: 1, gamma }, dt);
      const { t, mean } = (
        await ensemble(integrator, {
          trajectories: N,
          steps: 2400,
          every: 600,
          start: [-1],
          seed: "forgetting",
          observe: { side: "x < 0" },
        })
      ).side.course;
      expect([t[1], t[4]]).toEqual([expect.closeTo(15, 9), expect.closeTo(60, 9)]);
      const [first, last] = [2 * mean[1] - 1, 2 * mean[4] - 1];
      const rate = Math.log(first / last) / (t[4] - t[1]);
      // Two states that are left at random: var ln(s₁/s₂) = (1/s₂² − 1/s₁²)/N.
      const error = Math.sqrt((1 / last ** 2 - 1 / first ** 2) / N) / (t[4] - t[1]);
      expect(error / rate).toBeLessThan(0.007);
      expect(Math.abs(rate / eigenvalue - 1)).toBeLessThan(0.03);
      expect(Math.abs(rate - eigenvalue)).toBeLessThan(3 * error);
    },
  );

  test.each([
    ["x*x > 1", "changes more than once"],
    ["p > 0", "involves the momentum"],
    ["x > 40", "leaves a side without a minimum"],
    ["x", "is no condition"],
  ])("are not defined for %s, which %s", async (observation) => {
    const run = await ensemble(langevin({ potential: well, mass: [1.2] }, { kT: 0.8, gamma: 2 }, 0.02), {
      ...short,
      observe: { hop: observation },
    });
    expect(() => run.hop.rate).toThrow(/"hop" has no hops.*from: "x < -0.9"/);
    expect(Object.keys(run.hop)).not.toContain("rate");
  });
});
