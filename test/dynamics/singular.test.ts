import { describe, expect, test } from "vitest";
import type { PhysicsError } from "../../src/errors.js";
import { dynamics, potentials } from "../../src/index.js";

/** V and F are no numbers where x < 0. */
const half = potentials.expression("k*(x - a)^2 + b*x^1.5", { k: 1.7, a: 0.4, b: 0.3 });
const langevin = dynamics.langevin({ potential: half, mass: [1.3] }, { kT: 0.9, gamma: 0.7 }, 0.02);

const caught = async (call: () => unknown): Promise<PhysicsError> => {
  try {
    await call();
  } catch (error) {
    return error as PhysicsError;
  }
  throw new Error("nothing was thrown");
};

describe("where the potential is singular", () => {
  test("a start is refused with the point", async () => {
    const observe = { x: "x" } as const;
    for (const call of [
      () => dynamics.trajectory(langevin, { steps: 10, seed: "singular", start: [-0.5] }),
      () => dynamics.ensemble(langevin, { trajectories: 70, steps: 200, seed: "singular", start: [-0.5], observe }),
    ]) {
      const error = await caught(call);
      expect([error.fault, error.message]).toEqual(["non-finite", expect.stringMatching(/^V is NaN at x = -0.5\. /)]);
    }
  });
});
