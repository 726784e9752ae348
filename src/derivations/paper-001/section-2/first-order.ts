import type { Statement } from "../../../symbolic/statements/statement.js";
import { energy } from "./premises.js";
import { dots } from "./readings.js";

/** The first order and what its growth says, (21) to (25). */
export const first: readonly Statement[] = [
  { id: "21", kind: "identity", printed: "Λ_0 ρ_1 = −Λ_1 ρ_0", from: ["15.b"] },
  {
    id: "21.a",
    kind: "identity",
    printed: "ρ_1 = e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} Λ_1 ρ_0 dt_0'",
    from: ["2", "11", "15", "17", ...energy],
    serves: ["21"],
  },
  {
    id: "21.b",
    kind: "identity",
    printed:
      "e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} Λ_1 ρ_0 dt_0' = e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} [ρ̂ ∂W/∂t_1 + P/m̂ ρ̂ · ∂W/∂R + P/m̂ · ∂ρ̂/∂R W] dt_0'",
    from: ["2", "11", "15", "17", ...energy],
  },
  {
    id: "22",
    kind: "identity",
    printed: "ρ_1 = e^{L0 t_0} A_1 − t_0 ρ̂ ∂W/∂t_1 + ρ̂ [β f^th W − ∂W/∂R] · ∫_{−t_0}^0 e^{−L0 s} P/m̂ ds",
    from: ["21.a", "2", "11", "12", "15", "17", ...energy],
  },
  { id: "22.a", kind: "identity", printed: "β f^th = ∂/∂R ln(Q)", from: ["12", ...energy] },
  { id: "23", kind: "hypothesis", printed: "f^th = lim_{t_0→∞} 1/t_0 ∫_{−t_0}^0 e^{−L0 s} f ds", from: ["20", "12"] },
  {
    id: "23.a",
    kind: "hypothesis",
    printed: "lim_{t_0→∞} 1/t_0 ρ_1 = 0",
    flow: "gibbs",
    from: ["20", "22", "23.c", "23.d", "2", "12", ...energy],
    reading: "In the text: ρ₁ remains bounded.",
  },
  {
    id: "23.b",
    kind: "identity",
    printed: "∫_{−∞}^∞ k exp(k^2/(2 m)) dk = 0",
    from: [],
    reading: "In the text, of every direction k of a momentum pᵢ, without the zero.",
  },
  { id: "23.c", kind: "identity", printed: "P^th = 0", from: ["2", ...energy] },
  { id: "23.d", kind: "hypothesis", printed: "L0 A_1 = 0", from: ["10"] },
  {
    id: "23.e",
    kind: "limit",
    printed: "lim_{t_0→∞} ρ_1/t_0 = −∂W/∂t_1",
    flow: "gibbs",
    from: ["20", "22", "23.c", "23.d", "2", "12", ...energy],
  },
  { id: "24", kind: "limit", printed: "∂W/∂t_1 = 0", flow: "gibbs", from: ["23.a", "23.e"], serves: ["23.a"] },
  {
    id: "25",
    kind: "identity",
    printed: "ρ_1 = A_1 + ρ̂ [β f^th W − ∂W/∂R] · ∫_{−t_0}^0 e^{−L0 s} P/m̂ ds",
    from: ["22", "23.d", "24", "2", "12", ...energy],
    reading: dots,
  },
];
