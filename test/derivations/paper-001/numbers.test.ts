import { describe, expect, it } from "vitest";
import { appendix } from "../../../src/derivations/paper-001/appendix.js";
import { section2 } from "../../../src/derivations/paper-001/section-2.js";
import { section3 } from "../../../src/derivations/paper-001/section-3.js";

const paper = [...section2, ...section3, ...appendix];
const numbered = paper.map(({ id }) => id).filter((id) => /^\d+$/.test(id));

describe("paper 001 as printed", () => {
  it("has every number from (30) to (56) in Section 3, in the order of the print", () => {
    const numbers = section3.map(({ id }) => Number.parseInt(id, 10)).filter((n, i, all) => n !== all[i - 1]);
    expect(numbers).toEqual(Array.from({ length: 27 }, (_, i) => 30 + i));
    expect(section3.map(({ id }) => id).filter((id) => /^\d+$/.test(id))).toHaveLength(27);
  });

  it("has (57) and (58) in the appendix, and no number twice", () => {
    expect(appendix.map(({ id }) => id).filter((id) => /^\d+$/.test(id))).toEqual(["57", "58"]);
    expect(new Set(paper.map(({ id }) => id)).size).toBe(paper.length);
    expect(numbered.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 58 }, (_, i) => i + 1));
  });

  it.each([...section3, ...appendix])("($id) names only statements that there are", ({ from, serves = [] }) => {
    const known = new Set(paper.map(({ id }) => id));
    expect([...from, ...serves].filter((id) => !known.has(id))).toEqual([]);
  });

  it("writes out both sides of every link of a chain", () => {
    const equations = [...section3, ...appendix].filter(({ words }) => !words);
    for (const { id, printed } of equations)
      expect(printed.replace(/\|_\{[^}]*\}/g, "").split(/ = /).length, id).toBe(2);
  });
});
