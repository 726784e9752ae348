import { describe, expect, it } from "vitest";
import { order } from "../../src/estimate/order.js";
import { integrate } from "../../src/linalg/quadrature/integrate.js";
import { rubin } from "../../src/systems/rubin.js";

describe("Rubin's model", () => {
  it.each([
    [1, 0.909351692624],
    [5, 0.36908384937],
    [20, 0.01323600403],
  ])("has the momentum correlation of the references at t = %d", (t, value) => {
    expect(rubin({ mass: 10, light: 1, spring: 1 }).momentumCorrelation(t)).toBeCloseTo(value, 11);
  });

  it("starts from 1, flat, with the curvature of its force", () => {
    const { momentumCorrelation } = rubin({ mass: 7, light: 1.3, spring: 0.8 });
    expect(momentumCorrelation(0)).toBeCloseTo(1, 12);
    const h = 1e-3;
    expect((momentumCorrelation(h) - 1) / h ** 2).toBeCloseTo(-0.8 / 7, 6);
  });

  it("moves by what its momentum's correlation says: ⟨(R(t) − R(0))²⟩M/kT = 2∫₀ᵗ(t − s)C(s)ds", () => {
    const { momentumCorrelation, displacement } = rubin({ mass: 7, light: 1.3, spring: 0.8 });
    for (const t of [0, 0.5, 6, 40])
      expect(displacement(t)).toBeCloseTo(2 * integrate((s) => (t - s) * momentumCorrelation(s), 0, t, 1e-11).value, 8);
  });

  it("diffuses with D = kT/ζ", () => {
    const { displacement, drag } = rubin({ mass: 7, light: 1.3, spring: 0.8 });
    expect((displacement(9000) - displacement(8000)) / 1000).toBeCloseTo((2 * 7) / drag, 4);
  });

  const worst = (mass: number): number => {
    const { momentumCorrelation, langevin } = rubin({ mass, light: 1, spring: 1 });
    const times = Array.from({ length: 100 }, (_, k) => 0.05 * (k + 1));
    return Math.max(...times.map((t) => Math.abs(momentumCorrelation(t) - langevin(t))));
  };

  it("differs from Langevin's equation by the references' amount at mass ratio 10", () => {
    expect(worst(10)).toBeCloseTo(0.09062097, 4);
  });

  it("goes to it with the first power of the mass ratio: equation (56) in the limit ε → 0", () => {
    const slope = order([80, 160, 320, 640].map((mass) => ({ step: 1 / mass, error: worst(mass) })));
    expect(Math.abs(slope.mean - 1)).toBeLessThan(0.03);
  });

  it("refuses a light particle", () => {
    expect(() => rubin({ mass: 1.5, light: 1, spring: 1 })).toThrow("at least twice their mass");
  });
});
