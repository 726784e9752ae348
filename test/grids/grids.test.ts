import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { grids } from "../../src/index.js";
import { densityOn } from "../../src/operators/density.js";

const edges = fc
  .tuple(
    fc.double({ min: -4, max: 3, noNaN: true }),
    fc.array(fc.double({ min: 0.01, max: 2, noNaN: true }), { minLength: 3, maxLength: 9 }),
  )
  .map(([from, widths]) => [from, ...widths.map((_, i) => widths.slice(0, i + 1).reduce((sum, w) => sum + w, from))]);

describe("cells", () => {
  test("fill the box: volumes add up to its own, and number i + nₓ (j + n_y k) lies at the centres", () => {
    fc.assert(
      fc.property(edges, edges, edges, (x, y, z) => {
        const grid = grids.box([{ edges: x }, { edges: y }, { edges: z }]);
        const whole = [x, y, z].reduce((product, list) => product * (list[list.length - 1] - list[0]), 1);
        expect(grid.volumes.reduce((sum, v) => sum + v, 0) / whole).toBeCloseTo(1, 12);
        const [i, j, k] = [1, 2, x.length > 4 ? 1 : 0];
        const cell = i + (x.length - 1) * (j + (y.length - 1) * k);
        expect(cell).toBe(i * grid.strides[0] + j * grid.strides[1] + k * grid.strides[2]);
        expect([...grid.points.subarray(3 * cell, 3 * cell + 3)]).toEqual([
          (x[i] + x[i + 1]) / 2,
          (y[j] + y[j + 1]) / 2,
          (z[k] + z[k + 1]) / 2,
        ]);
      }),
    );
  });

  test("are as dense as asked: widths times the density agree to second order", () => {
    const finer = (x: number) => 1 + 5 * Math.exp(-3 * (x - 0.4) ** 2);
    const [axis] = grids.box([{ from: -2, to: 3, cells: 400, finer }]).axes;
    expect([axis.from, axis.to, axis.cells]).toEqual([-2, 3, 400]);
    const shares = axis.widths.map((w, i) => w * finer(axis.centres[i]));
    const mean = shares.reduce((sum, share) => sum + share, 0) / 400;
    for (const share of shares) expect(Math.abs(share / mean - 1)).toBeLessThan(2e-3);
  });

  test("know their ends, for all axes or by name", () => {
    const [x, y] = grids.rectangle([0, 2, 5], [0, 3, 7], { ends: { y: ["absorbing", "reflecting"] } }).axes;
    expect([x.ends, y.ends]).toEqual([
      ["natural", "natural"],
      ["absorbing", "reflecting"],
    ]);
    expect(grids.interval(0, 2, 5, { ends: "periodic" }).axes[0].ends).toEqual(["periodic", "periodic"]);
    expect(grids.rectangle([0, 2, 5], [-1, 3, 8], { symbols: ["x", "p"] })[display]()["text/plain"]).toBe(
      "5 cells of 0.4000 from 0 to 2 × 8 cells of 0.5000 from -1 to 3 in p",
    );
  });
});

describe("densities on a plane", () => {
  const grid = grids.rectangle([-6, 6, 96], [-7, 7, 110]);
  const values = Float64Array.from({ length: grid.size }, (_, i) => {
    const [x, y] = [grid.points[2 * i] - 0.3, grid.points[2 * i + 1] + 0.4];
    return Math.exp(-x * x - x * y - 0.8 * y * y);
  });
  const mass = values.reduce((sum, value, i) => sum + value * grid.volumes[i], 0);
  const rho = densityOn(
    grid,
    values.map((value) => value / mass),
  );

  test("have averages of functions of both coordinates: Gaussian moments from the inverse matrix", () => {
    // Half of the exponent's matrix is [[1, ½], [½, 0.8]]: covariances are those of its inverse over 2.
    const det = 0.8 - 0.25;
    expect(rho.average((x) => x)).toBeCloseTo(0.3, 4);
    expect(rho.average((_, y) => y)).toBeCloseTo(-0.4, 4);
    expect(rho.average((x, y) => (x - 0.3) * (y + 0.4))).toBeCloseTo(-0.5 / (2 * det), 3);
    expect(rho.average((_, y) => (y + 0.4) ** 2)).toBeCloseTo(1 / (2 * det), 3);
  });

  test("have marginals with the same mass and the same averages", () => {
    for (const [a, symbol] of ["x", "y"].entries()) {
      const marginal = rho.marginal(symbol);
      expect(marginal.grid.dim).toBe(1);
      expect(marginal.mass).toBeCloseTo(1, 12);
      expect(marginal.average((q) => q ** 3)).toBeCloseTo(
        rho.average((...point) => point[a] ** 3),
        12,
      );
    }
    expect(() => rho.marginal("z")).toThrow(/no axis "z"/);
    expect(rho[display]()["text/plain"]).toMatch(/⟨x⟩ = 0\.30.*⟨y⟩ = -0\.40/);
  });
});

describe("wrong grids say what to do", () => {
  test.each([
    [() => grids.rectangle([0, 1, 5], [2, 1, 5]), /runs from 2 to 1/],
    [() => grids.rectangle([0, 1, 5], [0, 1, 2]), /number of cells is 2/],
    [() => grids.interval(0, 1, 5, { ends: ["periodic", "natural"] }), /either both periodic or neither/],
    [() => grids.interval(0, 1, 5, { ends: "open" as "natural" }), /no end "open"/],
    [() => grids.rectangle([0, 1, 5], [0, 1, 5], { ends: { p: "periodic" } }), /no axis "p"/],
    [() => grids.box([]), /one to three axes/],
    [() => grids.box([[0, 1, 5]], { symbols: ["x", "y"] }), /a name for each/],
    [() => grids.box([{ edges: [0, 1, 1, 2] }]), /Edge number 2 is 1/],
    [() => grids.box([{ from: 0, to: 1, cells: 9, finer: (x) => x - 0.5 }]), /density of cells at 0 is -0.5/],
  ])("%#", (call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
  });
});
