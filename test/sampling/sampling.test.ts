import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, ensembles, estimate, figures, potentials, sampling } from "../../src/index.js";

const { brownian, langevin, velocityVerlet } = dynamics;
const { convergence, ergodicity, timeAverage } = sampling;
const tilted = potentials.expression("1.7*(x^2 - 1)^2 + 0.4*x");
const thermal = langevin({ potential: tilted, mass: [1.3] }, { kT: 0.9, gamma: 1.1 }, 0.05);
const overdamped = brownian({ potential: potentials.harmonic({ k: 2.3 }) }, { kT: 0.7, D: 1.9 }, 0.01);

describe("time averages", () => {
  test("are Gibbs averages, of coordinates, momenta and conditions", async () => {
    for (const property of ["x", "x^2", "p^2/1.3", "x > 0"]) {
      const run = await timeAverage(thermal, property, { steps: 4e5, seed: property });
      const exact = ensembles.gibbsAverage(tilted, 0.9, property, { mass: [1.3] });
      // BAOAB at this step moves p² by its O(dt²), below 0.2 %.
      expect(Math.abs(run.mean - exact.mean)).toBeLessThan(4 * run.error + 0.002);
      expect(run.error).toBeLessThan(0.06);
    }
  });

  test("know their τ in the unit of dt: kT/(Dk) for a harmonic well", async () => {
    const run = await timeAverage(overdamped, "x", { steps: 4e5, seed: "tau" });
    expect(Math.abs(run.tau / (0.7 / (1.9 * 2.3)) - 1)).toBeLessThan(0.25);
    expect(estimate.agree(run, 0)).toBe(true);
    expect(await timeAverage(overdamped, (x) => x, { steps: 4e5, seed: "tau" })).toMatchObject({ mean: run.mean });
  });

  test("say when the run is too short, and carry the estimate", async () => {
    const deep = brownian({ potential: potentials.doubleWell({ h: 5 }) }, { kT: 1, D: 1 }, 0.002);
    const failure = (await timeAverage(deep, "x", { steps: 20_000, seed: "short" }).catch(
      (e: unknown) => e,
    )) as PhysicsError;
    expect([failure.fault, Math.abs(failure.estimate?.mean ?? 9) < 1.2]).toEqual(["too-short", true]);
  });
});

describe("convergence of time to ensemble average", () => {
  test("goes like length^(−1/2) with the prefactor 2τσ² of the Ornstein–Uhlenbeck process", async () => {
    const found = await convergence(overdamped, "x", { steps: 60_000, seed: "rate", every: 5 });
    expect(estimate.agree(found.rate, -0.5)).toBe(true);
    expect(found.rate.error).toBeLessThan(0.08);
    const exact = (2 * (0.7 / 2.3) * 0.7) / (1.9 * 2.3);
    expect(estimate.agree(found.prefactor, exact)).toBe(true);
    expect(Math.abs(found.predicted / exact - 1)).toBeLessThan(0.1);
    expect(found.points.length).toBe(6);
    expect(figures.convergence({ x: found.points }).data.length).toBe(2);
    expect(found[display]()["text/plain"]).toMatch(/rate -0.\d+\(\d+\).*2τσ²/);
  });

  test("has an error of the rate that 30 repetitions scatter by", async () => {
    const runs = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        convergence(overdamped, "x", { steps: 6400, seed: `again ${i}`, replicas: 32, burn: 100 }),
      ),
    );
    const sigmas = estimate.moments(runs.map(({ rate }) => estimate.inSigma(rate, -0.5)));
    expect(Math.abs(sigmas.mean)).toBeLessThan(4 * Math.sqrt(sigmas.variance / 30) + 0.2);
    expect(sigmas.variance).toBeLessThan(1 + 4 * Math.sqrt(2 / 30));
    expect(sigmas.variance).toBeGreaterThan(1 - 3.6 * Math.sqrt(2 / 30));
  });

  test("does not happen at constant energy", async () => {
    const conserved = velocityVerlet({ potential: tilted, mass: [1.3] }, 0.05, { kT: 0.9 });
    const found = await convergence(conserved, "x^2", { steps: 40_000, seed: "shell", replicas: 32 });
    expect(found.rate.mean).toBeGreaterThan(-0.15);
    expect(estimate.agree(found.rate, -0.5)).toBe(false);
  });
});

describe("ergodicity", () => {
  test("is not denied to dynamics that have it", async () => {
    const found = await ergodicity(thermal, {
      steps: 1e5,
      seed: "mixing",
      observe: ["x", "x^2", "p^2"],
      mass: [1.3],
    });
    expect(found.verdict).toBe("ergodic");
    for (const { rHat, probability } of found.evidence) {
      expect(rHat).toBeLessThan(1.02);
      expect(probability).toBeGreaterThan(1e-4);
    }
    expect(found[display]()["text/plain"]).toMatch(/^ergodic\. .*Gibbs average/);
  });

  test("fails for a harmonic oscillator without friction, in its square and not in its mean", async () => {
    const well = { potential: potentials.harmonic({ k: 2.3 }), mass: [1.3] };
    const found = await ergodicity(langevin(well, { kT: 0.7, gamma: 0 }, 0.05), {
      steps: 50_000,
      seed: "frictionless",
    });
    expect(found.verdict).toBe("not-ergodic");
    const [mean, square] = found.evidence;
    expect([mean.property, square.property]).toEqual(["x", "x^2"]);
    expect(mean.verdict).not.toBe("not-ergodic");
    expect([square.verdict, square.rHat > 1.2, square.excess > 100]).toEqual(["not-ergodic", true, true]);
  });

  test("fails at constant energy", async () => {
    const conserved = velocityVerlet({ potential: tilted, mass: [1.3] }, 0.05, { kT: 0.9 });
    expect((await ergodicity(conserved, { steps: 30_000, seed: "Verlet" })).verdict).toBe("not-ergodic");
  });

  test("fails where a barrier is not crossed within the run, and not in a run that crosses it", async () => {
    const deep = brownian({ potential: potentials.doubleWell({ h: 9 }) }, { kT: 1, D: 1 }, 0.002);
    const found = await ergodicity(deep, { steps: 20_000, seed: "deep" });
    expect(found.verdict).toBe("not-ergodic");
    expect(found.evidence[0]).toMatchObject({ property: "x", verdict: "not-ergodic" });
    expect(found.evidence[1].verdict).toBe("ergodic");
    const low = brownian({ potential: potentials.doubleWell({ h: 1.5 }) }, { kT: 1, D: 1 }, 0.002);
    expect((await ergodicity(low, { steps: 200_000, seed: "low", replicas: 8 })).verdict).toBe("ergodic");
  });

  test("is told from a bias: Euler–Maruyama with a long step samples another density", async () => {
    const coarse = brownian({ potential: tilted }, { kT: 0.9, D: 0.8 }, 0.05, "euler-maruyama");
    const found = await ergodicity(coarse, { steps: 60_000, seed: "coarse" });
    expect(found.verdict).toBe("biased");
  });

  test("is not denied to a constant, and is to what stays where it began", async () => {
    const found = await ergodicity(thermal, { steps: 8000, seed: "still", observe: ["3"] });
    expect([found.verdict, found.evidence[0].rHat, found.evidence[0].excess]).toEqual(["ergodic", 1, 1]);
    const apart = brownian({ potential: potentials.doubleWell({ h: 20 }) }, { kT: 0.7, D: 1.3 }, 0.001);
    const [side] = (await ergodicity(apart, { steps: 8000, seed: "sides", observe: ["x > 0"] })).evidence;
    expect([side.verdict, side.rHat]).toEqual(["not-ergodic", Number.POSITIVE_INFINITY]);
  });

  test("is left open by a run that is too short", async () => {
    const slow = brownian({ potential: potentials.harmonic({ k: 0.2 }) }, { kT: 0.7, D: 0.1 }, 0.01);
    // τ = kT/Dk is 3500 steps: 17 of them are too few to tell, and within one the replicas stay where they began.
    const found = await ergodicity(slow, { steps: 60_000, seed: "slow", observe: ["x"] });
    expect([found.verdict, found.evidence[0].verdict]).toEqual(["too-short", "too-short"]);
    expect(found.evidence[0].length).toBeLessThan(50);
    expect((await ergodicity(slow, { steps: 4000, seed: "slow", observe: ["x"] })).verdict).toBe("not-ergodic");
  });
});

test.each([
  [() => timeAverage(thermal, "x", { steps: 5, seed: "a" }), "parameter", /steps is 5/],
  [() => timeAverage(thermal, "y", { steps: 500, seed: "a" }), "expression", /not known/],
  [() => timeAverage(overdamped, "p", { steps: 500, seed: "a" }), "undefined-quantity", /no momenta/],
  [() => timeAverage(thermal, "x", { steps: 500, seed: "" }), "parameter", /seed is empty/],
  [() => timeAverage(thermal, "x", { steps: 500, seed: "a", start: [1, 2] }), "dimension", /2 numbers/],
  [() => timeAverage(thermal, "log(x - 9)", { steps: 500, seed: "a" }), "non-finite", /NaN/],
  [() => timeAverage(thermal, "x", { steps: 500, seed: "a", burn: -3 }), "parameter", /burn is -3/],
  [() => convergence(thermal, "x", { steps: 5000, seed: "a", replicas: 2 }), "parameter", /replicas is 2/],
  [() => convergence(thermal, "x", { steps: 320, seed: "a" }), "too-short", /shortest runs hold/],
  [() => convergence(thermal, "p^2", { steps: 5000, seed: "a" }), "undefined-quantity", /mass/],
  [() => ergodicity(thermal, { steps: 5000, seed: "a", replicas: 1 }), "parameter", /replicas is 1/],
  [
    () => ergodicity(velocityVerlet({ potential: tilted, mass: [1.3] }, 0.05), { steps: 500, seed: "a" }),
    "parameter",
    /kT is 0/,
  ],
] as const)("wrong call %#", async (call, fault, message) => {
  const failure = (await (call() as Promise<unknown>).catch((error: unknown) => error)) as PhysicsError;
  expect(failure).toBeInstanceOf(PhysicsError);
  expect([failure.fault, failure.message]).toEqual([fault, expect.stringMatching(message)]);
});

test("a run stops when its signal is aborted", async () => {
  const call = timeAverage(thermal, "x", { steps: 1e7, seed: "long", signal: AbortSignal.timeout(50) });
  await expect(call).rejects.toThrow(/abort|timeout/i);
});
