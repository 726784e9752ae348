import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { figures, grids, potentials } from "../../src/index.js";
import { densityOn } from "../../src/operators/density.js";
import { fieldOn, vectorFieldOn } from "../../src/operators/field.js";

interface MapTrace {
  readonly type: string;
  readonly x: number[];
  readonly y: number[];
  readonly z: number[][];
  readonly contours: { readonly start: number; readonly size: number };
  readonly colorbar: { readonly title: { readonly text: string } };
}

const sent = (figure: figures.Figure) =>
  figure[display]()["application/vnd.plotly.v1+json"] as {
    readonly data: MapTrace[];
    readonly layout: Record<
      "xaxis" | "yaxis",
      { readonly title: { readonly text: string }; readonly range: number[] }
    > &
      Record<"width" | "height", number>;
  };

/** A normal density of unequal widths on unequal cells. */
const density = (cells: readonly [number, number]) => {
  const grid = grids.rectangle({ from: -2.5, to: 3.5, cells: cells[0], finer: (x) => 1.2 + 3 * Math.exp(-x * x) }, [
    -2,
    2.2,
    cells[1],
  ]);
  const rho = (x: number, y: number) => Math.exp(-0.7 * (x - 0.3) ** 2 - 1.9 * y * y);
  return densityOn(
    grid,
    grid.volumes.map((_, cell) => rho(grid.points[2 * cell], grid.points[2 * cell + 1])),
  );
};

describe("a density on a plane", () => {
  test("is a map whose values stand at their places", () => {
    const rho = density([41, 31]);
    const { data, layout } = sent(figures.density(rho));
    const [{ type, x, y, z }] = data;
    expect([type, x.length, y.length, z.length, z[0].length]).toEqual(["contour", 41, 31, 31, 41]);
    const { axes } = rho.grid;
    expect(x[7]).toBeCloseTo(axes[0].centres[7], 14);
    expect(y[11]).toBeCloseTo(axes[1].centres[11], 14);
    expect(z[11][7]).toBeCloseTo(rho.values[7 + 41 * 11], 14);
    expect(layout.xaxis.range).toEqual([-2.5, 3.5]);
    expect(layout.xaxis.title.text).toBe("x  [reduced units]");
  });

  test("says what its shades mean, and in which unit", () => {
    const { data, layout } = sent(figures.density({ rho: density([41, 31]) }, { units: { length: "nm" } }));
    expect(data[0].colorbar.title.text).toBe("ρ(x, y)  [1/nm²]");
    expect(layout.yaxis.title.text).toBe("y  [nm]");
    expect(data[0].contours.size).toBe(0.05);
  });

  test("becomes coarser by means over cells when it has too many, and keeps its mass", () => {
    const rho = density([401, 31]);
    const [{ x, y, z }] = sent(figures.density(rho)).data;
    expect([x.length, y.length]).toEqual([134, 31]);
    const { edges } = rho.grid.axes[0];
    const width = (i: number) => edges[Math.min(3 * i + 3, 401)] - edges[3 * i];
    const mass = z.reduce(
      (sum, row, j) => sum + row.reduce((s, v, i) => s + v * width(i), 0) * rho.grid.axes[1].widths[j],
      0,
    );
    expect(mass).toBeCloseTo(rho.mass, 12);
  });

  test("has the same scale along both axes, and is drawn alone", () => {
    const { layout } = sent(figures.density(density([41, 31])));
    const plot = [layout.width - 180, layout.height - 120];
    expect(plot[1] / plot[0]).toBeCloseTo(4.2 / 6, 2);
    expect(() => figures.density(density([41, 31]), density([21, 31]))).toThrow(/One of 2 densities has 2 axes/);
  });
});

describe("a potential on a plane", () => {
  const surface = figures.potential(potentials.muellerBrown(), {
    paths: { straight: { columns: { x: Float64Array.of(-0.5, 0.6), y: Float64Array.of(1.4, 0) } } },
  });
  const traces = sent(surface).data as unknown as { name: string; x: number[]; y: number[] }[];

  test("marks its minima and saddles and shows the lines it is given", () => {
    expect(traces.map(({ name }) => name)).toEqual(["V(x, y)", "straight", "minima", "saddles"]);
    const minima = traces[2].x.map((x, i) => [x, traces[2].y[i]]);
    expect(minima.length).toBe(3);
    expect(minima[0][0]).toBeCloseTo(-0.5582236346, 8);
    expect(minima[0][1]).toBeCloseTo(1.4417258418, 8);
    expect(traces[3].x.length).toBe(2);
  });

  test("takes the ranges of its coordinates where V does not confine", () => {
    const open = potentials.expression("k*x*y + h*x^2", { k: 1.7, h: 0.6 });
    const { layout } = sent(figures.potential(open, { between: { x: [-1.5, 2], y: [-1, 3] } }));
    expect([layout.xaxis.range, layout.yaxis.range]).toEqual([
      [-1.5, 2],
      [-1, 3],
    ]);
    const morse = potentials.expression("D*(1 - exp(-a*x))^2", { D: 3.1, a: 1.2 });
    expect(() => figures.potential(morse)).toThrow(/unbounded|does not rise|falls/i);
    const [{ x }] = sent(figures.potential(morse, { between: { x: [-0.6, 4] } })).data;
    expect(x[0]).toBe(-0.6);
    expect(x[x.length - 1]).toBeCloseTo(4, 12);
  });
});

describe("a committor and a current", () => {
  const { grid } = density([60, 48]);
  const at = (f: (x: number, y: number) => number) =>
    grid.volumes.map((_, cell) => f(grid.points[2 * cell], grid.points[2 * cell + 1]));
  const q = fieldOn(
    grid,
    at((x, y) => 0.5 + 0.5 * Math.tanh(1.3 * x + 0.4 * y)),
    "q",
  );

  test("a committor goes from A to B, with the line halfway", () => {
    const { data } = sent(figures.committor(q));
    expect(data.map(({ type }) => type)).toEqual(["contour", "contour"]);
    expect([data[1].contours.start, data[0].colorbar.title.text]).toEqual([0.5, "committor q(x, y)  [probability]"]);
    expect(data[0].z[20][30]).toBeCloseTo(q.values[30 + 60 * 20], 14);
  });

  test("arrows have the direction and the relative length of the mean current of their cells", () => {
    const field = vectorFieldOn(grid, [at(() => 0.7), at((x) => 0.2 + 0.1 * x)], "J");
    const { data } = sent(figures.current(field, density([60, 48])));
    const arrows = data[1] as unknown as { type: string; x: number[]; u: number[]; v: number[] };
    expect([arrows.type, arrows.x.length]).toEqual(["quiver", 20 * 24]);
    for (const i of [0, 7, 130]) expect(arrows.v[i] / arrows.u[i]).toBeCloseTo((0.2 + 0.1 * arrows.x[i]) / 0.7, 1);
    const [across, up] = grid.axes.map(({ from, to }) => (to - from) / 24);
    const lengths = arrows.u.map((u, i) => Math.hypot(u / across, arrows.v[i] / up));
    expect(across).not.toBeCloseTo(up, 1);
    expect(Math.max(...lengths)).toBeCloseTo(1, 12);
  });

  test("arrows span what is seen on a grid that is far larger", () => {
    const wide = grids.box([
      [-20, 30, 250],
      [-9, 9, 180],
    ]);
    const bump = wide.volumes.map((_, i) =>
      Math.exp(-0.7 * (wide.points[2 * i] - 2.3) ** 2 - 1.9 * wide.points[2 * i + 1] ** 2),
    );
    const turning = [
      bump.map((b, i) => -b * wide.points[2 * i + 1]),
      bump.map((b, i) => b * (wide.points[2 * i] - 2.3)),
    ];
    const { data, layout } = sent(figures.current(vectorFieldOn(wide, turning, "J"), densityOn(wide, bump)));
    // Density and current end within √(ln(10³)/0.7) and a bit of the centre, and the margin is 6 %.
    const half = [Math.sqrt(Math.log(1e3) / 0.7), Math.sqrt(Math.log(1e3) / 1.9)];
    [layout.xaxis.range, layout.yaxis.range].forEach(([from, to], a) => {
      const middle = [2.3, 0][a];
      for (const reach of [middle - from, to - middle]) {
        expect(reach).toBeGreaterThan(half[a]);
        expect(reach).toBeLessThan(1.35 * half[a]);
      }
    });
    const [map, arrows] = data;
    const at = (i: number, j: number) => Math.exp(-0.7 * (map.x[i] - 2.3) ** 2 - 1.9 * map.y[j] ** 2);
    const mass = map.z[12][20] / at(20, 12);
    expect(map.z[9][30] / at(30, 9) / mass).toBeCloseTo(1, 9);
    expect(new Set(arrows.x).size).toBeGreaterThan(11);
  });
});

test("one curve alone has a legend only if it has a name", () => {
  const [bare, named] = [
    { x: [1, 2], y: [3, 5] },
    { name: "a", x: [1, 2], y: [3, 5] },
  ];
  const legends = (...data: object[]) =>
    figures.figure(data).data.map((trace) => (trace as { showlegend?: boolean }).showlegend);
  expect(legends(bare)).toEqual([false]);
  expect(legends({ ...bare, showlegend: true })).toEqual([true]);
  expect(legends(named)).toEqual([undefined]);
  expect(legends(bare, bare)).toEqual([undefined, undefined]);
  expect(legends({ type: "pie", labels: ["A", "B"], values: [1, 2] })).toEqual([undefined]);
});

describe("eigenvalues", () => {
  test("are a ladder off a line, and points of the plane where they are complex", () => {
    const [{ x, y }] = sent(figures.spectrum({ rates: Float64Array.of(0, 0.3, 2.1) })).data;
    expect([x, y]).toEqual([
      [0, 1, 2],
      [0, 0.3, 2.1],
    ]);
    const rates = Float64Array.of(0, 1.5, 1.5);
    const complex = sent(figures.spectrum({ rates, frequencies: Float64Array.of(0, 0.7, -0.7) }));
    expect(complex.data[0].y).toEqual([0, 0.7, -0.7]);
    expect(complex.layout.yaxis.title.text).toBe("frequency Im λ  [reduced units]");
  });
});
