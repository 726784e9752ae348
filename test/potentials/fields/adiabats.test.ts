import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../../src/display.js";
import { figures, potentials, systems } from "../../../src/index.js";

const { adiabats, matrix, tully } = potentials;

const twisted = matrix(
  [
    ["x^2", { re: "0.5", im: "x" }, "0.1*x"],
    [{ re: "0.5", im: "-x" }, "1.5 - 0.3*x^2", { re: "0.2*x", im: "0.4" }],
    ["0.1*x", { re: "0.2*x", im: "-0.4" }, "3.1 + x"],
  ],
  {},
  { interval: [-1, 1] },
);

const fields: [string, potentials.MatrixField][] = [
  ["Tully's single crossing", tully(1)],
  ["Tully's extended coupling", tully(3)],
  ["three complex states", twisted],
  ["a rotating frame", systems.rotatingFrame({ states: 4, gap: 0.6, coupling: "exp(-X^2)" })],
];

describe.each(fields)("derivative couplings of %s", (_, field) => {
  const { states: d, real } = field;
  const fine = adiabats(field, { points: 2001 });
  const pairs = Array.from({ length: d * d }, (_, at) => [Math.floor(at / d), at % d]).filter(([j, k]) => j !== k);

  test("are antihermitian", () => {
    for (const [j, k] of pairs) {
      const [one, other] = [fine.coupling(j, k), fine.coupling(k, j)];
      for (let i = 0; i < fine.s.length; i += 50) {
        expect(Math.abs(one.re[i] + other.re[i])).toBeLessThan(1e-12 * (1 + Math.abs(one.re[i])));
        if (!real) expect(Math.abs(one.im[i] - other.im[i])).toBeLessThan(1e-12 * (1 + Math.abs(one.im[i])));
      }
    }
  });

  test("are what differences of the carried eigenvectors find, which do not turn in themselves", () => {
    const h = fine.s[1] - fine.s[0];
    const vector = (i: number, k: number, a: number, part: "re" | "im") => fine.frames[i].vectors[part][k * d + a] ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1998 }), fc.constantFrom(...pairs, [0, 0], [d - 1, d - 1]), (i, [j, k]) => {
        // The second derivative of the first kind of field jumps at 0.
        fc.pre(Math.abs(fine.s[i]) > 3 * h);
        let [re, im] = [0, 0];
        for (let a = 0; a < d; a++) {
          const slope = (part: "re" | "im") =>
            (8 * (vector(i + 1, k, a, part) - vector(i - 1, k, a, part)) -
              (vector(i + 2, k, a, part) - vector(i - 2, k, a, part))) /
            (12 * h);
          const [u, v, x, y] = [vector(i, j, a, "re"), vector(i, j, a, "im"), slope("re"), slope("im")];
          re += u * x + v * y;
          im += u * y - v * x;
        }
        const wanted = j === k ? undefined : fine.coupling(j, k);
        expect(Math.abs(re - (wanted?.re[i] ?? 0))).toBeLessThan(2e-5);
        expect(Math.abs(im - (wanted?.im[i] ?? 0))).toBeLessThan(2e-5);
      }),
    );
  });
});

describe("along paths", () => {
  test("a gap is found between the sampled points", () => {
    const field = potentials.avoidedCrossing({ slopes: [0.7, -0.4], coupling: 0.03 });
    const [{ gap, q, levels }] = adiabats(field, { along: [[-1.3], [2]], points: 24 }).gaps;
    expect(levels).toEqual([0, 1]);
    expect(gap).toBeCloseTo(0.06, 12);
    expect(q[0]).toBeCloseTo(0, 5);
  });

  test("a real eigenvector comes back with the other sign round a conical intersection, and as it was beside it", () => {
    const cone = matrix([
      ["x", "y"],
      ["y", "-x"],
    ]);
    const round = (x: number) => {
      const along = Array.from({ length: 25 }, (_, i) => {
        const angle = (2 * Math.PI * (i % 24)) / 24;
        return [x + Math.cos(angle), Math.sin(angle)];
      });
      const { frames } = adiabats(cone, { along, points: 60 });
      const [first, last] = [frames[0], frames[frames.length - 1]].map(({ vectors }) => vectors.re);
      return first[0] * last[0] + first[1] * last[1];
    };
    expect(round(0)).toBeCloseTo(-1, 12);
    expect(round(1.5)).toBeCloseTo(1, 12);
  });

  test("a narrow crossing between two points is passed on the same level", () => {
    const field = potentials.avoidedCrossing({ slopes: [1, -1], coupling: 1e-5 });
    const { frames } = adiabats(field, { along: [[-1], [1]], points: 2 });
    expect(Math.abs(frames[0].vectors.re[0])).toBeCloseTo(1, 8);
    expect(Math.abs(frames[1].vectors.re[1])).toBeCloseTo(1, 8);
  });

  test("levels that meet are refused with the place", () => {
    const cone = matrix([
      ["x", "y"],
      ["y", "-x"],
    ]);
    expect(() =>
      adiabats(cone, {
        along: [
          [-1, 0],
          [2, 0],
        ],
      }),
    ).toThrow(/The levels 0 and 1 meet at x = -?\d\.?\d*(e-\d+)?, y = 0/);
  });

  test.each<[string, () => unknown, string]>([
    [
      "a point of too many numbers",
      () =>
        adiabats(tully(1), {
          along: [
            [0, 1],
            [1, 1],
          ],
        }),
      "Point 0 of the path is (0, 1)",
    ],
    ["a path without length", () => adiabats(tully(1), { along: [[1], [1]] }), "the length 0"],
    ["one point", () => adiabats(tully(1), { points: 1 }), "points is 1"],
    [
      "the coupling of a level with itself",
      () => adiabats(tully(1)).coupling(1, 1),
      "The coupling of the levels 1 and 1",
    ],
    ["a level that is not there", () => adiabats(tully(1)).coupling(0, 2), "The coupling of the levels 0 and 2"],
  ])("refused: %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

describe("shown", () => {
  const svgIn = (markdown: unknown) =>
    Buffer.from(/base64,([^"]+)/.exec(String(markdown))?.[1] ?? "", "base64").toString("utf8");

  test("fields draw levels and couplings over their interval with units", () => {
    const svg = svgIn(tully(1)[display]()["text/markdown"]);
    for (const word of ["x [bohr]", "λ [hartree], solid", "[1/bohr], dashed"]) expect(svg).toContain(word);
    expect(svg.match(/<path /g)).toHaveLength(4);
  });

  test("a field whose levels meet draws them, and says where", () => {
    const shown = matrix([
      ["x", "0"],
      ["0", "-x"],
    ])[display]();
    expect(shown["text/markdown"]).toContain("The levels 0 and 1 meet at x =");
    expect(svgIn(shown["text/markdown"]).match(/<path /g)).toHaveLength(3);
  });

  test("the figure has an axis for each kind", () => {
    const { data, layout } = figures.adiabats(tully(1), { title: "Single crossing" });
    expect(data.map(({ name }) => name)).toEqual(["λ0", "λ1", "⟨Ψ0|∂Ψ1⟩"]);
    const titles = ["xaxis", "yaxis", "yaxis2"].map(
      (key) => (layout as unknown as Record<string, { title: { text: string } }>)[key].title.text,
    );
    expect(titles).toEqual(["x  [bohr]", "λ  [hartree]", "⟨Ψj|∂Ψk⟩  [1/bohr]"]);
    expect(adiabats(tully(1))[display]()["text/plain"]).toMatch(
      /^2 levels, smallest gap 0\.01 between 0 and 1 at x = -?\d/,
    );
  });
});
