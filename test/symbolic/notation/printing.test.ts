import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { appendix } from "../../../src/derivations/paper-001/appendix.js";
import * as names from "../../../src/derivations/paper-001/declarations.js";
import { section2 } from "../../../src/derivations/paper-001/section-2.js";
import { section3 } from "../../../src/derivations/paper-001/section-3.js";
import { parse, parseEquation, parseSides, tex, texEquation, text } from "../../../src/symbolic/notation/index.js";
import * as build from "../../../src/symbolic/terms/build.js";
import type { Declarations } from "../../../src/symbolic/terms/declarations.js";
import type { Term } from "../../../src/symbolic/terms/term.js";

const compile = (latex: string): string => katex.renderToString(latex, { throwOnError: true, strict: "error" });

const printed = (
  [
    [section2, names.section2],
    [section3, names.section3],
    [appendix, names.section3],
  ] as const
).flatMap(([statements, declarations]) =>
  statements
    .filter(({ words, id }) => !words && id !== "54.i")
    .flatMap((statement) =>
      parseSides(statement.printed, declarations).map((side) => [statement.id, side, declarations] as const),
    ),
);

/** Terms of rank 0 and 1 as the constructors make them, of Section 2's names. */
const { scalar } = fc.letrec<Record<"scalar" | "vector" | "operator", Term>>((tie) => {
  const variables = ["t", "s", "k"].map((name) => build.symbol(name));
  const leaves = [
    ...variables,
    build.symbol("W"),
    build.symbol("β"),
    build.symbol("ρ", 0, { subscript: build.number(1) }),
  ];
  const R = build.symbol("R", 1);
  const vectors = [R, build.symbol("P", 1), build.symbol("P", 1, { starred: true }), build.symbol("f", 1)];
  const L0 = build.symbol("𝓛", 0, { subscript: build.number(0), sort: "operator" });
  const fraction = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 4 }));
  const [a, v, o] = [tie("scalar"), tie("vector"), tie("operator")];
  const two = (of: fc.Arbitrary<Term>) => fc.array(of, { minLength: 2, maxLength: 3 });
  return {
    scalar: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...leaves),
      fraction.map(([n, d]) => build.number(`${n}/${d}`)),
      two(a).map((parts) => build.plus(...parts)),
      two(a).map((parts) => build.times(...parts)),
      fc.tuple(a, a).map(([base, exponent]) => build.power(base, exponent)),
      fc.tuple(a, a).map(([top, bottom]) => build.over(top, bottom)),
      fc.tuple(v, v).map(([left, right]) => build.dot(left, right)),
      fc.tuple(o, a).map(([operator, of]) => build.apply(operator, of)),
      v.map((of) => build.apply(build.divergence(R), of)),
      a.map(build.exp),
      a.map(build.ln),
      a.map(build.delta),
      a.map(build.average),
      a.map((body) => build.atoms("i", body)),
      fc.tuple(a, a).map(([body, to]) => build.series("n", body, build.zero, to)),
      a.map((body) => build.phase(body)),
      fc.tuple(a, a, a).map(([body, from, to]) => build.integral("s", body, from, to)),
      a.map((body) => build.limit("t", body, build.symbol("∞"))),
      fc.tuple(a, a).map(([body, value]) => build.at(body, variables[0]!, value)),
    ),
    vector: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...vectors),
      two(v).map((parts) => build.plus(...parts)),
      fc.tuple(a, v).map((parts) => build.times(...parts)),
      fc.tuple(v, a).map((parts) => build.times(...parts)),
      v.map(build.minus),
      fc.tuple(o, v).map(([operator, of]) => build.apply(operator, of)),
      a.map((of) => build.apply(build.partial(R), of)),
      v.map((body) => build.atoms("i", body)),
      fc.tuple(v, v, v).map(([x, y, z]) => build.dot(build.outer(x, y), z)),
    ),
    operator: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant(L0),
      fc.constantFrom(...variables.map(build.partial), build.total(variables[0]!)),
      a.map((time) => build.semigroup(L0, time)),
      fc.tuple(a, o).map((parts) => build.times(...parts)),
      two(o).map((parts) => build.plus(...parts)),
      fc.tuple(o, o).map(([left, right]) => build.commutator(left, right)),
      o.map((of) => build.power(of, build.number(3))),
      v.map((along) => build.dot(along, build.partial(R))),
    ),
  };
});

const roundTrip = (term: Term, declarations: Declarations): void => {
  expect(parse(text(term), declarations).key, text(term)).toBe(term.key);
};

describe("text", () => {
  it("is read back as the same term, for every display of the first paper", () => {
    for (const [, side, declarations] of printed) roundTrip(side, declarations);
  });
  it("is read back as the same term, for random terms", () => {
    fc.assert(
      fc.property(scalar, (term) => roundTrip(term, names.section2)),
      { numRuns: 2000 },
    );
  });
});

describe("LaTeX", () => {
  it("compiles, for every display of the first paper", () => {
    for (const [id, side, declarations] of printed) expect(() => compile(tex(side, declarations)), id).not.toThrow();
  });
  it("compiles, for random terms", () => {
    fc.assert(fc.property(scalar, (term) => compile(tex(term, names.section2)).length > 0));
  });
  it.each([
    ["∂W/∂R", "\\frac{\\partial W}{\\partial R}"],
    ["∫_{−t_0}^0 e^{−L0 s} P/m̂ ds", "\\int_{-t_{0}}^{0} e^{-\\mathcal{L}_{0} s} \\frac{P}{\\hat m}\\,ds"],
    ["W̃_n", "\\tilde W_{n}"],
    ["ε^2 ρ̂", "\\epsilon^{2} \\hat\\rho"],
    ["f^th", "f^{th}"],
    ["∫ A dΓ*", "\\int A\\,d\\Gamma^*"],
    ["Σ_i m_i θ_i", "\\sum_{i=1}^{N} m_{i} \\theta_{i}"],
    ["ε^(1/2)", "\\epsilon^{1/2}"],
    ["t_0'", "t_{0}'"],
    ["∂/∂t ∂/∂t ∂W/∂t", "\\frac{\\partial^{3} W}{\\partial t^{3}}"],
    ["[𝓛_0, 𝓛]", "[\\mathcal{L}_{0}, \\mathcal{L}]"],
    ["e^{1/2 t 𝓛_0}", "e^{\\frac{1}{2} t \\mathcal{L}_{0}}"],
    ["δρ/δW", "\\frac{\\delta \\rho}{\\delta W}"],
  ])("of %s is %s", (given, latex) => {
    expect(tex(parse(given, names.section2), names.section2)).toBe(latex);
  });
  it("of a definition shows the arguments", () => {
    const equation = parseEquation("W̃(R, t) = ∫ Δ ρ dΓ*", names.section2);
    expect(texEquation(equation, names.section2)).toBe("\\tilde W(R, t) = \\int \\Delta \\rho\\,d\\Gamma^*");
  });
});
