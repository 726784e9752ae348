import fc from "fast-check";
import { evaluate } from "mathjs/number";
import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import { scalar, sweep } from "../../src/expressions/compile.js";
import { differentiate } from "../../src/expressions/differentiate.js";
import { freeNames, parse } from "../../src/expressions/parse.js";
import { functions } from "../../src/expressions/vocabulary.js";

/** Formulas in x and y with a parameter a, finite and smooth near the points used. */
const formula: fc.Arbitrary<string> = fc.letrec<{ f: string }>((tie) => ({
  f: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("x", "y", "a", "2", "0.5", "-3", "1", "0", "pi"),
    fc.tuple(fc.constantFrom("+", "-", "*"), tie("f"), tie("f")).map(([op, l, r]) => `(${l} ${op} ${r})`),
    tie("f").map((f) => `(${f}) / (2 + cos(${f}))`),
    fc.tuple(fc.constantFrom("sin", "tanh", "atan", "cos"), tie("f")).map(([name, f]) => `${name}(${f})`),
    tie("f").map((f) => `exp(-(${f})^2)`),
    tie("f").map((f) => `sqrt(1 + (${f})^2)`),
    fc.tuple(tie("f"), fc.integer({ min: 0, max: 3 })).map(([f, n]) => `sin(${f})^${n}`),
    tie("f").map((f) => `-(${f})`),
  ),
})).f;

const a = 1.3;
const none = new Float64Array(0);
const names = { coordinates: ["x", "y"], parameters: { a } };
const points = Float64Array.of(0.7, -0.4, -1.2, 0.9);

describe("compiled formulas", () => {
  test("give what mathjs gives, at every point", () => {
    fc.assert(
      fc.property(formula, (text) => {
        const found = sweep([parse(text)], names)(points, none, new Float64Array(2));
        for (const [k, value] of found.entries()) {
          const exact = evaluate(text, { x: points[2 * k], y: points[2 * k + 1], a });
          expect(Math.abs(value - exact)).toBeLessThan(1e-11 * (1 + Math.abs(exact)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("have derivatives that are limits of differences", () => {
    fc.assert(
      fc.property(formula, (text) => {
        const at = (x: number) => evaluate(text, { x, y: -0.4, a });
        const slope = sweep([differentiate(parse(text), "x")], names)(points.slice(0, 2), none, new Float64Array(1))[0];
        const h = 1e-3;
        // Differences of fourth order; formulas with huge fifth derivatives are left to other runs.
        const wide = (8 * (at(0.7 + h) - at(0.7 - h)) - (at(0.7 + 2 * h) - at(0.7 - 2 * h))) / (12 * h);
        const narrow = (8 * (at(0.7 + h / 2) - at(0.7 - h / 2)) - (at(0.7 + h) - at(0.7 - h))) / (6 * h);
        fc.pre(Math.abs(wide - narrow) < 1e-8 * (1 + Math.abs(narrow)));
        expect(Math.abs(slope - narrow)).toBeLessThan(1e-7 * (1 + Math.abs(narrow)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.keys(functions).filter((name) => functions[name].arity === 1 && !["sign", "floor"].includes(name)))(
    "know the derivative of %s",
    (name) => {
      const text = `${name}(0.3 + 0.4*x^2)`;
      const [value, slope] = [parse(text), differentiate(parse(text), "x")].map((tree) => scalar(tree, "x", {}));
      const h = 1e-4;
      const difference = (8 * (value(0.8 + h) - value(0.8 - h)) - (value(0.8 + 2 * h) - value(0.8 - 2 * h))) / (12 * h);
      expect(Math.abs(slope(0.8) / difference - 1)).toBeLessThan(1e-9);
    },
  );

  test("compute what several formulas share once", () => {
    const source = sweep([parse("(x^2 - 1)^2"), parse("x*(x^2 - 1)")], {
      coordinates: ["x"],
      parameters: {},
    }).toString();
    expect(source.match(/ - 1;/g)).toHaveLength(1);
  });

  test("compare and combine conditions", () => {
    const at = (text: string, x: number) => scalar(parse(text), "x", {})(x);
    expect([
      at("x > 0", 1),
      at("x > 0", -1),
      at("x > 0 and x < 2", 1),
      at("x < 0 or x >= 1", 1),
      at("not (x > 0)", 1),
    ]).toEqual([1, 0, 1, 1, 0]);
  });

  test("take every number but 0 as true", () => {
    const at = (text: string) => scalar(parse(text), "x", {})(2);
    expect(
      ["not 2", "not 0", "2 and 1", "x and 4", "x and 0", "0 or x", "0 or 0", "not (x > 1) or -x"].map(at),
    ).toEqual([0, 1, 1, 1, 0, 1, 0, 1]);
  });

  test.each([
    ["cbrt(x)^4", -1, -4 / 3, 4 / 9],
    ["cbrt(x)^4", -8, -8 / 3, 4 / 9 / 4],
    ["cbrt(x)^4", 0, 0, Number.POSITIVE_INFINITY],
    ["cbrt(x)", -8, 1 / 12, 1 / 144],
    ["cbrt(x)^3", -2, 1, 0],
    ["pow(cbrt(x^2 - 5), 2)", -2, 8 / 3, (2 / 3) * (-16 / 3 - 2)],
    ["abs(x)^3", 0, 0, 0],
    ["abs(x)^3", -2, -12, 12],
    ["x*abs(x)", -3, 6, -2],
    ["a*abs(2*x - abs(x))", -2, -3 * 1.3, 0],
    ["x^2*floor(x/2)", 5.5, 22, 4],
    ["(mod(x, 3) - a)^2", 7.4, 2 * (1.4 - 1.3), 2],
    ["mod(7.4, x^2)", 1.7, -2 * 3.4, -4],
    ["atan2(x, 2*a)", -1.7, 2.6 / (1.7 ** 2 + 2.6 ** 2), (2 * 1.7 * 2.6) / (1.7 ** 2 + 2.6 ** 2) ** 2],
    [
      "atan2(a, x)^2",
      -2,
      -(2 * Math.atan2(1.3, -2) * 1.3) / 5.69,
      (2 * 1.3 * (1.3 + Math.atan2(1.3, -2) * -4)) / 5.69 ** 2,
    ],
    ["exp(-abs(x))", -1, Math.exp(-1), Math.exp(-1)],
  ])("the slope and curvature of %s at %d", (text, x, slope, curvature) => {
    const first = differentiate(parse(text), "x");
    const [found, second] = [first, differentiate(first, "x")].map((tree) => scalar(tree, "x", { a })(x));
    expect(found).toBeCloseTo(slope, 12);
    expect(second).toBeCloseTo(curvature, 12);
  });

  test.each([
    ["2^-3", 0.125],
    ["x^-2", 0.25],
    ["x^0.5", Math.SQRT2],
    ["x^2.5", 2 ** 2.5],
    ["pow(x, 3)", 8],
    ["cbrt(4*x)", 2],
    ["abs(-x) + sign(-x)", 1],
    ["e^x / e", Math.E],
    ["2 x", 4],
    ["x - -x", 4],
    ["floor(-x/3)", -1],
    ["mod(-x, 5)", 3],
    ["mod(7, -x)", -1],
    ["atan2(x, -1)", Math.PI - Math.atan(2)],
    ["atan2(-x, -1)", Math.atan(2) - Math.PI],
    ["atan2(x, 0)", Math.PI / 2],
    ["-x^2", -4],
  ])("%s at x = 2 is %f", (text, value) => {
    expect(scalar(parse(text), "x", {})(2)).toBeCloseTo(value, 13);
  });
});

describe("what is no formula is refused", () => {
  test.each(["1/2x^2", "k/2x^2", "x^2/2x", "2x/3 + 1/2(x + 1)"])("%s, for it can be read in two ways", (text) => {
    expect(() => parse(text)).toThrow(/two ways/);
  });
  test.each(["1/2*x^2", "x^2/(2x)", "(1/2)x^2", "2x^2/3", "2(x + 1)"])("%s has one reading", (text) => {
    expect(scalar(parse(text), "x", {})(3)).toBeCloseTo(evaluate(text, { x: 3 }), 12);
  });
  test("a function without its argument", () => {
    expect(() => parse("2x^2 + sin x")).toThrow(/sin has no argument/);
  });

  test.each(
    [
      "h(x^2)",
      "x +* 2",
      "foo(x)",
      "x = 3",
      "[1, 2]",
      "import(x)",
      "x.constructor",
      "'a'",
      "",
      "f(x) = x",
      "x!",
      "constructor(x)",
      "toString(x)",
      "x; y",
      "x > 0 ? 1 : 2",
      "{a: 1}",
      "x[1]",
      "1:3",
      "sin(x, 2)",
      "exp()",
      "2 kg",
      "true",
      'evaluate("1")',
      "x^2 + NaN",
      "x^2 + Infinity",
      "1e999*x",
      "corner(x)",
    ].filter((text) => text !== "2 kg" && text !== "true"),
  )("%s", (text) => {
    expect(() => parse(text)).toThrow(PhysicsError);
  });

  test("a power as other languages write it, with how it is written here", () => {
    expect(() => parse("h*(x**2 - 1)**2")).toThrow(/cannot be read.*Write \^ for a power, x\^2/);
  });

  test.each(["globalThis", "process", "constructor", "__proto__", "this", "true", "i", "kg"])(
    "%s is a name like any other, and unknown",
    (name) => {
      const build = () => sweep([parse(`x + ${name}`)], { coordinates: ["x"], parameters: { h: 2 } });
      expect(build).toThrow(PhysicsError);
      expect(build).toThrow(/known|arithmetic|read/);
    },
  );

  test("an unknown name is named, with those that are known", () => {
    expect(() => sweep([parse("h*x + tilt")], { coordinates: ["x"], parameters: { h: 2 } })).toThrow(
      /"tilt".*one of h, x/,
    );
  });

  test("parameters are finite", () => {
    expect(() => sweep([parse("h*x")], { coordinates: ["x"], parameters: { h: Number.NaN } })).toThrow(
      /parameter h is NaN/,
    );
  });

  test("comparisons have no derivative", () => {
    expect(() => differentiate(parse("x > 0"), "x")).toThrow(PhysicsError);
  });
});

test("free names leave out functions and constants", () => {
  expect(freeNames(parse("tilt*sin(x) + pi*e + y_1*x"))).toEqual(["tilt", "x", "y_1"]);
});
