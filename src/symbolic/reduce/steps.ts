import { text } from "../notation/text.js";
import {
  apply,
  average,
  delta,
  exp,
  integral,
  minus,
  number,
  over,
  partial,
  phase,
  plus,
  semigroup,
  symbol,
  times,
  zero,
} from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { along, contract, L0, s, thermalGradient, tidy } from "./calculus.js";
import type { Flow } from "./closure.js";
import { asTerm } from "./monomial.js";
import type { Rate } from "./rate.js";
import { beta, epsilon, hamiltonian, W } from "./vocabulary.js";

/** One line of a derivation: an equation, the rule in words, what it follows from and rests on. */
export interface Step {
  readonly id: string;
  readonly left: Term;
  readonly right: Term;
  readonly rule: string;
  readonly from: readonly string[];
  readonly hypotheses: readonly string[];
}

const rho = symbol("ρ");
const rhoN = (n: number) => symbol("ρ", 0, { subscript: number(n) });
const rhoHat = symbol("ρ̂");
const Q = symbol("Q");
export const reduced = symbol("W̃");
export const t = symbol("t");
const tN = (n: number) => symbol("t", 0, { subscript: number(n) });
const A1 = symbol("A", 0, { subscript: number(1) });
const L1 = symbol("𝓛", 0, { subscript: number(1), sort: "operator" });

export const decay = "ρ decays at infinity";
export const gibbs = "Gibbs: the long-time average under 𝓛₀ is the thermal average";
export const bounded = "ρ₁ stays bounded as t₀ → ∞";
export const kernel = "𝓛₀A₁ = 0";
export const closed = "closed in W̃ only for A₁ = 0";
export const quasi = "ρ₀ does not depend on t₀";

const starred = (of: Term): Term =>
  symbol(of.name, of.rank, { subscript: of.subscripts ? of.parts[0] : undefined, starred: true });
const deltas = (rates: readonly Rate[]): Term =>
  times(...rates.map(({ of }) => delta(plus(of.symbol, minus(starred(of.symbol))))));

/** Newton's equations and the definition of W̃: Ẋ = ε g, W̃ = ∫Δρ dΓ*, ∂W̃/∂t = −ε Σ ∂/∂X · ∫Δ g ρ dΓ*. */
export const conservation = (rates: readonly Rate[]): readonly Step[] => [
  ...rates.map(
    ({ of, whole }, k): Step => ({
      id: `rate.${k + 1}`,
      left: apply(symbol("𝓛", 0, { sort: "operator" }), starred(of.symbol)),
      right: tidy(minus(whole)),
      rule: "apply the Liouville operator to the slow variable",
      from: [],
      hypotheses: [],
    }),
  ),
  { id: "Δ", left: symbol("Δ"), right: deltas(rates), rule: "definition", from: [], hypotheses: [] },
  { id: "W̃", left: reduced, right: phase(times(symbol("Δ"), rho)), rule: "definition", from: ["Δ"], hypotheses: [] },
  {
    id: "conservation",
    left: apply(partial(t), reduced),
    right: plus(
      ...rates.map(({ of, g }) =>
        minus(times(epsilon, apply(along(of.symbol), phase(times(symbol("Δ"), asTerm(g), rho))))),
      ),
    ),
    rule: "differentiate under the integral, integrate by parts over Γ, chain rule on Δ",
    from: ["W̃", ...rates.map((_, k) => `rate.${k + 1}`)],
    hypotheses: [decay],
  },
];

/** 𝓛 = 𝓛₀ + ε𝓛₁ with 𝓛₁ = −Σ g · ∂/∂X, and what the orders of the expansion say. */
export const expansion = (rates: readonly Rate[]): readonly Step[] => [
  {
    id: "chain rule",
    left: apply(partial(t), rho),
    right: plus(apply(L0, rho), times(epsilon, apply(L1, rho))),
    rule: "chain rule at constant slow variables",
    from: rates.map((_, k) => `rate.${k + 1}`),
    hypotheses: [],
  },
  {
    id: "𝓛₁",
    left: apply(L1, rho),
    right: plus(...rates.map(({ of, g }) => minus(contract(asTerm(g), apply(partial(of.symbol), rho))))),
    rule: "definition",
    from: ["chain rule"],
    hypotheses: [],
  },
  {
    id: "order 0",
    left: apply(L0, rhoN(0)),
    right: zero,
    rule: "insert series and collect order ε⁰",
    from: ["chain rule"],
    hypotheses: [quasi],
  },
  {
    id: "ρ₀",
    left: rhoN(0),
    right: times(rhoHat, W),
    rule: "𝓛₀ annihilates functions of H and of the slow variables; largest entropy",
    from: ["order 0"],
    hypotheses: [],
  },
  {
    id: "ρ̂",
    left: rhoHat,
    right: over(exp(minus(times(beta, hamiltonian))), Q),
    rule: "definition",
    from: ["ρ₀"],
    hypotheses: [],
  },
  {
    id: "Q",
    left: Q,
    right: phase(times(symbol("Δ"), exp(minus(times(beta, hamiltonian))))),
    rule: "definition",
    from: ["ρ̂"],
    hypotheses: [],
  },
  {
    id: "order 1",
    left: plus(apply(partial(tN(0)), rhoN(1)), minus(apply(L0, rhoN(1)))),
    right: plus(minus(apply(partial(tN(1)), rhoN(0))), apply(L1, rhoN(0))),
    rule: "insert series and collect order ε¹",
    from: ["chain rule"],
    hypotheses: [],
  },
];

/** ∂ρ̂/∂X = −ρ̂ ∂ ln Q/∂X. */
export const logarithms = (flows: readonly Flow[], logQ: readonly Term[]): readonly Step[] =>
  flows.map(({ rate }, k) => ({
    id: `ρ̂ by ${text(rate.of.symbol)}`,
    left: apply(partial(rate.of.symbol), rhoHat),
    right: tidy(minus(times(rhoHat, logQ[k]!))),
    rule: "Leibniz; integrate by parts along the direction that moves the variable alone",
    from: ["ρ̂", "Q"],
    hypotheses: [decay],
  }));

const integrated = (of: Term): Term => integral("s", apply(semigroup(L0, minus(s)), of), minus(tN(0)), number(0));

/** ρ₁ by variation of constants, the secular condition, and ρ₁ without its growing part. */
export const firstOrder = (flows: readonly Flow[], logQ: readonly Term[]): readonly Step[] => {
  const gradient = (k: number, flow: Flow) => thermalGradient(flow.rate.of.symbol, logQ[k]!);
  const fluctuation = (flow: Flow) =>
    plus(flow.fluctuating!.of, ...(flow.mean ? [minus(average(flow.fluctuating!.of))] : []));
  const cancels =
    tidy(plus(zero, ...flows.flatMap(({ mean }, k) => (mean ? [contract(mean, logQ[k]!)] : [])))).key === zero.key;
  const growth = flows.flatMap((flow, k) =>
    flow.mean ? [contract(flow.mean, cancels ? apply(partial(flow.rate.of.symbol), W) : gradient(k, flow))] : [],
  );
  return [
    {
      id: "ρ₁",
      left: rhoN(1),
      right: plus(
        apply(semigroup(L0, tN(0)), A1),
        minus(times(tN(0), rhoHat, apply(partial(tN(1)), W))),
        ...flows.map((flow, k) => minus(times(rhoHat, contract(integrated(asTerm(flow.rate.g)), gradient(k, flow))))),
      ),
      rule: "variation of constants; s = t₀′ − t₀; 𝓛₀ annihilates ρ̂",
      from: ["order 1", "ρ₀", ...flows.map(({ rate }) => `ρ̂ by ${text(rate.of.symbol)}`)],
      hypotheses: [],
    },
    {
      id: "secular",
      left: apply(partial(tN(1)), W),
      right: growth.length > 0 ? plus(...growth.map(minus)) : zero,
      rule: "divide by t₀, let t₀ → ∞, remove secular growth",
      from: ["ρ₁"],
      hypotheses: [gibbs, bounded, kernel],
    },
    {
      id: "ρ₁ bounded",
      left: rhoN(1),
      right: plus(
        A1,
        ...flows.flatMap((flow, k) =>
          flow.fluctuating
            ? [
                minus(
                  times(
                    rhoHat,
                    ...(flow.fluctuating.front.key === number(1).key ? [] : [flow.fluctuating.front]),
                    contract(integrated(fluctuation(flow)), gradient(k, flow)),
                  ),
                ),
              ]
            : [],
        ),
      ),
      rule: "insert the secular condition",
      from: ["ρ₁", "secular"],
      hypotheses: [kernel],
    },
  ];
};
