import { describe, expect, it } from "vitest";
import { appendix } from "../../../src/derivations/paper-001/appendix.js";
import { section3 as declarations } from "../../../src/derivations/paper-001/declarations.js";
import { section3 } from "../../../src/derivations/paper-001/section-3.js";
import { parseEquation } from "../../../src/symbolic/notation/parse.js";
import { withDeclaredArguments } from "../../../src/symbolic/statements/argument-lists.js";

const equations = [...section3, ...appendix].filter(({ words, id }) => !words && id !== "54.i");

describe("Section 3 and the appendix in the notation", () => {
  it.each(equations)("($id) has sides of one sort", ({ printed }) => {
    const { left, right } = parseEquation(printed, declarations);
    expect(left.sort).toBe(right.sort);
  });

  it("agree in rank, but for the dots of (55)", () => {
    const odd = equations.filter(({ printed }) => {
      const { left, right } = parseEquation(printed, declarations);
      return right.key !== "(number  0)" && left.rank !== right.rank;
    });
    expect(odd.map(({ id }) => id)).toEqual(["55"]);
  });

  it("refuses W(Φ, t), which W's arguments make W(Φ, Π, t)", () => {
    const { printed } = section3.find(({ id }) => id === "54.i")!;
    expect(() => parseEquation(printed, declarations)).toThrow(/W has 2 arguments/);
    const corrected = withDeclaredArguments(printed, declarations)!;
    expect(corrected.match(/W\(Φ, Π, t\)/g)).toHaveLength(2);
    expect(() => parseEquation(corrected, declarations)).not.toThrow();
  });
});
