import { describe, expect, it } from "vitest";
import type { Measured } from "../../../src/derivations/evidence/evidence.js";
import { paper001 } from "../../../src/derivations/index.js";
import { stream } from "../../../src/random/index.js";

const within = ({ slope }: Measured, exponent: number, sigmas: number) =>
  expect(Math.abs(slope.mean - exponent)).toBeLessThan(sigmas * slope.error);

describe("evidence for the Gibbs hypothesis", () => {
  it("falls as t^(−1/2) in a chaotic chain, and stays in a harmonic one", { timeout: 120_000 }, async () => {
    const { equation, measured } = await paper001.evidence(20, stream("of the Gibbs hypothesis"));
    const [chaotic, harmonic] = measured as [Measured, Measured];
    expect(equation).toBe("20");
    within(chaotic, chaotic.claimed!, 4);
    expect(chaotic.claimed).toBe(-0.5);
    within(harmonic, 0, 4);
    expect(harmonic.claimed).toBeUndefined();
    const { distance } = harmonic.points[harmonic.points.length - 1]!;
    expect(distance.mean).toBeGreaterThan(8 * distance.error);
  });

  it("stops at the signal", async () => {
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await expect(paper001.evidence("48", stream("stopped"), { signal: stop.signal })).rejects.toThrow("enough");
  });
});

describe("evidence from a heavy particle that is solved exactly", () => {
  it.each(["29", "51", "56"])("comes to (%s) with the first power of ε", { timeout: 60_000 }, async (id) => {
    const [only, ...others] = (await paper001.evidence(id)).measured;
    expect(others).toEqual([]);
    expect(Math.abs(only!.slope.mean - 1)).toBeLessThan(0.05);
    expect(only!.claimed).toBe(1);
    const distances = only!.points.map(({ distance }) => distance.mean);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
  });
});

it("refuses a statement without evidence, and names those with", async () => {
  await expect(paper001.evidence("7")).rejects.toThrow("one of 20, 23, 48, 29, 51, 56");
});
