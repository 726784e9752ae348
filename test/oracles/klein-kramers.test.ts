import { expect, test } from "vitest";
import { slowEigenvalue } from "./klein-kramers.js";

// The values come from a discretisation in x and p of its own; the continued fraction knows nothing of it.
test.each([
  [5, 1.73098168e-2, { size: 44, levels: 40 }],
  [1, 2.22907925e-2, { size: 48, levels: 80 }],
])("the slow eigenvalue of the Klein–Kramers equation at γ = %d", { timeout: 60_000 }, (gamma, value, effort) => {
  expect(Math.abs(slowEigenvalue(4, gamma, effort) / value - 1)).toBeLessThan(1e-7);
});

test("at strong friction it is that of diffusion over γ, times Kramers' factor", () => {
  const [gamma, barrier] = [200, 16];
  const kramers = ((Math.sqrt(gamma ** 2 / 4 + barrier) - gamma / 2) * gamma) / barrier;
  const found = slowEigenvalue(4, gamma, { size: 44, levels: 6 });
  expect(Math.abs((found * gamma) / (0.119118373 * kramers) - 1)).toBeLessThan(2e-4);
});
