import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../../src/display.js";
import { potentials, systems } from "../../../src/index.js";
import { roomFor } from "../../../src/potentials/fields/matrix-field.js";
import { slope } from "../../oracles/slope.js";

type Field = potentials.MatrixField;

const complexField = (c: number): Field =>
  potentials.matrix(
    [
      ["0.5*k*(x^2 + y^2) + x", { re: "c*y", im: "0.3*x*y" }],
      [{ re: "c*y", im: "-0.3*x*y" }, "sin(x) - y^3"],
    ],
    { k: 0.8, c },
  );

const vibronic = () =>
  potentials.vibronicCoupling({
    energies: [0.1, 0.7, 1.6],
    modes: [
      {
        frequency: 0.4,
        linear: [
          [0.3, 0, 0.05],
          [0, -0.2, 0],
          [0.05, 0, 0.12],
        ],
      },
      {
        frequency: 0.9,
        linear: [
          [0, 0.25, 0],
          [0.25, 0, -0.15],
          [0, -0.15, 0],
        ],
      },
    ],
  });

const fields: [string, () => Field][] = [
  ["Tully's single crossing", () => potentials.tully(1)],
  ["Tully's dual crossing", () => potentials.tully(2)],
  ["Tully's extended coupling", () => potentials.tully(3)],
  ["a complex matrix of two coordinates", () => complexField(0.4)],
  ["an avoided crossing", () => potentials.avoidedCrossing({ slopes: [0.7, -0.4], coupling: 0.3 })],
  [
    "a spin in a bath of three modes",
    () =>
      potentials.spinBoson({
        bias: 0.6,
        tunnelling: 0.8,
        bath: { frequencies: [0.5, 1.1, 2.3], couplings: [0.2, -0.4, 0.7] },
      }),
  ],
  ["linear vibronic coupling", vibronic],
  ["a rotating frame by its coupling", () => systems.rotatingFrame({ states: 5, gap: 0.6, coupling: "exp(-X^2)" })],
  [
    "a rotating frame by its angle, in a plane",
    () =>
      systems.rotatingFrame({
        states: 4,
        levels: ["0.4 + 0.1*x^2", 1.1, "1.7 + k*sin(y)"],
        ground: "0.3*x^2 + 0.2*y^4",
        angle: "atan(x - 0.5*y)",
        weights: [0.9, -0.3, 0.4],
        parameters: { k: 0.3 },
      }),
  ],
];

/** Away from the corners at 0, over which differences cannot look. */
const place = fc.double({ min: 1e-3, max: 2.4, noNaN: true }).chain((x) => fc.constantFrom(x, -x));

describe.each(fields)("%s", (_, make) => {
  const field = make();
  const { states: d, dim } = field;
  const points = fc.array(place, { minLength: dim, maxLength: dim }).map((q) => Float64Array.from(q));

  test("is Hermitian", () => {
    fc.assert(
      fc.property(points, (q) => {
        const { re, im } = field.value(q, roomFor(field, 1));
        for (let i = 0; i < d; i++)
          for (let j = 0; j < d; j++) {
            expect(Math.abs(re[i * d + j] - re[j * d + i])).toBeLessThan(1e-15);
            if (!field.real) expect(im[i * d + j] + im[j * d + i]).toBe(0);
          }
      }),
    );
  });

  test("has the gradient that differences find", () => {
    fc.assert(
      fc.property(points, (q) => {
        const slopes = field.gradient(q, roomFor(field, dim));
        for (let k = 0; k < dim; k++)
          for (let at = 0; at < d * d; at++)
            for (const part of field.real ? (["re"] as const) : (["re", "im"] as const)) {
              const entry = (x: Float64Array) => field.value(x, roomFor(field, 1))[part][at];
              const found = slopes[part][k * d * d + at];
              expect(Math.abs(found - slope(entry, q, k, 1e-4))).toBeLessThan(1e-8 * (1 + Math.abs(found)));
            }
      }),
    );
  });

  test("has the same bits for one point and for many", () => {
    const q = Float64Array.from({ length: 3 * dim }, (_, i) => 0.3 * i - 0.7);
    const many = field.gradient(q, roomFor(field, 3 * dim));
    for (let r = 0; r < 3; r++) {
      const one = field.gradient(q.slice(r * dim, (r + 1) * dim), roomFor(field, dim));
      expect([...many.re.slice(r * dim * d * d, (r + 1) * dim * d * d)]).toEqual([...one.re]);
      if (!field.real) expect([...many.im.slice(r * dim * d * d, (r + 1) * dim * d * d)]).toEqual([...one.im]);
    }
  });

  test("shows itself in LaTeX", () => {
    expect(field[display]()["text/latex"]).toMatch(/^\$\$V = .*\$\$$/);
  });
});

describe("Tully's models", () => {
  const entries = (field: Field, x: number) => [...field.value(Float64Array.of(x), roomFor(field, 1)).re];

  test("1 has V₁₁ = ±A(1 − e^{−B|x|}), whose slope at the corner is A B", () => {
    const field = potentials.tully(1);
    const right = 0.01 * (1 - Math.exp(-1.6 * 0.7));
    const coupling = 0.005 * Math.exp(-0.49);
    const at = entries(field, 0.7);
    for (const [i, value] of [right, coupling, coupling, -right].entries()) expect(at[i]).toBeCloseTo(value, 16);
    expect(entries(field, -0.7)[0]).toBeCloseTo(-right, 16);
    expect(field.gradient(Float64Array.of(0), roomFor(field, 1)).re[0]).toBeCloseTo(0.016, 16);
  });

  test("2 has its well in V₂₂, 3 has a coupling that goes from 0 to 2B", () => {
    expect(entries(potentials.tully(2), 0)).toEqual([0, 0.015, 0.015, 0.05 - 0.1]);
    expect(entries(potentials.tully(3), -40)[1]).toBeCloseTo(0, 15);
    expect(entries(potentials.tully(3), 40)[1]).toBeCloseTo(0.2, 15);
    expect(entries(potentials.tully(3), 0)).toEqual([6e-4, 0.1, 0.1, -6e-4]);
  });

  test("take other parameters, and refuse unknown ones", () => {
    expect(entries(potentials.tully(1, { C: 0.02 }), 0)[1]).toBe(0.02);
    expect(() => potentials.tully(1, { G: 3 })).toThrow('There is no parameter "G". Expected A or B or C or D');
    expect(() => potentials.tully(4 as 1)).toThrow('There is no model of Tully "4". Expected 1 or 2 or 3');
  });
});

describe("a user's matrix", () => {
  const { matrix } = potentials;
  test.each<[string, () => Field, string]>([
    [
      "unequal mirror entries",
      () =>
        matrix(
          [
            ["x", "c"],
            ["d*x", "-x"],
          ],
          { c: 1, d: 2 },
        ),
      "The entries V[0][1] and V[1][0]",
    ],
    [
      "an imaginary diagonal",
      () =>
        matrix([
          ["x", "0"],
          ["0", { re: "x", im: "0.5" }],
        ]),
      "The entry V[1][1]",
    ],
    [
      "a complex entry without its conjugate",
      () =>
        matrix([
          ["x", { re: "1", im: "x" }],
          [{ re: "1", im: "x" }, "0"],
        ]),
      "Expected complex conjugates",
    ],
    ["rows of unequal length", () => matrix([["x", "1"], ["1"]]), "Row 1 of the matrix has 1 entries"],
    ["a single state", () => matrix([["x"]]), "The matrix has 1 rows"],
    [
      "no variable",
      () =>
        matrix([
          ["1", "2"],
          ["2", "1"],
        ]),
      "No entry of the matrix has a variable",
    ],
    [
      "a parameter that does nothing",
      () =>
        matrix(
          [
            ["x", "1"],
            ["1", "x"],
          ],
          { k: 2 },
        ),
      'The parameter "k" does not occur',
    ],
    [
      "a name that is neither",
      () =>
        matrix(
          [
            ["x", "c"],
            ["c", "x"],
          ],
          {},
          { variables: ["x"] },
        ),
      'The matrix holds the name "c"',
    ],
    [
      "an interval the wrong way round",
      () =>
        matrix(
          [
            ["x", "1"],
            ["1", "x"],
          ],
          {},
          { interval: [2, -2] },
        ),
      "from 2 to -2",
    ],
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});
