import { describe, expect, it } from "vitest";
import { paper001 } from "../../../src/derivations/index.js";
import { stream } from "../../../src/random/index.js";

describe("mutants of the paper's statements", () => {
  it("are rejected, 99 of 100 of more than 300, where the changed term is not zero itself", {
    timeout: 300_000,
  }, () => {
    const all = paper001.mutants(stream("mutants of the paper"), 3);
    const count = (fate: string) => all.filter((mutant) => mutant.fate === fate).length;
    const [rejected, passed] = [count("rejected"), count("passed")];
    expect(rejected + passed).toBeGreaterThan(300);
    expect(rejected / (rejected + passed)).toBeGreaterThanOrEqual(0.99);
    expect(count("refused")).toBeLessThan(all.length / 25);
  });
});
