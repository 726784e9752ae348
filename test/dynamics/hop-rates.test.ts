import { describe, expect, test } from "vitest";
import { hopProperties } from "../../src/dynamics/ensemble/hops.js";
import { emptyTally, type Tally } from "../../src/dynamics/ensemble/tally.js";
import { PhysicsError } from "../../src/errors.js";
import { moments } from "../../src/estimate/moments.js";
import { dynamics, type estimate, potentials } from "../../src/index.js";
import { type Stream, stream } from "../../src/random/stream.js";

type Hops = { rate: estimate.Estimate; back: estimate.Estimate; relaxation: estimate.Estimate; hops: number };
const read = (groups: Tally[]) => Object.defineProperties({}, hopProperties("hop", groups, true)) as Hops;

/** Two states that wait exponential times, watched for a time `length`. */
const telegraph = (rng: Stream, forth: number, back: number, length: number): Tally => {
  const tally = emptyTally();
  let first = rng.uniform() < back / (forth + back);
  for (let t = 0; t < length; ) {
    const wait = -Math.log(1 - rng.uniform()) / (first ? forth : back);
    const spent = Math.min(wait, length - t);
    if (first) tally.timeFirst += spent;
    else tally.timeSecond += spent;
    if (t + wait < length) tally[first ? "forth" : "back"]++;
    first = !first;
    t += wait;
  }
  return tally;
};

describe("the errors of rates are their scatter over repeated runs", () => {
  test.each([
    [1, 1, 30],
    [0.02, 1, 400],
    [0.005, 1, 1200],
  ])("rates %d and %d", (forth, back, length) => {
    const rng = stream(`telegraph ${forth}`);
    const runs = Array.from({ length: 400 }, () =>
      read(Array.from({ length: 64 }, () => telegraph(rng, forth, back, length))),
    );
    for (const [key, truth] of [
      ["rate", forth],
      ["back", back],
      ["relaxation", forth + back],
    ] as const) {
      const found = runs.map((run) => run[key]);
      const { mean, variance } = moments(found.map((value) => value.mean));
      const reported = Math.sqrt(moments(found.map((value) => value.error ** 2)).mean);
      // 400 runs know their scatter to 3.5 %, and their reported error better than that.
      expect(Math.abs(reported / Math.sqrt(variance) - 1)).toBeLessThan(4 * 0.036);
      expect(Math.abs(mean - truth)).toBeLessThan(4 * Math.sqrt(variance / 400) + 0.01 * truth);
    }
  });
});

describe("without a hop", () => {
  const failure = (of: () => unknown): PhysicsError => {
    try {
      of();
    } catch (error) {
      return error as PhysicsError;
    }
    throw new Error("nothing was thrown");
  };

  test("no rate is made up, and the waiting time bounds it", async () => {
    const run = await dynamics.ensemble(
      dynamics.brownian({ potential: potentials.doubleWell({ h: 14 }) }, { kT: 1, D: 1 }, 0.001),
      { trajectories: 64, steps: 1000, start: [-1.1], seed: "still", observe: { hop: "x > 0" } },
    );
    expect(run.hop.hops).toBe(0);
    for (const key of ["rate", "relaxation"] as const) {
      const error = failure(() => run.hop[key]);
      expect(error).toBeInstanceOf(PhysicsError);
      expect([error.fault, error.estimate?.mean, error.estimate?.samples]).toEqual(["too-short", 0, 0]);
      expect(error.estimate?.error).toBeCloseTo(1 / 64, 3);
      expect(error.message).toMatch(/"hop" saw no hop from the first core to the second in a waiting time of 6\d/);
    }
    const back = failure(() => run.hop.back);
    expect([back.fault, back.estimate]).toEqual(["too-short", undefined]);
  });

  test("one way, the other can still be read", () => {
    const groups = Array.from({ length: 64 }, (_, i) => ({
      ...emptyTally(),
      timeFirst: 5,
      forth: i % 3,
      timeSecond: 1,
    }));
    expect(read(groups).rate.mean).toBeCloseTo(63 / 320, 12);
    expect(failure(() => read(groups).relaxation).message).toMatch(/from the second core to the first/);
  });
});
