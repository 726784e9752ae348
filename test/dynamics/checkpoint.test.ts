import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import { dynamics, potentials } from "../../src/index.js";

const folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const well = potentials.doubleWell({ h: 2.3 });
const inert = dynamics.langevin({ potential: well, mass: [1.3] }, { kT: 0.7, gamma: 1.7 }, 0.03);
const plain = { trajectories: 20_000, steps: 2000, seed: "kept", observe: { x: "x", hop: "x > 0" } } as const;

/** Runs until a share of the work is done, and stops there. */
const stopped = async (path: string, share: number, threads: number) => {
  const controller = new AbortController();
  const progress = (fraction: number) => fraction > share && controller.abort(new Error("stopped"));
  const run = dynamics.ensemble(inert, { ...plain, threads, checkpoint: path, progress, signal: controller.signal });
  await expect(run).rejects.toThrow("stopped");
};

describe("a run that was stopped", () => {
  test.each([1, 2])("twice, on %d threads, goes on to the bits of one that was not", async (threads) => {
    const path = join(folder, `run ${threads}`);
    const whole = await dynamics.ensemble(inert, plain);
    await stopped(path, 0.3, threads);
    await stopped(path, 0.6, threads);
    const begun: number[] = [];
    const rest = { ...plain, checkpoint: path, progress: (fraction: number) => void begun.push(fraction) };
    const run = await dynamics.ensemble(inert, rest);
    expect(begun[0]).toBeGreaterThan(0.4);
    expect(run.hash).toBe(whole.hash);
    expect(run.hop.relaxation.mean).toBe(whole.hop.relaxation.mean);
    expect(run.x.values).toEqual(whole.x.values);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("by functions of the user's own goes on as well", async () => {
    const path = join(folder, "functions");
    const options = { ...plain, trajectories: 2000, observe: { x: (q: Float64Array) => q[0] } };
    const whole = await dynamics.ensemble(inert, options);
    const controller = new AbortController();
    const progress = (fraction: number) => fraction > 0.4 && controller.abort(new Error("stopped"));
    const first = dynamics.ensemble(inert, { ...options, checkpoint: path, progress, signal: controller.signal });
    await expect(first).rejects.toThrow("stopped");
    expect((await dynamics.ensemble(inert, { ...options, checkpoint: path })).hash).toBe(whole.hash);
  });
});

describe("a checkpoint is refused", () => {
  const path = join(folder, "refused");
  const bytes = async () => {
    rmSync(path, { force: true });
    await stopped(path, 0.3, 1);
    return readFileSync(path);
  };
  const refusal = async (options: object = {}, integrator = inert) => {
    const before = readFileSync(path);
    const found = await dynamics
      .ensemble(integrator, { ...plain, checkpoint: path, ...options })
      .catch((error: unknown) => error as PhysicsError);
    expect(found).toBeInstanceOf(PhysicsError);
    expect(readFileSync(path).equals(before)).toBe(true);
    return `${(found as PhysicsError).fault}: ${(found as PhysicsError).message}`;
  };

  test("by another run", async () => {
    await bytes();
    const colder = dynamics.langevin({ potential: well, mass: [1.3] }, { kT: 0.6, gamma: 1.7 }, 0.03);
    expect(await refusal({ seed: "other" })).toMatch(/^checkpoint: .*belongs to another run/);
    expect(await refusal({ noise: "f32" })).toMatch(/another run/);
    expect(await refusal({ start: [0.4] })).toMatch(/another run/);
    expect(await refusal({}, colder)).toMatch(/another run/);
    expect(await refusal({ trajectories: 20_001 })).toMatch(/does not have the size/);
  });

  test("without a folder, before anything has run", async () => {
    let told = 0;
    const options = { ...plain, checkpoint: join(folder, "none", "run"), progress: () => void told++ };
    const found = await dynamics.ensemble(inert, options).catch((error: unknown) => error as PhysicsError);
    expect(found).toMatchObject({ name: "PhysicsError", fault: "checkpoint" });
    expect((found as PhysicsError).message).toMatch(/folder that does not exist.*Make .*none/);
    expect(told).toBe(0);
  });

  test("by a run whose functions do something else", async () => {
    let [k, from, power] = [2.1, 0.3, 2];
    const energy = ([x]: Float64Array) => (k * x * x) / 2;
    const own = potentials.custom({ dim: 1, energy, force: ([x]) => [-k * x] });
    const run = (gamma = 1.7, mass = 1.3) => {
      const integrator = dynamics.langevin({ potential: own, mass: [mass] }, { kT: 0.7, gamma }, 0.03);
      const observe = { moment: ([x]: Float64Array) => x ** power };
      const options = { trajectories: 128, steps: 200, seed: "own", observe, start: () => [from] };
      return dynamics.ensemble(integrator, { ...options, checkpoint: path });
    };
    rmSync(path, { force: true });
    const { hash } = await run();
    expect((await run()).hash).toBe(hash);
    await expect(run(0.6)).rejects.toThrow("belongs to another run");
    await expect(run(1.7, 2.6)).rejects.toThrow("belongs to another run");
    for (const change of [() => (k = 8.4), () => (from = 0.5), () => (power = 4)]) {
      [k, from, power] = [2.1, 0.3, 2];
      change();
      await expect(run()).rejects.toThrow("belongs to another run");
    }
    [k, from, power] = [2.1, 0.3, 2];
    expect((await run()).hash).toBe(hash);
  });

  test("by one that reads D in another way, or has another", async () => {
    const run = (D: string, interpretation: "ito" | "klimontovich") => {
      const bath = { kT: 0.7, D, interpretation };
      const options = { trajectories: 128, steps: 200, seed: "own", observe: { x: "x" }, start: [0.3] };
      return dynamics.ensemble(dynamics.brownian({ potential: well }, bath, 0.002), { ...options, checkpoint: path });
    };
    rmSync(path, { force: true });
    await run("1.2 + x^2", "ito");
    await expect(run("0.3 + x^2", "ito")).rejects.toThrow("belongs to another run");
    await expect(run("1.2 + x^2", "klimontovich")).rejects.toThrow("belongs to another run");
  });

  test("where it is damaged, cut, or something else", async () => {
    const good = await bytes();
    const bad = Buffer.from(good);
    bad[good.length - 100] ^= 4;
    writeFileSync(path, bad);
    expect(await refusal()).toMatch(/is damaged/);
    writeFileSync(path, good.subarray(0, 5000));
    expect(await refusal()).toMatch(/does not have the size/);
    writeFileSync(path, Buffer.alloc(good.length));
    expect(await refusal()).toMatch(/another run/);
    await expect(dynamics.ensemble(inert, { ...plain, checkpoint: folder })).rejects.toThrow(/is not a file/);
  });
});

test("the hash tells runs apart, and its name is taken", async () => {
  const few = { ...plain, trajectories: 300 };
  const { hash } = await dynamics.ensemble(inert, few);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect((await dynamics.ensemble(inert, { ...few, threads: 2 })).hash).toBe(hash);
  expect((await dynamics.ensemble(inert, { ...few, seed: "other" })).hash).not.toBe(hash);
  await expect(dynamics.ensemble(inert, { ...few, observe: { hash: "x" } })).rejects.toThrow(/name that is not taken/);
});
