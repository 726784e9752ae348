import type { DerivationForm } from "../../../src/symbolic/show/index.js";

const average = "\\langle p^2\\rangle";

/** The mean kinetic energy of a particle in a heat bath, derived by hand; its last line stands for a print that has lost a factor of one half. */
export const gaussian: DerivationForm = {
  title: "The mean kinetic energy of a particle",
  steps: [
    {
      id: "Z",
      tex: "Z = \\int e^{-\\beta p^2/2m}\\,dp",
      text: "Z = ∫ e^{−β p^2/(2 m)} dp",
      rule: "definition",
      kind: "definition",
      from: [],
      hypotheses: [],
      certificates: [],
    },
    {
      id: "Z closed",
      tex: "Z = \\sqrt{2\\pi m/\\beta}",
      text: "Z = sqrt(2 π m/β)",
      rule: "Gaussian integral",
      kind: "identity",
      from: ["Z"],
      hypotheses: [],
      verdict: "holds",
      certificates: [
        { method: "replayed", instances: 2, residual: 0 },
        { method: "evaluated", instances: 24, residual: 3.1e-15 },
      ],
      substeps: [
        {
          rule: "change variable u = p √(β/m)",
          tex: "Z = \\sqrt{m/\\beta}\\int e^{-u^2/2}\\,du",
          text: "Z = sqrt(m/β) ∫ e^{−u^2/2} du",
        },
        {
          rule: "Gaussian integral",
          tex: "\\int e^{-u^2/2}\\,du = \\sqrt{2\\pi}",
          text: "∫ e^{−u^2/2} du = sqrt(2 π)",
        },
      ],
    },
    {
      id: "Gibbs",
      tex: `\\lim_{t\\to\\infty}\\frac1t\\int_0^t p(s)^2\\,ds = ${average}`,
      text: "lim_{t→∞} 1/t ∫_0^t p(s)^2 ds = ⟨p^2⟩",
      rule: "long-time average is thermal average",
      kind: "hypothesis",
      from: ["Z"],
      hypotheses: ["the motion visits the ensemble"],
      verdict: "hypothesis",
      certificates: [{ method: "simulated", instances: 8, residual: 0.74 }],
    },
    {
      id: "moment",
      tex: `${average} = -2m\\,\\frac{\\partial \\ln Z}{\\partial\\beta}`,
      text: "⟨p^2⟩ = −2 m ∂ln(Z)/∂β",
      rule: "differentiate under the integral",
      kind: "identity",
      from: ["Z"],
      hypotheses: ["ρ decays at infinity"],
      verdict: "holds",
      certificates: [{ method: "evaluated", instances: 24, residual: 8.4e-14 }],
      reason: "no rule differentiates by a parameter yet",
    },
    {
      id: "energy",
      tex: `\\frac{${average}}{2m} = \\frac1\\beta`,
      text: "⟨p^2⟩/(2 m) = 1/β",
      rule: "insert Z",
      kind: "identity",
      from: ["moment", "Z closed"],
      hypotheses: [],
      verdict: "misprint",
      printed: { tex: `\\frac{${average}}{2m} = \\frac1\\beta`, text: "⟨p^2⟩/(2 m) = 1/β" },
      corrected: { tex: `\\frac{${average}}{2m} = \\frac1{2\\beta}`, text: "⟨p^2⟩/(2 m) = 1/(2 β)" },
      reason: "factor 2 at β = 0.7, m = 1.3: left 0.714, right 1.429",
      certificates: [
        { method: "replayed", instances: 3, residual: 0 },
        { method: "evaluated", instances: 24, residual: 2.2e-15 },
      ],
    },
  ],
};
