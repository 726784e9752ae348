import { collect } from "../../monomials/monomial.js";
import { text } from "../../notation/text.js";
import type { Equation } from "../../statements/equation.js";
import { apply, exp, minus, over, partial, phase, times, zero } from "../../terms/build.js";
import type { Term } from "../../terms/term.js";
import { L0 } from "../calculus.js";
import type { Flow } from "../closure.js";
import { beta, hamiltonian, W } from "../vocabulary.js";
import { decay } from "./hypotheses.js";
import type { Step } from "./step.js";
import { Delta, Q, rhoHat, rhoN } from "./symbols.js";

const boltzmann = exp(minus(times(beta, hamiltonian)));
const definition = { rule: "definition", kind: "definition", hypotheses: [] } as const;

/** What ρ₀ must fulfil: 𝓛₀ρ₀ = 0, and ∫Δρ₀ dΓ* = W. */
const still: Equation = { left: apply(L0, rhoN(0)), right: zero };
const normalised: Equation = { left: phase(times(Delta, rhoN(0))), right: W };

/** The lines that every thermal average rests on. */
export const ensembleIds: readonly string[] = ["Δ", "ρ̂", "Q"];

export const slopeId = ({ rate }: Flow): string => `ρ̂ by ${text(rate.of.symbol)}`;

/** ρ₀ = ρ̂W with ρ̂ = e^{−βH}/Q, and ∂ρ̂/∂X = −ρ̂ ∂ ln Q/∂X. */
export const ensemble = (flows: readonly Flow[], logQ: readonly Term[]): readonly Step[] => [
  { ...definition, id: "Q", left: Q, right: phase(times(Delta, boltzmann)), from: ["Δ"] },
  { ...definition, id: "ρ̂", left: rhoHat, right: over(boltzmann, Q), from: ["Q"] },
  {
    id: "ρ₀",
    left: rhoN(0),
    right: times(rhoHat, W),
    rule: "𝓛₀ annihilates functions of H and of the slow variables; largest entropy",
    kind: "identity",
    from: ["order 0", "ρ̂"],
    hypotheses: [],
    evidence: { equations: () => [still, normalised], with: [...ensembleIds, "ρ₀"] },
  },
  ...flows.map(
    (flow, k): Step => ({
      id: slopeId(flow),
      left: apply(partial(flow.rate.of.symbol), rhoHat),
      right: collect(minus(times(rhoHat, logQ[k]!))),
      rule: "Leibniz; integrate by parts along the direction that moves the variable alone",
      kind: "identity",
      from: ["ρ̂", "Q"],
      hypotheses: [decay],
      evidence: { with: ensembleIds },
    }),
  ),
];
