import { asTerm, collect } from "../../monomials/monomial.js";
import {
  apply,
  average,
  integral,
  limit,
  minus,
  number,
  one,
  over,
  partial,
  plus,
  semigroup,
  symbol,
  times,
  zero,
} from "../../terms/build.js";
import type { Term } from "../../terms/term.js";
import { contract, L0, s, thermalGradient } from "../calculus.js";
import type { Flow } from "../closure.js";
import { W } from "../vocabulary.js";
import { ensembleIds, slopeId } from "./ensemble.js";
import { bounded, gibbs, kernel } from "./hypotheses.js";
import type { Step } from "./step.js";
import { A1, rhoHat, rhoN, tN } from "./symbols.js";

const integrated = (of: Term): Term => integral("s", apply(semigroup(L0, minus(s)), of), minus(tN(0)), number(0));

/** ρ₁ = e^{𝓛₀t₀}A₁ − t₀ρ̂ ∂W/∂t₁ − ρ̂ Σ ∫e^{−𝓛₀s}g ds · [∂/∂X − ∂ ln Q/∂X] W. */
const solution = (flows: readonly Flow[], gradient: (k: number) => Term): Term =>
  plus(
    apply(semigroup(L0, tN(0)), A1),
    minus(times(tN(0), rhoHat, apply(partial(tN(1)), W))),
    ...flows.map(({ rate }, k) => minus(times(rhoHat, contract(integrated(asTerm(rate.g)), gradient(k))))),
  );

/** −Σ gᵗʰ · [∂/∂X − ∂ ln Q/∂X] W, where gᵗʰ · ∂ ln Q/∂X cancel in the sum without them. */
const streaming = (flows: readonly Flow[], logQ: readonly Term[], gradient: (k: number) => Term): Term => {
  const moving = flows.flatMap((flow, k) => (flow.mean ? [{ ...flow, mean: flow.mean, k }] : []));
  const sum = collect(plus(zero, ...moving.map(({ mean, k }) => contract(mean, logQ[k]!))));
  const slope = (k: number) => (sum.key === zero.key ? apply(partial(flows[k]!.rate.of.symbol), W) : gradient(k));
  return moving.length > 0 ? plus(...moving.map(({ mean, k }) => minus(contract(mean, slope(k))))) : zero;
};

/** A₁ − ρ̂ Σ ∫e^{−𝓛₀s}(g − gᵗʰ) ds · [∂/∂X − ∂ ln Q/∂X] W. */
const fluctuation = (flows: readonly Flow[], gradient: (k: number) => Term): Term => {
  const terms = flows.flatMap(({ fluctuating, mean }, k) => {
    if (!fluctuating) return [];
    const { of, front } = fluctuating;
    const deviation = mean ? plus(of, minus(average(of))) : of;
    const before = front.key === one.key ? [rhoHat] : [rhoHat, front];
    return [minus(times(...before, contract(integrated(deviation), gradient(k))))];
  });
  return plus(A1, ...terms);
};

/** ρ₁ by variation of constants, the secular condition, and ρ₁ without its growing part. */
export const firstOrder = (flows: readonly Flow[], logQ: readonly Term[], order1: Step): readonly Step[] => {
  const gradient = (k: number) => thermalGradient(flows[k]!.rate.of.symbol, logQ[k]!);
  const secular = { left: apply(partial(tN(1)), W), right: streaming(flows, logQ, gradient) };
  return [
    {
      id: "ρ₁",
      left: rhoN(1),
      right: solution(flows, gradient),
      rule: "variation of constants; s = t₀′ − t₀; 𝓛₀ annihilates ρ̂",
      kind: "identity",
      from: ["order 1", "ρ₀", ...flows.map(slopeId)],
      hypotheses: [],
      evidence: { equations: () => [order1], with: [...ensembleIds, "𝓛₁", "ρ₀", "ρ₁"] },
    },
    {
      id: "secular",
      ...secular,
      rule: "divide by t₀, let t₀ → ∞, remove secular growth",
      kind: "limit",
      from: ["ρ₁"],
      hypotheses: [gibbs, bounded, kernel],
      evidence: {
        equations: ({ left, right }) => [
          {
            left: limit("t_0", over(rhoN(1), tN(0)), symbol("∞")),
            right: minus(times(rhoHat, plus(left, minus(right)))),
          },
        ],
        with: [...ensembleIds, "ρ₁"],
        flow: "gibbs",
      },
    },
    {
      id: "ρ₁ bounded",
      left: rhoN(1),
      right: fluctuation(flows, gradient),
      rule: "insert the secular condition",
      kind: "identity",
      from: ["ρ₁", "secular"],
      hypotheses: [kernel],
      evidence: {
        given: [secular, { left: apply(L0, A1), right: zero }],
        with: [...ensembleIds, "ρ₁"],
      },
    },
  ];
};
