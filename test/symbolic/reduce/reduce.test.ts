import { describe, expect, it } from "vitest";
import { expand, gather } from "../../../src/symbolic/monomials/monomial.js";
import { reduceTerms } from "../../../src/symbolic/reduce/reduce.js";
import { beta, epsilon, force, i, mass, momentum, W } from "../../../src/symbolic/reduce/vocabulary.js";
import {
  apply,
  atoms,
  average,
  divergence,
  dot,
  integral,
  minus,
  number,
  outer,
  over,
  partial,
  plus,
  power,
  semigroup,
  symbol,
  times,
} from "../../../src/symbolic/terms/build.js";
import type { Term } from "../../../src/symbolic/terms/term.js";

const mhat = symbol("m̂");
const reduced = symbol("W̃");
const vector = (name: string, label?: number) =>
  symbol(name, 1, { subscript: label === undefined ? undefined : number(label) });
const L0 = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });
const moved = (of: Term) => apply(semigroup(L0, minus(symbol("s"))), of);
const same = (a: Term, b: Term) => expect(gather(expand(a)).key).toBe(gather(expand(b)).key);
const sum = (...terms: readonly Term[]) => terms.map(({ key }) => key).sort();
const summands = (of: Term) => sum(...(of.head === "plus" ? of.parts : [of]));

describe("the slow variables of a nanoparticle", () => {
  it("gives Smoluchowski's equation (29) for the centre of mass", () => {
    const { right, holes } = reduceTerms({ slow: ["R"] });
    const R = vector("R");
    const current = dot(
      times(power(mhat, number(-2)), symbol("γ", 2)),
      apply(plus(partial(R), minus(times(beta, average(vector("f"))))), reduced),
    );
    expect(right.head).toBe("times");
    same(right.parts[0]!, power(epsilon, number(2)));
    const flux = right.parts[1]!;
    expect(flux.parts[0]!.key).toBe(divergence(R).key);
    same(flux.parts[1]!.parts[0]!, current.parts[0]!);
    same(holes[0]!.definition.parts[0]!, average(outer(vector("P"), moved(vector("P")))));
  });

  it("gives Fokker and Planck's equation (56) for centre and momentum of large orders", () => {
    const { right, holes, steps } = reduceTerms({ slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", f: "1/2" } });
    const [Phi, Pi, f] = [vector("Φ"), vector("Π"), average(vector("f"))];
    const velocity = times(power(mhat, number(-1)), Pi);
    const friction = plus(partial(Pi), times(power(mhat, number(-1)), beta, Pi));
    expect(summands(right)).toEqual(
      sum(
        times(number(-1), epsilon, apply(divergence(Phi), times(velocity, reduced))),
        times(number(-1), epsilon, apply(divergence(Pi), times(f, reduced))),
        times(power(epsilon, number(2)), apply(divergence(Pi), dot(symbol("θ", 2), apply(friction, reduced)))),
      ),
    );
    expect(holes).toHaveLength(1);
    const bare = vector("f");
    expect(holes[0]!.definition.key).toBe(
      integral(
        "s",
        plus(average(outer(bare, moved(bare))), minus(outer(f, f))),
        minus(symbol("t", 0, { subscript: number(0) })),
        number(0),
      ).key,
    );
    const secular = steps.find(({ id }) => id === "secular")!;
    expect(summands(secular.right)).toEqual(
      sum(minus(dot(velocity, apply(partial(Phi), W))), minus(dot(f, apply(partial(Pi), W)))),
    );
  });

  it.each([2, 3])("gives all cross terms of %i components", (M) => {
    const labels = Array.from({ length: M }, (_, l) => l + 1);
    const { right, holes } = reduceTerms({ slow: labels.map((l) => `R_${l}`) });
    expect(holes.map(({ symbol: { name } }) => name).sort()).toEqual(
      labels.flatMap((a) => labels.map((b) => `γ_(${a},${b})`)).sort(),
    );
    expect(right.parts).toHaveLength(M * M);
    for (const part of right.parts) {
      const [a] = part.parts[1]!.parts[0]!.parts;
      const [front, gradient] = part.parts[1]!.parts[1]!.parts;
      const b = gradient!.parts[0]!.parts[0]!.parts[0]!;
      const pair = [a!, b].map(({ parts: [label] }) => label!.value!.toFraction());
      expect(front!.parts[1]!.name).toBe(`γ_(${pair.join(",")})`);
      expect(gradient!.parts[0]!.key).toContain(average(vector("f", Number(pair[1]))).key);
    }
  });
});

describe("other slow variables", () => {
  const [angle, spin, inertia] = [symbol("φ"), symbol("ℓ"), symbol("I")];
  const motion = [
    { coordinate: angle, rate: over(spin, inertia) },
    { coordinate: spin, rate: symbol("N") },
  ];

  it("diffuses the angle of a heavy rotor", () => {
    const { right, holes } = reduceTerms({
      slow: [{ name: "φ", formula: angle }],
      order: { I: -1 },
      odd: ["ℓ"],
      motion,
    });
    same(holes[0]!.definition.parts[0]!, average(times(spin, moved(spin))));
    expect(right.parts[1]!.parts[1]!.parts[0]!.key).toBe(times(power(symbol("Î"), number(-2)), symbol("D")).key);
  });

  it("diffuses the energy of a weakly coupled subsystem, with no streaming", () => {
    const theta = symbol("θ", 0, { subscript: i });
    const [U, K] = [symbol("U"), symbol("K", 1, { subscript: i })];
    const kinetic = atoms("i", times(number("1/2"), theta, power(mass, number(-1)), dot(momentum, momentum)));
    const { right, holes } = reduceTerms({
      slow: [{ name: "E", formula: plus(kinetic, U) }],
      motion: [
        { coordinate: U, rate: minus(atoms("i", times(theta, over(number(1), mass), dot(force, momentum)))) },
        { coordinate: momentum, rate: plus(force, times(epsilon, K)) },
      ],
    });
    expect(right.head).toBe("times");
    const power_ = atoms("i", times(power(mass, number(-1)), theta, dot(K, momentum)));
    same(holes[0]!.definition.parts[0]!, average(times(power_, moved(power_))));
  });
});

describe("what does not close", () => {
  it.each([
    [
      "a momentum that is not among the slow variables but large",
      { slow: ["R"], order: { P: "-1/2" } },
      "order ε^1/2, not ε",
    ],
    ["a net force that is not weak", { slow: ["R", "P"], order: { R: "-1/2", P: "-1/2" } }, "order ε^1/2, not ε"],
    ["a light particle", { slow: ["R"], order: { m: 0 } }, "order ε^0, so that it is not slow"],
    ["a momentum that the atoms leave constant", { slow: ["R"], order: { f: "1/2" } }, "changes only at order ε^1/2"],
    [
      "a centre whose momentum alone is large",
      { slow: ["R", "P"], order: { P: "-1/2", f: "1/2" } },
      "order ε^1/2, not ε",
    ],
    [
      "a mass that is not large enough",
      { slow: ["R"], order: { m: "-1/2" } },
      "1/m̂ sqrt(ε) P is of order ε^1/2, not ε",
    ],
    ["a mass that is too large", { slow: ["R"], order: { m: -2 } }, "1/m̂ ε^2 P is of order ε^2, not ε"],
    ["a momentum that atoms push at once", { slow: ["R_1", "P_2"] }, "f_2 is of order ε^0, so that it is not slow"],
    ["an unknown name", { slow: ["X"] }, "The slow variable X is not known"],
  ])("refuses %s", (_, scaling, message) => {
    expect(() => reduceTerms(scaling)).toThrow(message.normalize("NFC"));
  });
});
