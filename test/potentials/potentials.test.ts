import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { potentials } from "../../src/index.js";
import { onALine } from "../../src/potentials/on-a-line.js";
import { slope } from "../oracles/slope.js";

const { expression, harmonic, basin, stationaryPoints, profile, pull } = potentials;

const coefficient = fc.double({ min: 0.3, max: 2.7, noNaN: true });
const place = fc.double({ min: -1.6, max: 1.6, noNaN: true });

/** The potentials of the property tests, each with parameters a, b, c. */
const texts = [
  "a*(x^2 - b)^2 + c*x",
  "a*x^4/4 - b*x^2/2 + c*sin(3*x)",
  "-a*exp(-b*(x - c)^2) + x^2",
  "a*(x^2 + y^2 - b)^2 + c*x*y",
  "a*x^2 + b*y^2 + c*z^2 + x*y*z - cos(x - y)",
];

describe.each(texts)("%s", (text) => {
  const check = (of: (V: ReturnType<typeof expression>, q: Float64Array) => void) =>
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, place, place, place, (a, b, c, x, y, z) => {
        const V = expression(text, { a, b, c });
        of(V, Float64Array.of(x, y, z).subarray(0, V.dim));
      }),
      { numRuns: 40 },
    );

  test("force is −∂V/∂q", () => {
    check((V, q) => {
      const force = V.force(q, new Float64Array(V.dim));
      force.forEach((F, k) => {
        expect(Math.abs(F + slope(V.energy, q, k))).toBeLessThan(1e-8 * (1 + Math.abs(F)));
      });
    });
  });

  test("Hessian is −∂F/∂q, and symmetric", () => {
    check((V, q) => {
      const hessian = V.hessian(q, new Float64Array(V.dim ** 2));
      for (let i = 0; i < V.dim; i++)
        for (let j = 0; j < V.dim; j++) {
          const exact = -slope((at) => V.force(at, new Float64Array(V.dim))[i], q, j);
          expect(Math.abs(hessian[i * V.dim + j] - exact)).toBeLessThan(1e-7 * (1 + Math.abs(exact)));
          expect(hessian[i * V.dim + j]).toBeCloseTo(hessian[j * V.dim + i], 10);
        }
    });
  });

  test("many points at once are the points one by one", () => {
    check((V, q) => {
      const other = q.map((x) => 0.3 - x);
      const both = V.force(Float64Array.of(...q, ...other), new Float64Array(2 * V.dim));
      expect([...both]).toEqual([...V.force(q, new Float64Array(V.dim)), ...V.force(other, new Float64Array(V.dim))]);
    });
  });
});

describe("expression", () => {
  test("takes variables in alphabetical order, or as told", () => {
    expect(expression("k*y + x^2", { k: 2 }).variables).toEqual(["x", "y"]);
    const V = expression("k*y + x^2", { k: 2 }, { variables: ["y", "x"] });
    expect(V.energy(Float64Array.of(5, 3))).toBe(19);
    expect([...V.force(Float64Array.of(5, 3), new Float64Array(2))]).toEqual([-2, -6]);
  });

  test("can have a variable that the formula lacks", () => {
    const V = expression("x^2", {}, { variables: ["x", "y"] });
    expect([...V.force(Float64Array.of(3, 4), new Float64Array(2))].map((F) => F + 0)).toEqual([-6, 0]);
  });

  test.each([
    ["tilt*x", {}, { variables: ["x"] }, /"tilt".*neither.*tilt: 1.5/],
    ["h*x^2", { h: Number.NaN }, {}, /h is NaN/],
    ["3", {}, {}, /number of variables/],
    ["h*x^2", { h: 2, g: 3 }, {}, /parameter "g" does not occur in "h\*x\^2".*which are h, x/],
    ["h*x^2", { h: 2 }, { variables: ["x", "h"] }, /"h" is also a variable/],
    ["h*(x", { h: 1 }, {}, /cannot be read/],
    ["x > 0", {}, {}, /no derivative/],
  ] as const)("refuses %s", (text, parameters, options, message) => {
    expect(() => expression(text, parameters, options)).toThrow(PhysicsError);
    expect(() => expression(text, parameters, options)).toThrow(message);
  });

  test("shows V, F and V″ in LaTeX, and its curve", () => {
    const bundle = expression("h*(x^2 - 1)^2 + tilt*x", { h: 4, tilt: 0.2 })[display]();
    expect(bundle["text/latex"]).toContain("V(x) &= h \\left(x^{2} - 1\\right)^{2} + \\mathrm{tilt}\\, x");
    expect(bundle["text/latex"]).toContain(
      "F(x) &= -\\frac{\\partial V}{\\partial x} = -4 h x^{3} + 4 h x - \\mathrm{tilt}",
    );
    expect(bundle["text/latex"]).toContain("V''(x) &= 12 h x^{2} - 4 h");
    expect(bundle["text/plain"]).toBe("V(x) = h*(x^2 - 1)^2 + tilt*x   with h = 4, tilt = 0.2");
    const svg = Buffer.from(/base64,([^"]+)"/.exec(String(bundle["text/markdown"]))![1], "base64").toString();
    expect(svg).toMatch(/^<svg .*<path d="M[\d.,LM-]+"/s);
    expect(svg).toContain("h = 4, tilt = 0.2");
  });

  test("a single well is drawn up to V = 1.6, however its lowest point was rounded", () => {
    const markdown = String(harmonic({ k: 2.6 })[display]()["text/markdown"]);
    const svg = Buffer.from(/base64,([^"]+)"/.exec(markdown)![1], "base64").toString();
    expect(svg).toContain("V from 0 to 1.6");
    expect(svg).toMatch(/>-?1\.11<.*>1\.11</s);
  });

  test("shows every component and a map in two dimensions, and no picture of what does not confine", () => {
    const bundle = expression("k*(x^2 + y^4)", { k: 2 })[display]();
    expect(bundle["text/latex"]).toContain("F_{y}(x, y) &= -\\frac{\\partial V}{\\partial y} = -4 k y^{3}");
    const svg = Buffer.from(/base64,([^"]+)"/.exec(String(bundle["text/markdown"]))![1], "base64").toString();
    expect(svg.match(/<path d="M[\d.,LMZ-]+Z" fill="#0072b2"/g)).toHaveLength(9);
    for (const text of ["-x^2", "x*y", "x^2 + y^2 + z^2"]) {
      const open = expression(text)[display]();
      expect(open["text/plain"]).toContain(` = ${text}`);
      expect(open["text/markdown"]).not.toContain("svg");
    }
  });
});

describe("the landscape on a line", () => {
  test("the basin is where V stays below a depth", () => {
    for (const [k, a, depth] of [
      [2.5, 0.4, 11],
      [1e-4, -30, 3],
      [4e6, 0.02, 40],
    ]) {
      const V = profile(harmonic({ k, a }));
      const { from, to, lowest } = basin(V, depth);
      const reach = Math.sqrt((2 * depth) / k);
      // The floor is the lowest of the places tried, which lies a little above the bottom.
      expect(Math.abs(to - a - reach)).toBeLessThan(0.02 * reach);
      expect(Math.abs(a - from - reach)).toBeLessThan(0.02 * reach);
      expect(Math.abs(lowest - a)).toBeLessThan(0.2 * reach);
    }
  });

  test("a hole a hundredth wide in a wide well is found, and both are in the basin while both are deep enough", () => {
    const hole = { k: 1.3, deep: 9.4, s: 0.01, a: 3.2345 };
    const V = expression("k*x^2/2 - deep*exp(-((x - a)/s)^2)", hole);
    const bottom = (1.3 * hole.a ** 2) / 2 - 9.4;
    const { from, to, lowest } = basin(profile(V), 8);
    expect(Math.abs(lowest - hole.a)).toBeLessThan(1e-3);
    expect(Math.abs(from + Math.sqrt((2 * (8 + bottom)) / 1.3))).toBeLessThan(0.01);
    expect(to - hole.a).toBeGreaterThan(0.01);
    expect(to - hole.a).toBeLessThan(0.03);
    const narrow = basin(profile(V), 2);
    expect(narrow.to - narrow.from).toBeLessThan(0.02);
    const kinds = stationaryPoints(pull(V), -9, 9).map(({ kind }) => kind);
    expect(kinds).toEqual(["minimum", "maximum", "minimum"]);
    expect(V[display]()["text/markdown"]).toContain("data:image/svg+xml");
  });

  test.each(["-x^2", "x", "sin(x)", "x^3 - x", "exp(-x^2)"])("%s does not confine", (text) => {
    expect(() => basin(profile(expression(text)), 40)).toThrow(/Expected a potential that rises on both sides/);
  });

  test("minima and maxima are the zeros of the force", () => {
    const V = expression("h*(x^2 - 1)^2 + tilt*x", { h: 2.3, tilt: 0.4 });
    const points = stationaryPoints(pull(V), -3, 3);
    expect(points.map(({ kind }) => kind)).toEqual(["minimum", "maximum", "minimum"]);
    for (const { x } of points) expect(Math.abs(4 * 2.3 * x * (x * x - 1) + 0.4)).toBeLessThan(1e-13);
  });

  test("off a line there is none", () => {
    expect(() => onALine(expression("x^2 + ti*x"), "a density")).toThrow(
      /2 coordinates \(ti, x\).*one coordinate for a density/,
    );
  });
});
