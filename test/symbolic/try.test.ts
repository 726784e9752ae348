import { test } from "vitest";
import { reduceTerms } from "../../src/symbolic/reduce/reduce.js";
import { text } from "../../src/symbolic/notation/text.js";
import { symbol, over, times, atoms, power, number, plus, dot, minus } from "../../src/symbolic/terms/build.js";
import { i, mass, momentum, force } from "../../src/symbolic/reduce/vocabulary.js";
const show = (name: string, f: () => any) => { try { const r = f(); console.log(name + "\n" + r.steps.map((s: any) => `  ${s.id}: ${text(s.left)} = ${text(s.right)}`).join("\n") + "\n holes " + r.holes.map((h: any) => text(h.symbol) + " = " + text(h.definition)).join("; ")); } catch (e) { console.log(name, String((e as Error).stack).slice(0, 700)); } };
test("x", () => {
  show("S", () => reduceTerms({ slow: ["R"] }));
  show("FP", () => reduceTerms({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", f: "1/2" } }));
  show("M", () => reduceTerms({ slow: ["R_1", "R_2"] }));
  show("Pbig", () => reduceTerms({ slow: ["R"], order: { P: "-1/2" } }));
  show("fsmall", () => reduceTerms({ slow: ["R"], order: { f: "1/2" } }));
  show("FP no f", () => reduceTerms({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2" } }));
  const phi = symbol("φ"), ell = symbol("ℓ"), I = symbol("I");
  show("rotor", () => reduceTerms({ slow: [{ name: "φ", formula: phi }], order: { I: -1 }, odd: ["ℓ"], motion: [{ coordinate: phi, rate: over(ell, I) }, { coordinate: ell, rate: symbol("N") }] }));
  const theta = symbol("θ", 0, { subscript: i }), U = symbol("U"), eps = symbol("ε"), K = symbol("K", 1, { subscript: i });
  show("energy", () => reduceTerms({ slow: [{ name: "E", formula: plus(atoms("i", times(number("1/2"), theta, power(mass, number(-1)), dot(momentum, momentum))), U) }],
    motion: [{ coordinate: U, rate: minus(atoms("i", times(theta, over(number(1), mass), dot(force, momentum)))) }, { coordinate: momentum, rate: plus(force, times(eps, K)) }] }));
});
