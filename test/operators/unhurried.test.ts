import { afterEach, describe, expect, test } from "vitest";
import { grids, operators, potentials } from "../../src/index.js";
import { reporter } from "../../src/progress.js";

const host = globalThis as { [reporter]?: (label: string) => (fraction: number) => void };
const before = host[reporter];
afterEach(() => {
  host[reporter] = before as NonNullable<typeof before>;
});

const potential = potentials.expression("2.3*(x^2 - 1)^2 + 1.4*y^2 + 0.3*x*y");
const plane = operators.smoluchowski(
  potential,
  { kT: 0.7, D: 1.9 },
  grids.box([
    [-2.4, 2.4, 60],
    [-3.1, 3.1, 50],
  ]),
);
const line = operators.smoluchowski(
  potentials.expression("2.3*(x^2 - 1)^2"),
  { kT: 0.7, D: 1.9 },
  grids.interval(-2.4, 2.4, 90),
);
const bump = (x: number, y = 0) => Math.exp(-4 * (x - 0.6) ** 2 - 3 * (y - 0.2) ** 2);

describe("unhurried work", () => {
  test("has the bits of hasty work, on a line and in a plane", async () => {
    for (const generator of [line, plane]) {
      const [slow, fast] = [await generator.unhurried.spectrum(4), generator.spectrum(4)];
      expect(slow.rates).toEqual(fast.rates);
      expect(slow.modes).toEqual(fast.modes);
      const later = await generator.unhurried.propagate(bump, 0.31);
      expect(later.values).toEqual(generator.propagate(bump, 0.31).values);
    }
  });

  test("tells how far a propagation has come, which only grows, and ends", async () => {
    const told: [string, number][] = [];
    host[reporter] = (label) => (fraction) => void told.push([label, fraction]);
    await plane.unhurried.propagate(bump, 0.31);
    const parts = told.map(([, part]) => part);
    expect(new Set(told.map(([label]) => label))).toEqual(new Set(["propagation"]));
    expect(parts.length).toBeGreaterThan(20);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
  });

  test.each(["spectrum", "propagation"] as const)("a %s ends soon after its signal, with its reason", async (work) => {
    const controller = new AbortController();
    let [turns, ended] = [0, false];
    host[reporter] = () => (fraction) => {
      ended ||= fraction === 1;
      if (++turns === 5) controller.abort(new Error("enough"));
    };
    const { signal } = controller;
    const running =
      work === "spectrum" ? plane.unhurried.spectrum(5, { signal }) : plane.unhurried.propagate(bump, 0.4, { signal });
    await expect(running).rejects.toThrow("enough");
    expect([turns, ended]).toEqual([6, true]);
    expect(plane.spectrum(2).rates[1]).toBeGreaterThan(0);
  });

  test("a wrong call rejects", async () => {
    await expect(plane.unhurried.spectrum(1.5)).rejects.toThrow(/count is 1.5/);
    await expect(plane.unhurried.propagate(bump, -1)).rejects.toThrow(/The time is -1/);
    await expect(line.unhurried.spectrum(2, { signal: AbortSignal.abort(new Error("early")) })).rejects.toThrow(
      "early",
    );
  });
});
