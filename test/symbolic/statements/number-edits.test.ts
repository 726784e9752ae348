import { describe, expect, it } from "vitest";
import { edits } from "../../../src/symbolic/statements/edits.js";
import { number, over, power, product, symbol, times } from "../../../src/symbolic/terms/build.js";

const pi = symbol("π");
const half = number("1/2");
const mass = symbol("m", 0, { subscript: symbol("l") });
const root = product("l", power(times(mass, pi), half), number(1), symbol("M"));

const keys = (of: typeof root) => [...edits(of, new Map())].map(({ what, term }) => `${what} ${term.key}`);

describe("edits of numbers", () => {
  it("invert every 2π at once", () => {
    const twice = times(over(mass, times(number(2), pi)), power(times(number(2), pi, mass), half));
    const inverse = power(times(number(2), pi), number(-1));
    const changed = times(over(mass, inverse), power(times(inverse, mass), half));
    expect(keys(twice)).toContain(`every 2π inverted ${changed.key}`);
  });

  it("put one number under the root of a ∏ and another in front", () => {
    const below = product("l", power(times(number(2), times(mass, pi)), half), number(1), symbol("M"));
    expect(keys(root)).toContain(`two numbers as factors ${times(number(3), below).key}`);
  });
});
