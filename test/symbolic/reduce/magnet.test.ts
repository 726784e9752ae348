/** A heavy charged particle in a plane: motion that cannot be reversed, from its momentum correlation to its path, against the exact one. */

import { describe, expect, it } from "vitest";
import { estimate, potentials, symbolic } from "../../../src/index.js";
import { smallExponential } from "../../../src/linalg/exponential/small-exponential.js";
import { gaussLegendre } from "../../../src/linalg/quadrature/gauss-legendre.js";

const [friction, field, k, kT] = [1.3, 0.9, 0.7, 1.6];
/** du = (−k r − G u) dt + noise: the friction of the atoms and the magnetic force. */
const G = [
  [friction, -field],
  [field, friction],
] as const;
const start = [1.1, -0.6] as const;
const potential = potentials.expression("k*(x^2 + y^2)/2", { k });

const limit = symbolic.reduce({
  slow: ["x", "y"],
  motion: { x: "u/a", y: "v/a", u: "K + w v", v: "N_1 − w u" },
  fast: ["K", "N_1"],
  constants: ["a", "w"],
  odd: ["u", "v"],
  order: { a: -1 },
});

/** ∫₀^∞ ⟨u(t) uᵀ(0)⟩ dt of the momentum at a fixed place, ⟨u uᵀ⟩ = a kT and ⟨u(t)⟩ = e^{−Gt} u(0). */
const correlated = (mass: number): number[][] => {
  const { nodes, weights } = gaussLegendre(60);
  const end = 40 / friction;
  const D = [
    [0, 0],
    [0, 0],
  ];
  for (let part = 0; part < 8; part++)
    for (const [n, node] of nodes.entries()) {
      const t = (end / 8) * (part + (node + 1) / 2);
      const decay = smallExponential(
        Float64Array.from(G.flat(), (rate) => -rate * t),
        2,
      );
      for (const a of [0, 1])
        for (const b of [0, 1]) D[a]![b]! += ((weights[n]! * end) / 16) * mass * kT * decay[2 * a + b]!;
    }
  return D;
};

/** Where the particle is on average after a time: from the equations of place and momentum together. */
const exactly = (mass: number, t: number): readonly number[] => {
  const rate = Float64Array.of(
    0,
    0,
    1 / mass,
    0,
    0,
    0,
    0,
    1 / mass,
    -k,
    0,
    -G[0][0],
    -G[0][1],
    0,
    -k,
    -G[1][0],
    -G[1][1],
  );
  const moved = smallExponential(
    rate.map((value) => value * t),
    4,
  );
  return [0, 1].map((i) => moved[4 * i]! * start[0] + moved[4 * i + 1]! * start[1]);
};

/** The same by the derived equation: its trajectory without noise, as the trap is harmonic. */
const derived = (mass: number, D: readonly (readonly number[])[], t: number): readonly number[] => {
  const filled = limit.fill({ D, potential, kT, epsilon: 1 / mass, constants: { a: 1 } });
  const integrator = filled.trajectories(t / 400);
  const silent = { normal: () => 0 } as never;
  const state = integrator.init(Float64Array.from(start), silent);
  for (let n = 0; n < 400; n++) integrator.step(state, silent);
  return Array.from(state.q);
};

const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
const masses = [40, 80, 160, 320];
const transposed = (D: readonly (readonly number[])[]) => D.map((row, a) => row.map((_, b) => D[b]![a]!));

describe("a magnetic force", () => {
  it("leaves D an antisymmetric part, a kT G⁻¹", () => {
    const D = correlated(50);
    const determinant = friction ** 2 + field ** 2;
    expect(D[0]![0]! / ((50 * kT * friction) / determinant)).toBeCloseTo(1, 9);
    expect(D[0]![1]! / ((50 * kT * field) / determinant)).toBeCloseTo(1, 9);
    expect(D[1]![0]! / D[0]![1]!).toBeCloseTo(-1, 9);
    expect(limit.holes.map(({ text }) => text.split(" = ")[0])).toEqual(["D_(x,x)", "D_(x,y)", "D_(y,x)", "D_(y,y)"]);
  });

  it("turns the derived path as it turns the exact one, up to an error of first order in ε", () => {
    const study = masses.map((mass) => ({
      step: 1 / mass,
      error: apart(exactly(mass, mass), derived(mass, correlated(mass), mass)),
    }));
    const { mean, error } = estimate.order(study);
    expect(Math.abs(mean - 1)).toBeLessThan(0.05);
    expect(error).toBeLessThan(0.05);
    expect(study.at(-1)!.error).toBeLessThan(2e-3);
  });

  it("does not with D transposed, however heavy the particle", () => {
    const errors = masses.map((mass) => apart(exactly(mass, mass), derived(mass, transposed(correlated(mass)), mass)));
    expect(Math.min(...errors)).toBeGreaterThan(0.1);
  });
});
