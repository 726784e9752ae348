import { describe, expect, test } from "vitest";
import { edits } from "../../../src/symbolic/statements/edits.js";
import {
  apply,
  atoms,
  dot,
  exp,
  minus,
  number,
  outer,
  partial,
  plus,
  power,
  symbol,
  times,
} from "../../../src/symbolic/terms/build.js";
import type { Declaration, Declarations } from "../../../src/symbolic/terms/declarations.js";
import type { Term } from "../../../src/symbolic/terms/term.js";

const declared = (role: Declaration["role"], rank = 0): Declaration => ({ role, rank, of: [], tex: "", spellings: [] });
const names: Declarations = new Map([
  ["β", declared("constant")],
  ["m", declared("atom")],
  ["p", declared("atom", 1)],
  ["W", declared("function")],
]);

const beta = symbol("β");
const W = symbol("W");
const [u, v, w] = ["u", "v", "w"].map((name) => symbol(name, 1)) as [Term, Term, Term];
const keys = (of: Term) => [...edits(of, names)].map(({ term }) => term.key);

describe("single edits", () => {
  test("turn the sign of one term and leave the others", () => {
    const found = keys(plus(beta, minus(W)));
    expect(found).toContain(plus(minus(beta), minus(W)).key);
    expect(found).toContain(plus(beta, W).key);
    expect(found).not.toContain(plus(minus(beta), W).key);
  });

  test("turn the sign of an exponent", () => expect(keys(exp(minus(beta)))).toContain(exp(beta).key));

  test("make (a · b)c, with a scalar in front of a vector, (a ⊗ b) · c", () =>
    expect(keys(times(dot(u, v), w))).toContain(dot(outer(u, v), w).key));

  test("put the term without an index outside of the sum over atoms", () => {
    const square = power(symbol("m", 0, { subscript: symbol("i") }), number(2));
    expect(keys(atoms("i", plus(square, W)))).toContain(plus(atoms("i", square), W).key);
  });

  test("put the mass of the atom at hand, and only there", () => {
    const momentum = symbol("p", 1, { subscript: symbol("i") });
    const mass = symbol("m", 0, { subscript: symbol("i") });
    expect(keys(atoms("i", momentum))).toContain(atoms("i", times(mass, momentum)).key);
    expect(keys(u).some((key) => key.includes("symbol m"))).toBe(false);
  });

  test("start with the smallest, do not repeat themselves and never keep the term", () => {
    const whole = plus(times(beta, W), minus(apply(partial(symbol("t")), W)));
    const found = [...edits(whole, names)];
    const sizes = found.map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort());
    expect(new Set(found.map(({ term }) => term.key)).size).toBe(found.length);
    expect(found.every(({ term }) => term.key !== whole.key && term.rank === whole.rank)).toBe(true);
  });
});
