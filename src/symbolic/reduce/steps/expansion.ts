import { asTerm } from "../../monomials/monomial.js";
import type { Equation } from "../../statements/equation.js";
import { apply, dot, minus, number, partial, plus, power, times, zero } from "../../terms/build.js";
import type { Term } from "../../terms/term.js";
import { L0 } from "../calculus.js";
import type { Rate } from "../rate.js";
import { epsilon } from "../vocabulary.js";
import { rateIds } from "./conservation.js";
import { quasi } from "./hypotheses.js";
import type { Step } from "./step.js";
import { L, L1, rho, rhoN, tN } from "./symbols.js";

/** −a · ∂/∂X, the operator. */
const against = (a: Term, by: Term): Term =>
  by.rank > 0 ? minus(dot(a, partial(by))) : times(number(-1), ...(a.head === "times" ? a.parts : [a]), partial(by));

const order0: Equation = { left: apply(L0, rhoN(0)), right: zero };
const order1: Equation = {
  left: plus(apply(partial(tN(0)), rhoN(1)), minus(apply(L0, rhoN(1)))),
  right: plus(minus(apply(partial(tN(1)), rhoN(0))), apply(L1, rhoN(0))),
};

/**
 * (∂/∂t₀ + ε∂/∂t₁ − 𝓛₀ − ε𝓛₁)(ρ₀ + ερ₁) is what the orders say of ρ₀ and ρ₁, and ε² (∂/∂t₁ − 𝓛₁)ρ₁ beside:
 * what both orders say, in one equation that holds for every ρ₀ that does not depend on t₀, and every ρ₁.
 */
const collected = (zeroth: Equation, first: Equation): Equation => {
  const series = plus(rhoN(0), times(epsilon, rhoN(1)));
  const slowly = plus(apply(partial(tN(1)), series), minus(apply(L1, series)));
  const beyond = plus(apply(partial(tN(1)), rhoN(1)), minus(apply(L1, rhoN(1))));
  const defect = ({ left, right }: Equation) => plus(left, minus(right));
  return {
    left: plus(apply(partial(tN(0)), series), minus(apply(L0, series)), times(epsilon, slowly)),
    right: plus(minus(defect(zeroth)), times(epsilon, defect(first)), times(power(epsilon, number(2)), beyond)),
  };
};

/** 𝓛 = 𝓛₀ + ε𝓛₁ with 𝓛₁ = −Σ g · ∂/∂X, and what the orders of the expansion say. */
export const expansion = (rates: readonly Rate[]): readonly Step[] => [
  {
    id: "𝓛₁",
    left: L1,
    right: plus(...rates.map(({ of, g }) => against(asTerm(g), of.symbol))),
    rule: "definition",
    kind: "definition",
    from: rateIds(rates),
    hypotheses: [],
  },
  {
    id: "chain rule",
    left: apply(L, rho),
    right: plus(apply(L0, rho), times(epsilon, apply(L1, rho))),
    rule: "chain rule at constant slow variables; both sides where these are X*(Γ)",
    kind: "identity",
    from: ["𝓛₁", ...rateIds(rates)],
    hypotheses: [],
    evidence: { with: ["𝓛₁"] },
  },
  {
    id: "order 0",
    ...order0,
    rule: "insert series and collect order ε⁰",
    kind: "identity",
    from: ["Liouville", "chain rule"],
    hypotheses: [quasi],
    evidence: { equations: (line) => [collected(line, order1)], with: ["𝓛₁"] },
  },
  {
    id: "order 1",
    ...order1,
    rule: "insert series and collect order ε¹",
    kind: "identity",
    from: ["Liouville", "chain rule"],
    hypotheses: [],
    evidence: { equations: (line) => [collected(order0, line)], with: ["𝓛₁"] },
  },
];
