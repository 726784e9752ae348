import { describe, expect, test } from "vitest";
import { type Fault, PhysicsError } from "../../src/errors.js";
import { potentials } from "../../src/index.js";

const {
  basin,
  criticalPoints,
  custom,
  expression,
  harmonic,
  lennardJones,
  morse,
  muellerBrown,
  pair,
  pairwise,
  profile,
} = potentials;
const { restrict, spline, sum } = potentials;

const argon = lennardJones({ epsilon: 1.2, sigma: 0.9, cutoff: 3 });
const fluid = { particles: 30, box: 8 };
const at = (...q: number[]) => Float64Array.from(q);
const parabola = { dim: 1, energy: ([x]: Float64Array) => 0.7 * x * x, force: ([x]: Float64Array) => [-1.4 * x] };

const table: readonly [string, Fault, () => unknown, RegExp][] = [
  // Formulas.
  [
    "a parameter that is no number",
    "parameter",
    () => expression("h*x^2", { h: Number.NaN }),
    /parameter h is NaN. Expected a finite number/,
  ],
  [
    "an infinite parameter",
    "parameter",
    () => expression("h*x^2", { h: Number.POSITIVE_INFINITY }),
    /parameter h is Infinity/,
  ],
  [
    "a name that is not listed",
    "expression",
    () => expression("h*x^2 + t*x", { h: 2 }, { variables: ["x"] }),
    /"t", which is neither a variable nor a parameter/,
  ],
  [
    "a parameter that does nothing",
    "expression",
    () => expression("h*x^2", { h: 2, tilt: 3 }),
    /parameter "tilt" does not occur.*which are h, x/,
  ],
  [
    "a parameter that is a variable",
    "expression",
    () => expression("h*x^2", { h: 2, x: 3 }, { variables: ["x"] }),
    /parameter "x" is also a variable/,
  ],
  ["a formula without a variable", "parameter", () => expression("h^2", { h: 2 }), /"h\^2" has no variable/],
  ["a formula that ends early", "expression", () => expression("h*(x"), /cannot be read.*Look at the place/],
  [
    "an unknown function",
    "expression",
    () => expression("foo(x)"),
    /"foo\(…\)" calls something that is not a function here/,
  ],
  ["a jump, which has no force", "expression", () => expression("x^2*(x > 0)"), /no derivative.*tanh/],
  ["two readings", "expression", () => expression("1/2x"), /can be read in two ways/],
  // Wells.
  ["a stiffness that pushes", "parameter", () => harmonic({ k: -2 }), /k is -2. Expected a number above 0/],
  [
    "a matrix that pushes in some direction",
    "parameter",
    () =>
      harmonic({
        k: [
          [1, 2],
          [2, 3],
        ],
      }),
    /does not pull back. Expected a positive definite matrix/,
  ],
  [
    "a centre of another dimension",
    "dimension",
    () => harmonic({ k: [1, 2], a: [0, 0, 0] }),
    /centre a has 3 coordinates. Expected 2/,
  ],
  // Pairs.
  [
    "a particle without size",
    "parameter",
    () => lennardJones({ epsilon: 1.2, sigma: 0 }),
    /sigma is 0. Expected a number above 0/,
  ],
  [
    "a cutoff inside the core",
    "parameter",
    () => lennardJones({ epsilon: 1.2, sigma: 0.9, cutoff: 0.8 }),
    /cutoff is 0.8, which is not beyond sigma = 0.9.*Try cutoff: 2.25/,
  ],
  [
    "a cutoff before the minimum of Morse",
    "parameter",
    () => morse({ depth: 2, a: 1.5, r0: 1.3, cutoff: 1.3 }),
    /cutoff is 1.3, which is not beyond r0 = 1.3/,
  ],
  [
    "a shift without a cutoff",
    "parameter",
    () => lennardJones({ epsilon: 1.2, sigma: 0.9, shifted: true }),
    /cutoff is Infinity/,
  ],
  ["a pair formula without r", "expression", () => pair("a*x", { a: 2 }), /holds the name "x", which has no value/],
  ["a constant pair formula", "expression", () => pair("a", { a: 2 }), /"a" does not depend on r.*Call the distance r/],
  [
    "a pair parameter that does nothing",
    "expression",
    () => pair("a/r", { a: 2, b: 3 }),
    /parameter "b" does not occur/,
  ],
  [
    "the tail of what is shifted",
    "undefined-quantity",
    () => lennardJones({ epsilon: 1.2, sigma: 0.9, cutoff: 3, shifted: true }).tail(0.7),
    /shifted potential has no long-range correction/,
  ],
  [
    "the tail of Coulomb's law",
    "undefined-quantity",
    () => pair("a/r", { a: 2 }, { cutoff: 3 }).tail(0.7),
    /does not fall faster than 1\/r\^3/,
  ],
  ["a tail at no density", "parameter", () => argon.tail(-1), /density is -1/],
  [
    "a single particle",
    "parameter",
    () => pairwise(argon, { particles: 1 }),
    /particles is 1. Expected a whole number, at least 2/,
  ],
  [
    "four dimensions of space",
    "dimension",
    () => pairwise(argon, { particles: 5, dim: 4 }),
    /move in 4 dimensions. Expected 1, 2 or 3/,
  ],
  [
    "a box too small for the cutoff",
    "parameter",
    () => pairwise(argon, { particles: 30, box: 5 }),
    /cutoff 3 reaches beyond half the box, 2.5.*box of at least 6/,
  ],
  [
    "a box without a cutoff",
    "parameter",
    () => pairwise(lennardJones({ epsilon: 2, sigma: 1.1 }), fluid),
    /cutoff Infinity reaches.*Give the pair potential a cutoff, such as 4/,
  ],
  [
    "a box with two of three lengths",
    "dimension",
    () => pairwise(argon, { particles: 30, box: [8, 8] }),
    /box has 2 lengths. Expected 3/,
  ],
  ["a box turned inside out", "parameter", () => pairwise(argon, { particles: 30, box: [8, -8, 8] }), /box\[1\] is -8/],
  [
    "a pressure in open space",
    "undefined-quantity",
    () => pairwise(argon, { particles: 2 }).pressure(at(0, 0, 0, 1, 1, 1), 1.3),
    /pressure asks for a volume/,
  ],
  [
    "a correction in open space",
    "undefined-quantity",
    () => pairwise(argon, { particles: 2 }).tail,
    /long-range correction asks for a volume/,
  ],
  [
    "a pressure at a negative temperature",
    "parameter",
    () => pairwise(argon, fluid).pressure(new Float64Array(90), -1),
    /kT is -1/,
  ],
  [
    "two particles in one place",
    "non-finite",
    () => pairwise(argon, { particles: 2, dim: 1 }).energy(at(0.3, 0.3)),
    /particles 1 and 2 are at a distance of 0/,
  ],
  // Composites.
  ["a sum of nothing", "parameter", () => sum(), /Nothing is summed/],
  ["a sum of a line and a plane", "dimension", () => sum(custom(parabola), muellerBrown()), /1 coordinate, another 2/],
  [
    "a restriction of what is not there",
    "parameter",
    () => restrict(muellerBrown(), { z: 0.5 }),
    /no coordinate "z".*one of x, y/,
  ],
  [
    "a restriction of everything",
    "dimension",
    () => restrict(muellerBrown(), { x: 0.5, y: 0.5 }),
    /All coordinates are held fixed.*Leave x free/,
  ],
  ["a restriction to no number", "parameter", () => restrict(muellerBrown(), { y: Number.NaN }), /y is NaN/],
  // Tables.
  [
    "knots out of order",
    "parameter",
    () => spline([0, 2, 1], [3, 4, 5]),
    /x\[2\] is 1, after 2. Expected knots that rise/,
  ],
  ["a knot twice", "parameter", () => spline([0, 2, 2], [3, 4, 5]), /x\[2\] is 2, after 2/],
  ["a knot without a value", "dimension", () => spline([0, 1, 2], [3, 4]), /3 knots and 2 values/],
  ["a table of one knot", "dimension", () => spline([0], [3]), /table has 1 knots. Expected two or more/],
  ["a value that is no number", "parameter", () => spline([0, 1], [3, Number.NaN]), /V\[1\] is NaN/],
  [
    "a clamp that is no number",
    "parameter",
    () => spline([0, 1], [3, 4], { slopes: [Number.NaN, 0] }),
    /an end's slope is NaN/,
  ],
  [
    "a place outside the table",
    "undefined-quantity",
    () => spline([0, 1], [3, 4]).energy(at(1.2)),
    /V at x = 1.2 is asked for.*x between 0 and 1/,
  ],
  [
    "a force outside the table",
    "undefined-quantity",
    () => spline([0, 1], [3, 4]).force(at(0.5, -0.1), at(0, 0)),
    /V at x = -0.1/,
  ],
  // Functions.
  [
    "a force with the wrong sign",
    "parameter",
    () => custom({ ...parabola, force: ([x]) => [1.4 * x] }, { check: [[2]] }),
    /^At \(2\) the force along x is 2.8, and −∂V\/∂x by differences is -2.8/,
  ],
  [
    "a force of the wrong length",
    "dimension",
    () => custom({ ...parabola, force: () => [1, 2] }).force(at(1), at(0)),
    /force has 2 numbers. Expected 1/,
  ],
  [
    "names for another dimension",
    "dimension",
    () => custom({ ...parabola, variables: ["x", "y"] }),
    /variables are x, y. Expected 1 different names/,
  ],
  ["no dimension", "parameter", () => custom({ ...parabola, dim: 0 }), /dim is 0/],
  [
    "a check at a point of another dimension",
    "dimension",
    () => custom(parabola, { check: [[1, 2]] }),
    /point to be checked has 2 numbers/,
  ],
  [
    "a check where nothing is finite",
    "non-finite",
    () => custom({ ...parabola, energy: () => Number.NaN }, { check: true }),
    /energy is not finite wherever/,
  ],
  // Landscapes.
  [
    "a basin that falls without end",
    "unbounded",
    () => basin(profile(expression("x^3 - x")), 9),
    /V falls towards x = −∞/,
  ],
  [
    "a basin of nowhere",
    "non-finite",
    () => basin(profile(expression("log(x - 1e9)")), 9),
    /infinite or not a number wherever it was tried/,
  ],
  [
    "a plane that falls without end",
    "unbounded",
    () => criticalPoints(expression("x^2 - y^3")),
    /does not rise on all sides/,
  ],
  [
    "a plane that is a line",
    "dimension",
    () => criticalPoints(harmonic({ k: 2 })),
    /1 coordinate. Expected two.*stationaryPoints/,
  ],
  [
    "a rectangle with its ends exchanged",
    "parameter",
    () => criticalPoints(muellerBrown(), { x: [2, -2], y: [0, 1] }),
    /range of x is 2 to -2. Expected the smaller end first/,
  ],
  [
    "a rectangle without a side",
    "parameter",
    () => criticalPoints(muellerBrown(), { x: [-2, 2] }),
    /range of y is missing/,
  ],
  [
    "a rectangle over a singular line",
    "non-finite",
    () => criticalPoints(expression("sqrt(x) + x^2 + y^2"), { x: [-1, 1], y: [-1, 1] }),
    /The force at \(.+\) is \(/,
  ],
  [
    "a singular point",
    "non-finite",
    () => potentials.checkFinite(expression("k/x", { k: 2 }), at(0)),
    /V is Infinity at x = 0/,
  ],
];

describe("wrong calls", () => {
  test.each(table)("%s: %s", (_, fault, call, message) => {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PhysicsError);
    expect((caught as PhysicsError).message).toMatch(message);
    expect((caught as PhysicsError).message).toMatch(/^.+\. Expected .+\. .+\.$/);
    expect((caught as PhysicsError).fault).toBe(fault);
  });
});
