/** Packets on a grid against closed forms, plane waves, and each other. */

import { describe, expect, it } from "vitest";
import { estimate, grids, operators, potentials } from "../../src/index.js";
import { gaussLegendre } from "../../src/linalg/quadrature/gauss-legendre.js";
import { caught } from "../oracles/caught.js";

const free = potentials.custom({ dim: 1, energy: () => 0, force: () => [0] });
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** ∫ |ψ − φ|² for a wave and a function of x that gives real and imaginary part. */
const apart = (wave: operators.Wave, of: (x: number) => readonly [number, number]): number => {
  const { points, volumes, size } = wave.grid;
  let total = 0;
  for (let cell = 0; cell < size; cell++) {
    const [re, im] = of(points[cell]);
    total += ((wave.re[cell] - re) ** 2 + (wave.im[cell] - im) ** 2) * volumes[cell];
  }
  return Math.sqrt(total);
};

/** exp(a + ib) of complex numbers, and products. */
type Complex = readonly [number, number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const over = (z: Complex, [c, d]: Complex): Complex => times(z, [c / (c * c + d * d), -d / (c * c + d * d)]);
const exp = ([a, b]: Complex): Complex => [Math.exp(a) * Math.cos(b), Math.exp(a) * Math.sin(b)];
const root = ([a, b]: Complex): Complex => {
  const [r, angle] = [Math.sqrt(Math.hypot(a, b)), 0.5 * Math.atan2(b, a)];
  return [r * Math.cos(angle), r * Math.sin(angle)];
};

describe("closed forms", () => {
  const [mass, hbar] = [1.7, 0.6];

  it("the free packet, to 1e-10 in a single step", async () => {
    const H = operators.schroedinger({ field: free, mass: [mass], hbar }, grids.interval(-20, 20, 256));
    const [x0, p, sigma, t] = [-2, 1.4, 0.8, 5];
    const { final } = await H.propagate(H.packet({ centre: [x0], momentum: [p], width: [sigma] }), {
      time: t,
      steps: 20,
    });
    // (2πσ²)^(−1/4) (1 + iħt/2mσ²)^(−1/2) exp(−(x − x₀ − pt/m)²/(4σ²(1 + iħt/2mσ²)) + ip(x − x₀)/ħ − ip²t/2mħ).
    const spread: Complex = [1, (hbar * t) / (2 * mass * sigma ** 2)];
    const exact = (x: number): Complex => {
      const away = x - x0 - (p * t) / mass;
      const gauss = over([-(away ** 2) / (4 * sigma ** 2), 0], spread);
      const phase = (p * (x - x0)) / hbar - (p * p * t) / (2 * mass * hbar);
      return over(exp([gauss[0] - 0.25 * Math.log(2 * Math.PI * sigma ** 2), gauss[1] + phase]), root(spread));
    };
    expect(apart(final, exact)).toBeLessThan(1e-9);
  });

  it("the coherent state of the oscillator, to second order in dt, with norm and energy kept", async () => {
    const omega = 1.3;
    const field = potentials.harmonic({ k: mass * omega ** 2 });
    const H = operators.schroedinger({ field, mass: [mass], hbar }, grids.interval(-7, 7, 128));
    const [x0, sigma, t] = [1.5, Math.sqrt(hbar / (2 * mass * omega)), 4];
    const start = H.packet({ centre: [x0], momentum: [0], width: [sigma] });
    const [x, p] = [x0 * Math.cos(omega * t), -mass * omega * x0 * Math.sin(omega * t)];
    const phase = -0.5 * omega * t - (p * x) / (2 * hbar);
    const exact = (place: number): Complex =>
      exp([
        -((place - x) ** 2) / (4 * sigma ** 2) - 0.25 * Math.log(2 * Math.PI * sigma ** 2),
        (p * place) / hbar + phase,
      ]);
    const errors = [];
    for (const steps of [40, 80, 160, 320]) {
      const { final } = await H.propagate(start, { time: t, steps });
      errors.push({ step: t / steps, error: apart(final, exact) });
      expect(final.norm).toBeCloseTo(1, 12);
      expect(Math.abs(H.energy(final).mean / H.energy(start).mean - 1)).toBeLessThan(0.3 * (t / steps) ** 2);
    }
    const slope = estimate.order(errors);
    expect(Math.abs(slope.mean - 2)).toBeLessThan(0.03);
    expect(H.energy(start).mean).toBeCloseTo(0.5 * hbar * omega + 0.5 * mass * (omega * x0) ** 2, 9);
  });

  it("the barrier of Eckart: a packet passes as the average of plane waves does", async () => {
    const [height, a, p, sigma] = [1.3, 0.7, 2.2, 2];
    const field = potentials.expression("V/cosh(x/a)^2", { V: height, a });
    const H = operators.schroedinger(
      { field, mass: [mass], hbar },
      grids.interval(-40, 40, 512, { ends: "absorbing" }),
    );
    const run = await H.propagate(H.packet({ centre: [-15], momentum: [p], width: [sigma] }), {
      time: 45,
      steps: 3000,
    });
    const under = (8 * mass * height * a ** 2) / hbar ** 2 - 1;
    const c = Math.cosh(0.5 * Math.PI * Math.sqrt(under)) ** 2;
    const T = (k: number) => Math.sinh(Math.PI * k * a) ** 2 / (Math.sinh(Math.PI * k * a) ** 2 + c);
    const deviation = hbar / (2 * sigma);
    const { nodes, weights } = gaussLegendre(60);
    const average = nodes.reduce((total, u, i) => {
      const z = 7 * u;
      return total + (7 * weights[i] * Math.exp((-z * z) / 2) * T((p + deviation * z) / hbar)) / Math.sqrt(2 * Math.PI);
    }, 0);
    expect(Math.abs(run.channels().transmitted[0] - average)).toBeLessThan(1e-5);
    expect(average).toBeGreaterThan(0.2);
    expect(average).toBeLessThan(0.9);
  });
});

describe("Tully's single crossing", () => {
  const system = { field: potentials.tully(1), mass: [2000] };
  const near = operators.schroedinger(system, grids.interval(-30, 30, 512));
  const start = near.packet({ centre: [-5], momentum: [15], width: [0.7] });

  it("is of second order in dt, and reversible", async () => {
    const time = 1500;
    const end = async (steps: number) => (await near.propagate(start, { time, steps, frames: 1 })).final;
    const exact = await end(4000);
    const errors = [];
    for (const steps of [150, 300, 600]) {
      const { re, im } = await end(steps);
      const error = Math.sqrt(
        re.reduce((total, x, i) => total + (x - exact.re[i]) ** 2 + (im[i] - exact.im[i]) ** 2, 0),
      );
      errors.push({ step: time / steps, error });
    }
    const slope = estimate.order(errors);
    expect(Math.abs(slope.mean - 2)).toBeLessThan(0.06);
    const away = await end(200);
    const turned = { ...away, im: away.im.map((y) => -y) };
    const { final } = await near.propagate(turned, { time, steps: 200, frames: 1 });
    expect(Math.max(...final.re.map((x, i) => Math.abs(x - start.re[i])))).toBeLessThan(1e-10);
    expect(Math.max(...final.im.map((y, i) => Math.abs(y + start.im[i])))).toBeLessThan(1e-10);
  });

  it("keeps its norm to round-off over 10⁴ steps", async () => {
    const small = operators.schroedinger(
      {
        field: potentials.matrix(
          [
            ["k*x^2/2", "c*x"],
            ["c*x", "d + k*x^2/2"],
          ],
          { k: 0.9, c: 0.2, d: 0.4 },
        ),
        mass: [1.3],
      },
      grids.interval(-8, 8, 64),
    );
    const begin = small.packet({ centre: [0.8], momentum: [0.3], width: [0.6] });
    const { final, frames } = await small.propagate(begin, { time: 200, steps: 10_000 });
    expect(Math.abs(final.norm - 1)).toBeLessThan(1e-11);
    // Populations move, and their sum does not.
    const lower = frames.map(({ diabatic }) => diabatic[0]);
    expect(Math.max(...lower) - Math.min(...lower)).toBeGreaterThan(0.05);
    expect(Math.max(...frames.map(({ adiabatic }) => Math.abs(sum(adiabatic) - 1)))).toBeLessThan(1e-11);
    expect(Math.abs(small.energy(final).mean - small.energy(begin).mean)).toBeLessThan(1e-3);
  });

  it("converges in the cells faster than any power, once they hold the waves", async () => {
    // Tully's second model, which has derivatives of all orders.
    const through = async (cells: number) => {
      const H = operators.schroedinger({ field: potentials.tully(2), mass: [2000] }, grids.interval(-22, 22, cells));
      const run = await H.propagate(H.packet({ centre: [-7], momentum: [15], width: [0.7] }), {
        time: 1300,
        steps: 400,
      });
      return run.final.populations()[1];
    };
    const exact = await through(1024);
    const [coarse, middle] = [Math.abs((await through(384)) - exact), Math.abs((await through(512)) - exact)];
    expect(coarse).toBeLessThan(1e-4);
    expect(middle).toBeLessThan(1e-9);
  });

  it("loses nothing at absorbing ends: what they take up is what a wide grid keeps", async () => {
    const options = { centre: [-8], momentum: [15], width: [0.7] } as const;
    const tight = operators.schroedinger(system, grids.interval(-16, 16, 512, { ends: "absorbing" }));
    const wide = operators.schroedinger(system, grids.interval(-60, 60, 2048));
    const [short, long] = [
      await tight.propagate(tight.packet(options), { time: 6000, steps: 1500 }),
      await wide.propagate(wide.packet(options), { time: 4000, steps: 1000 }),
    ];
    const taken = short.exits.reduce((total, { adiabatic }) => total + sum(adiabatic), 0);
    expect(taken + short.final.norm).toBeCloseTo(1, 11);
    expect(short.final.norm).toBeLessThan(1e-3);
    for (const basis of ["adiabatic", "diabatic"] as const) {
      const [a, b] = [short.channels({ basis, divide: 0 }), long.channels({ basis, divide: 0 })];
      for (const part of ["reflected", "transmitted"] as const)
        for (const j of [0, 1]) expect(Math.abs(a[part][j] - b[part][j])).toBeLessThan(2e-5);
    }
    // On the right the lower state is the second of the basis.
    expect(short.channels({ basis: "diabatic" }).transmitted[1]).toBeCloseTo(short.channels().transmitted[0], 6);
  });

  it("sends a packet through like the average of plane waves over its momenta, to 1e-4", async () => {
    const [p, sigma] = [10, 3];
    const H = operators.schroedinger(system, grids.interval(-60, 60, 1024, { ends: "absorbing" }));
    const run = await H.propagate(H.packet({ centre: [-22], momentum: [p], width: [sigma] }), {
      time: 22_000,
      steps: 3000,
    });
    const { nodes, weights } = gaussLegendre(24);
    const wanted = [0, 0];
    for (const [i, u] of nodes.entries()) {
      const z = 5.5 * u;
      const found = operators.scattering(system, { momentum: p + z / (2 * sigma) });
      for (const j of [0, 1])
        wanted[j] += (5.5 * weights[i] * Math.exp((-z * z) / 2) * found.transmitted[j]) / Math.sqrt(2 * Math.PI);
    }
    const { transmitted, reflected } = run.channels();
    for (const j of [0, 1]) expect(Math.abs(transmitted[j] - wanted[j])).toBeLessThan(1e-4);
    expect(sum(reflected)).toBeLessThan(1e-3);
  });
});

describe("two nuclear coordinates", () => {
  it("move on their own where V is a sum, and channels are those of the first", async () => {
    const field = potentials.matrix(
      [
        ["a*tanh(x) + k*y^2/2", "c*exp(-x^2)"],
        ["c*exp(-x^2)", "-a*tanh(x) + k*y^2/2"],
      ],
      { a: 0.1, c: 0.06, k: 0.8 },
      { variables: ["x", "y"] },
    );
    const line = potentials.matrix(
      [
        ["a*tanh(x)", "c*exp(-x^2)"],
        ["c*exp(-x^2)", "-a*tanh(x)"],
      ],
      { a: 0.1, c: 0.06 },
    );
    const [mass, time, steps] = [9, 36, 240];
    const sigma = Math.sqrt(0.5 / Math.sqrt(0.8 * 2.3));
    const plane = operators.schroedinger(
      { field, mass: [mass, 2.3] },
      grids.rectangle([-16, 16, 128], [-6, 6, 32], { ends: { x: "absorbing" } }),
    );
    const alone = operators.schroedinger(
      { field: line, mass: [mass] },
      grids.interval(-16, 16, 128, { ends: "absorbing" }),
    );
    const packet = { centre: [-5], momentum: [4], width: [0.8] };
    const both = await plane.propagate(plane.packet({ centre: [-5, 0], momentum: [4, 0], width: [0.8, sigma] }), {
      time,
      steps,
      frames: 4,
    });
    const one = await alone.propagate(alone.packet(packet), { time, steps, frames: 4 });
    const [a, b] = [both.channels(), one.channels()];
    for (const part of ["reflected", "transmitted"] as const)
      for (const j of [0, 1]) expect(Math.abs(a[part][j] - b[part][j])).toBeLessThan(1e-5);
    expect(Math.min(...b.transmitted)).toBeGreaterThan(0.05);
    // The oscillator along y stays in its ground state.
    expect(both.frames[4].density.average((_, y) => y * y) / both.frames[4].density.mass).toBeCloseTo(sigma ** 2, 3);
  });

  it("leave through the ends of both axes, corners and all, with nothing sent back", async () => {
    const still = potentials.custom({ dim: 2, energy: () => 0, force: () => [0, 0] });
    const H = operators.schroedinger(
      { field: still, mass: [1.3, 2.1] },
      grids.rectangle([-14, 14, 128], [-14, 14, 128], { ends: "absorbing" }),
    );
    const start = H.packet({ centre: [-1, 0], momentum: [6, 6.5], width: [0.9, 0.8] });
    const { exits, final } = await H.propagate(start, { time: 10, steps: 500, layer: 0.2, frames: 5 });
    const taken = Object.fromEntries(exits.map(({ axis, end, adiabatic }) => [`${axis} ${end}`, adiabatic[0]]));
    expect(Object.values(taken).reduce((total, part) => total + part, 0) + final.norm).toBeCloseTo(1, 11);
    expect(final.norm).toBeLessThan(1e-5);
    expect(Math.min(taken["x upper"], taken["y upper"])).toBeGreaterThan(0.05);
    expect(Math.max(taken["x lower"], taken["y lower"])).toBeLessThan(1e-6);
  });
});

it("tells how far it has come, and can be stopped", async () => {
  const H = operators.schroedinger({ field: free, mass: [1.4] }, grids.interval(-20, 20, 256));
  const start = H.packet({ centre: [0], momentum: [0.5], width: [1.1] });
  const told: number[] = [];
  await H.propagate(start, { time: 1, steps: 2000, progress: (share) => told.push(share) });
  expect(told[told.length - 1]).toBe(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  const controller = new AbortController();
  const stopped = H.propagate(start, {
    time: 1,
    steps: 1e7,
    signal: controller.signal,
    progress: () => controller.abort(new Error("enough")),
  });
  await expect(stopped).rejects.toThrow("enough");
});

describe("refuses, before any long work,", () => {
  const system = { field: potentials.tully(1), mass: [2000] };
  const H = operators.schroedinger(system, grids.interval(-20, 20, 512, { ends: "absorbing" }));
  const start = H.packet({ centre: [-6], momentum: [10], width: [0.7] });
  const rejected = async (run: Promise<unknown>) => {
    const error = await run.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return caught(() => {
      throw error;
    });
  };

  it("packets that do not fit", () => {
    expect(caught(() => H.packet({ centre: [-18], momentum: [10], width: [0.7] })).message).toContain(
      "beyond the grid",
    );
    expect(caught(() => H.packet({ centre: [-6], momentum: [60], width: [0.7] })).message).toContain("cells or more");
    expect(caught(() => H.packet({ centre: [-6, 0], momentum: [10], width: [0.7] })).fault).toBe("dimension");
    expect(caught(() => H.packet({ centre: [-6], momentum: [10], width: [0.7], state: 2 })).fault).toBe("parameter");
  });

  it("steps that are too long, and layers that are too thin", async () => {
    expect((await rejected(H.propagate(start, { time: 4000, steps: 10 }))).message).toMatch(/Take \d+ steps or more/);
    const thin = await rejected(H.propagate(start, { time: 4000, steps: 2000, layer: 0.02 }));
    expect([thin.fault, thin.message]).toEqual(["grid", expect.stringContaining("absorbing layers")]);
    expect((await rejected(H.propagate(start, { time: 4000, steps: 2000, layer: 0.7 }))).fault).toBe("parameter");
  });

  it("grids on which a wave is no sum of plane waves, and natural ends at which it arrives", async () => {
    expect(
      caught(() => operators.schroedinger(system, grids.interval(-20, 20, 512, { ends: "reflecting" }))).fault,
    ).toBe("grid");
    expect(caught(() => operators.schroedinger({ ...system, mass: [1, 2] }, grids.interval(-20, 20, 512))).fault).toBe(
      "dimension",
    );
    const open = operators.schroedinger(system, grids.interval(-20, 20, 512));
    const late = await rejected(
      open.propagate(open.packet({ centre: [-6], momentum: [10], width: [0.7] }), { time: 9000, steps: 1500 }),
    );
    expect([late.fault, late.message]).toEqual(["grid", expect.stringContaining("come to an end of x")]);
  });
});
