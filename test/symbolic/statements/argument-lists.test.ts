import { describe, expect, it } from "vitest";
import { withDeclaredArguments } from "../../../src/symbolic/statements/argument-lists.js";
import type { Declaration } from "../../../src/symbolic/terms/declarations.js";

const density: Declaration = { role: "function", rank: 0, of: ["Φ", "Π", "t"], tex: "W", spellings: [] };
const declarations = new Map([["W", density]]);

describe("argument lists", () => {
  it("are filled in as declared", () => {
    expect(withDeclaredArguments("a W(Φ, t) = W(t)", declarations)).toBe("a W(Φ, Π, t) = W(Φ, Π, t)");
  });

  it("keep their stars", () => {
    expect(withDeclaredArguments("W_1(Φ*, t)", declarations)).toBe("W_1(Φ*, Π*, t)");
  });

  it("stay where nothing lacks, or where what stands there is no argument", () => {
    expect(withDeclaredArguments("W(Φ, Π, t)", declarations)).toBeUndefined();
    expect(withDeclaredArguments("W(Φ, R)", declarations)).toBeUndefined();
    expect(withDeclaredArguments("V(Φ)", declarations)).toBeUndefined();
  });
});
