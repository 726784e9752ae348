import { describe, expect, test, vi } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, ensembles, estimate, potentials } from "../../src/index.js";
import { stream } from "../../src/random/stream.js";

const { ensemble, brownian, langevin, trajectory } = dynamics;
const harmonic = brownian({ potential: potentials.harmonic({ k: 2.3 }) }, { kT: 0.7, D: 1.9 }, 0.004);
const caught = (call: () => unknown): PhysicsError => {
  try {
    call();
  } catch (error) {
    if (error instanceof PhysicsError) return error;
  }
  throw new Error("There was no PhysicsError");
};
const short = { trajectories: 70, steps: 200, seed: "short", observe: { x: "x" } } as const;

describe("averages over an ensemble", () => {
  test("BAOAB and ABOBA at dt = 0.2: temperatures of Kieninger and Keller [kieninger-keller-2022]", async () => {
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
    // ⟨x⟩ at dt = 0.2, and in the limit of short steps below, come from programs of their own.
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
      if (share > 2e-3) expect(Math.abs(density[i] * width - share) / (error[i] * width)).toBeLessThan(4);
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
      expect(Math.abs(mean[i] - step)).toBeLessThan(4 * error[i]);
    }
    expect(run.x.values.length).toBe(4000);
    expect(estimate.moments(run.x.values).mean).toBeCloseTo(mean[30], 12);
  });

  test("the course of one trajectory has no error to speak of", async () => {
    const { course } = (await ensemble(harmonic, { ...short, trajectories: 1, steps: 6400, seed: "one" })).x;
    expect(course.error.every((error) => error === Number.POSITIVE_INFINITY)).toBe(true);
    expect(estimate.format(course.mean[3], course.error[3])).toMatch(/ ± ∞$/);
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
    const observe = { x: "x", square: "x^2" };
    const run = await ensemble(well, { trajectories: 10, steps: 20_000, seed: "a", observe });
    const failure = caught(() => run.x.mean);
    expect(failure.fault).toBe("too-short");
    expect(Math.abs(failure.estimate?.mean ?? Number.NaN)).toBeLessThan(1);
    expect(run.x.error).toBe(failure.estimate?.error);
    // The width of the wells is known long before the particle has changed sides.
    expect(estimate.agree(run.square, ensembles.gibbsAverage(well.potential, 1, "x^2"))).toBe(true);
    const lines = String(run[display]()["text/plain"]).split("\n");
    expect(lines.map((line) => line.includes("from too short a run"))).toEqual([false, true, false]);
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

  test("gives the same bits whatever exp and its like give", async () => {
    const well = brownian({ potential: potentials.doubleWell({ h: 2.3 }) }, { kT: 0.7, D: 1.9 }, 0.001);
    const damped = langevin({ potential: well.potential, mass: [1.3] }, { kT: 0.7, gamma: 1.7 }, 0.03);
    const found = [await bits({}, well), damped.step(damped.init(Float64Array.of(0.3), stream("a")), stream("b")).p];
    // None of these may have a say, so that they may as well be wrong altogether.
    const spies = (["exp", "expm1", "log", "sinh", "cosh", "tanh", "sin", "cos", "pow"] as const).map((name) =>
      vi.spyOn(Math, name).mockReturnValue(Number.NaN),
    );
    const again = langevin({ potential: well.potential, mass: [1.3] }, { kT: 0.7, gamma: 1.7 }, 0.03);
    const other = [await bits({}, well), again.step(again.init(Float64Array.of(0.3), stream("a")), stream("b")).p];
    for (const spy of spies) spy.mockRestore();
    expect(other).toEqual(found);
  });

  test("gives the same bits while other runs take turns on the same thread", async () => {
    const [a, b] = await Promise.all([bits({ steps: 4000 }), bits({ steps: 4000 })]);
    expect(a).toEqual(b);
  });

  test("gives each block of trajectories its own noise, whatever comes after it", async () => {
    const [few, many] = [await bits({ trajectories: 260 }), await bits({ trajectories: 300 })];
    // The first block holds 256 trajectories of both.
    expect(few.slice(2, 258)).toEqual(many.slice(2, 258));
    expect(few.slice(258, 262)).not.toEqual(many.slice(258, 262));
  });

  test.each(["f64", "f32"] as const)("gives the same bits on 1, 2 and 4 threads, with noise in %s", async (noise) => {
    const observe = { x: "x", energy: "p^2/2.6 + cosh(x)", hop: "x > 0" };
    const potential = potentials.doubleWell({ h: 2.3 });
    const inert = langevin({ potential, mass: [1.3] }, { kT: 0.7, gamma: 1.7 }, 0.03);
    const run = async (threads: number) => {
      const found = await ensemble(inert, { ...short, trajectories: 1000, observe, threads, noise });
      const { x, energy, hop } = found;
      return [x.mean, x.error, x.values, energy.histogram.density, energy.course.mean, hop.hops, hop.mean];
    };
    const one = await run(1);
    expect(await run(2)).toEqual(one);
    expect(await run(4)).toEqual(one);
  });

  test("gives the same bits where a thread has ended before its work was done", async () => {
    const well = langevin({ potential: potentials.doubleWell({ h: 2.3 }), mass: [1.3] }, { kT: 0.7, gamma: 1.7 }, 0.03);
    const few = { trajectories: 1024, steps: 60_000, seed: "starved", observe: { x: "x" }, start: [-1] };
    // Threads end when they have not heard for three seconds of this one, which is busy for longer.
    let asleep = false;
    const progress = (fraction: number): void => {
      if (asleep || fraction === 0) return;
      asleep = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3800);
    };
    const starved = await ensemble(well, { ...few, threads: 2, progress });
    expect(asleep).toBe(true);
    expect(starved.hash).toBe((await ensemble(well, { ...few, threads: 1 })).hash);
  });
});

describe("long work", () => {
  const long = { ...short, trajectories: 640, steps: 8000 };

  test("lets timers run, reports growing progress, and ends at 1", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const seen: number[] = [];
    await ensemble(harmonic, { ...long, steps: 80_000, progress: (fraction) => seen.push(fraction) });
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
