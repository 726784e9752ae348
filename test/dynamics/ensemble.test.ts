import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, ensembles, estimate, grids, operators, potentials } from "../../src/index.js";
import { relaxation } from "../oracles/ornstein-uhlenbeck.js";

const { ensemble, brownian, langevin, trajectory } = dynamics;
const harmonic = brownian({ potential: potentials.harmonic({ k: 2.3 }) }, { kT: 0.7, D: 1.9 }, 0.004);
const short = { trajectories: 70, steps: 200, seed: "short", observe: { x: "x" } } as const;

describe("averages over an ensemble", () => {
  test("BAOAB and ABOBA at dt = 0.2: temperatures published by others", async () => {
    const potential = potentials.expression("(x^2 - 1)^2 + x");
    const observe = { configurational: "x*(4*x*(x^2 - 1) + 1)", kinetic: "p^2", x: "x" };
    const run = async (word: string) =>
      ensemble(langevin({ potential, mass: [1] }, { kT: 1, gamma: 1 }, 0.2, word), {
        trajectories: 1000,
        steps: 4000,
        burn: 200,
        every: 2,
        seed: word,
        observe,
      });
    const [baoab, aboba] = [await run("BAOAB"), await run("ABOBA")];
    expect(estimate.agree(baoab.configurational, estimate.estimate(1.000888, 28e-6))).toBe(true);
    expect(estimate.agree(baoab.kinetic, estimate.estimate(0.920125, 18e-6))).toBe(true);
    expect(estimate.agree(baoab.x, -0.7101734)).toBe(true);
    expect(estimate.agree(aboba.configurational, estimate.estimate(0.873057, 27e-6))).toBe(true);
    expect(estimate.agree(aboba.kinetic, estimate.estimate(1.091251, 21e-6))).toBe(true);
    // The errors are small enough to tell the two words, and dt = 0.2 from dt → 0, apart.
    expect(estimate.inSigma(baoab.configurational, aboba.configurational)).toBeGreaterThan(10);
    expect(Math.abs(estimate.inSigma(baoab.x, -0.7022539867))).toBeGreaterThan(4);
  });

  test("variance, autocorrelation time and histogram of an Ornstein–Uhlenbeck process", async () => {
    const run = await ensemble(harmonic, {
      trajectories: 400,
      steps: 4000,
      every: 5,
      seed: "stationary",
      observe: { x: "x", square: "x^2" },
    });
    expect(estimate.agree(run.x, 0)).toBe(true);
    expect(estimate.agree(run.square, 0.7 / 2.3)).toBe(true);
    // τ = 1/a for x and 1/2a for x², a = Dk/kT; 64 groups know an error to 9 %, τ to 18 %.
    const a = (1.9 * 2.3) / 0.7;
    expect(Math.abs(run.x.tau * a - 1)).toBeLessThan(4 * 0.18);
    expect(Math.abs(run.square.tau * 2 * a - 1)).toBeLessThan(4 * 0.18);
    const { centres, width, density, error } = run.x.histogram;
    const gibbs = ensembles.canonical(harmonic.potential, 0.7);
    expect(density.reduce((sum, value) => sum + value * width, 0)).toBeCloseTo(1, 12);
    for (const [i, x] of centres.entries()) {
      const share = gibbs.probability(x - width / 2, x + width / 2);
      if (share > 2e-3) expect(Math.abs(density[i] * width - share) / (error[i] * width)).toBeLessThan(4.5);
    }
  });

  test("the course of a relaxation, and the values at its end", async () => {
    const run = await ensemble(harmonic, {
      trajectories: 4000,
      steps: 60,
      every: 2,
      start: [1.1],
      seed: "course",
      observe: { x: "x" },
    });
    const { t, mean, error } = run.x.course;
    expect(t.length).toBe(31);
    expect([t[0], mean[0], error[0]]).toEqual([0, expect.closeTo(1.1, 12), expect.closeTo(0, 6)]);
    for (let i = 1; i < t.length; i++) {
      // The step itself shifts the rate by a²dt/2.
      const step = 1.1 * (1 - 0.004 * ((1.9 * 2.3) / 0.7)) ** (t[i] / 0.004);
      expect(Math.abs(mean[i] - step)).toBeLessThan(4.5 * error[i]);
      expect(Math.abs(mean[i] - relaxation(2.3, 0.7, 1.9, 1.1, t[i]).mean)).toBeLessThan(4.5 * error[i] + 0.008);
    }
    expect(run.x.values.length).toBe(4000);
    expect(estimate.moments(run.x.values).mean).toBeCloseTo(mean[30], 12);
  });

  test("single trajectories know their error from batches of time, or say that they are too short", async () => {
    const long = await ensemble(harmonic, {
      trajectories: 1,
      steps: 60_000,
      seed: "alone",
      observe: { square: "x^2" },
    });
    expect(estimate.agree(long.square, 0.7 / 2.3)).toBe(true);
    const well = brownian({ potential: potentials.doubleWell({ h: 4 }) }, { kT: 1, D: 1 }, 0.001);
    const failure = await ensemble(well, { trajectories: 10, steps: 20_000, seed: "a", observe: { x: "x" } }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(PhysicsError);
    expect((failure as PhysicsError).fault).toBe("too-short");
    expect(Math.abs((failure as PhysicsError).estimate?.mean ?? Number.NaN)).toBeLessThan(1);
  });
});

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

  test("of Langevin dynamics at γ = 5: the published eigenvalue 0.0173098168, to 4σ and the 3 % between hop and eigenvalue", async () => {
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
    expect(Math.abs(mean - 0.0173098168)).toBeLessThan(4 * error + 0.03 * 0.0173098168);
  });

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

describe("the same seed", () => {
  const bits = async (options: object, integrator = harmonic) => {
    const run = await ensemble(integrator, { ...short, ...options });
    return [run.x.mean, run.x.error, ...run.x.values, ...run.x.course.mean];
  };

  test("gives the same bits, another gives others", async () => {
    expect(await bits({})).toEqual(await bits({}));
    expect(await bits({ seed: "other" })).not.toEqual(await bits({}));
  });

  test("gives the same bits while other runs take turns on the same thread", async () => {
    const [a, b] = await Promise.all([bits({ steps: 4000 }), bits({ steps: 4000 })]);
    expect(a).toEqual(b);
  });

  test("gives each block of trajectories its own noise, whatever comes after it", async () => {
    const [few, many] = [await bits({ trajectories: 128 }), await bits({ trajectories: 190 })];
    // Both are cut into blocks of two trajectories.
    expect(few.slice(2, 130)).toEqual(many.slice(2, 130));
  });
});

describe("long work", () => {
  const long = { ...short, trajectories: 640, steps: 8000 };

  test("lets timers run, reports growing progress, and ends at 1", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const seen: number[] = [];
    await ensemble(harmonic, { ...long, progress: (fraction) => seen.push(fraction) });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test("stops when its signal is aborted", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 5);
    await expect(ensemble(harmonic, { ...long, steps: 1e7, signal: controller.signal })).rejects.toThrow("enough");
  });
});

describe("wrong calls", () => {
  test.each([
    [{ observe: { x: "y" } }, "expression", /"y" is not known.*p, x/],
    [{ observe: { x: "import(x)" } }, "expression", /not a function here/],
    [{ observe: { hop: { from: "x", to: "x > 1" } } }, "expression", /two conditions/],
    [{ observe: { x: "log(x - 50)" } }, "non-finite", /became NaN/],
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
    await expect(ensemble(wild, { ...short, steps: 4000 })).rejects.toThrow(
      /left all bounds before step \d+ \(dt = 0.3\).*Try dt below 0.075/,
    );
  });

  test("in two dimensions a start is needed, and then all works", async () => {
    const V = potentials.expression("a*x^2/2 + b*y^2/2", { a: 2.3, b: 0.9 });
    const plane = langevin({ potential: V, mass: [1.3, 0.7] }, { kT: 0.6, gamma: 1.9 }, 0.1);
    await expect(ensemble(plane, short)).rejects.toThrow(/start has 0 numbers.*2/);
    const run = await ensemble(plane, {
      trajectories: 300,
      steps: 3000,
      burn: 300,
      start: [0, 0],
      seed: "plane",
      observe: { x: "x^2", y: "y^2", p: "p_y^2", f: (q, p) => q[0] * p[1] },
    });
    expect(estimate.agree(run.x, 0.6 / 2.3) && estimate.agree(run.y, 0.6 / 0.9)).toBe(true);
    expect(estimate.agree(run.p, 0.7 * 0.6 * (1 - (0.9 / 0.7) * 0.0025))).toBe(true);
    expect(estimate.agree(run.f, 0)).toBe(true);
  });
});

describe("a trajectory", () => {
  test("is kept at equal times, with the momentum where there is one", () => {
    const integrator = langevin(
      { potential: potentials.harmonic({ k: 2.3 }), mass: [1.4] },
      { kT: 0.7, gamma: 0.9 },
      0.1,
    );
    const path = trajectory(integrator, { steps: 100, every: 5, seed: "path", start: [0.6] });
    expect(Object.keys(path.columns)).toEqual(["x", "p"]);
    expect([path.t.length, path.t[20], path.columns.x[0]]).toEqual([21, 10, 0.6]);
    expect(trajectory(integrator, { steps: 100, seed: "path", start: [0.6] }).columns.x[50]).toBe(path.columns.x[10]);
    expect(path[display]()["text/plain"]).toBe("Langevin BAOAB: 21 points to t = 10.00, of x, p");
    expect(Object.keys(trajectory(harmonic, { steps: 10, seed: "path" }).columns)).toEqual(["x"]);
  });
});

test("a run shows a table of its averages", async () => {
  const run = await ensemble(harmonic, short);
  expect(run[display]()["text/plain"]).toMatch(/^name {2}average .*\nx {5}⟨x⟩ = -?0\.\d+\(\d+\)/);
  expect(run.x[display]()["text/plain"]).toMatch(/^⟨x⟩ = .*\(1400 samples, τ = /);
  const [, image] = /^⟨x⟩ = .*<img [^>]*base64,([^"]+)">$/s.exec(String(run.x[display]()["text/markdown"])) ?? [];
  const svg = Buffer.from(image, "base64").toString();
  expect(svg.match(/V[\d.]+H/g)).toHaveLength(run.x.histogram.centres.length);
});
