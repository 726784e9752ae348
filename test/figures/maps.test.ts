import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { figures, grids } from "../../src/index.js";
import { densityOn } from "../../src/operators/density.js";

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
    expect(data[0].contours.size).toBe(0.1);
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
