import { describe, expect, it } from "vitest";
import { section2 } from "../../../src/derivations/paper-001/declarations.js";
import { stream } from "../../../src/random/index.js";
import { residual } from "../../../src/symbolic/instances/residual.js";
import { parseEquation } from "../../../src/symbolic/notation/index.js";

const gap = (text: string, given: readonly string[] = []): number =>
  residual(parseEquation(text, section2), {
    declarations: section2,
    definitions: given.map((each) => parseEquation(each, section2)),
    premises: [],
    flow: "newton",
    stream: stream("what is remembered"),
    instances: 3,
  }).residual;
const energy = ["H = (Σ_i p_i^2/(2 m_i)) + V"];

describe("values that are worked out once", () => {
  it.each([
    ["∫_0^{t_0} t_0' dt_0' = t_0^2/2", "∫_0^{t_0} t_0' dt_0' = t_0^2"],
    ["∫_0^{t_0} s ds = t_0^2/2", "∫_0^{t_0} t_0 ds = t_0^2/2"],
    ["∫_0^{t_0} e^{L0 (t_0 − t_0')} H dt_0' = t_0 H", "∫_0^{t_0} e^{L0 (t_0 − t_0')} V dt_0' = t_0 V"],
    [
      "∫_0^{t_0} e^{L0 (t_0 − t_0')} A dt_0' = ∫_{−t_0}^0 e^{−L0 s} A ds",
      "∫_0^{t_0} e^{L0 (t_0 − t_0')} A dt_0' = ∫_{−t_0}^0 e^{L0 s} A ds",
    ],
  ])("tell one node of an integral from another: %s, not %s", (holds, fails) => {
    expect(gap(holds, energy)).toBeLessThan(1e-10);
    expect(gap(fails, energy)).toBeGreaterThan(1e-3);
  });

  it.each([
    ["∂/∂t_0 (e^{L0 t_0} A) = L0 e^{L0 t_0} A", "∂/∂t_0 (e^{L0 t_0} A) = −L0 e^{L0 t_0} A"],
    [
      "∂/∂t_0 (∫_0^{t_0} e^{L0 (t_0 − t_0')} A dt_0') = A + L0 (∫_0^{t_0} e^{L0 (t_0 − t_0')} A dt_0')",
      "∂/∂t_0 (∫_0^{t_0} e^{L0 (t_0 − t_0')} A dt_0') = A",
    ],
  ])("keep the slopes in t₀ where a derivative acts: %s, not %s", (holds, fails) => {
    expect(gap(holds)).toBeLessThan(1e-10);
    expect(gap(fails)).toBeGreaterThan(1e-3);
  });

  it("tell an operator that differentiates by t₀ behind its definition", () => {
    const family = ["Λ_n = ∂/∂t_n − L_n"];
    expect(gap("Λ_0 (e^{L0 t_0} A) = 0", family)).toBeLessThan(1e-10);
    expect(gap("Λ_0 (e^{−L0 t_0} A) = 0", family)).toBeGreaterThan(1e-3);
  });

  it("tell one atom from another", () => {
    expect(gap("Σ_i p_i^2/(2 m_i) = H − V", energy)).toBeLessThan(1e-10);
    expect(gap("Σ_i p_i^2/m_i = H − V", energy)).toBeGreaterThan(1e-3);
  });
});
