import { asTerm, collect } from "../../monomials/monomial.js";
import { text } from "../../notation/text.js";
import { apply, delta, minus, partial, phase, plus, times } from "../../terms/build.js";
import type { Term } from "../../terms/term.js";
import { positions } from "../../terms/walk.js";
import { along } from "../calculus.js";
import type { Programme } from "../programme.js";
import type { Rate } from "../rate.js";
import { epsilon } from "../vocabulary.js";
import { decay } from "./hypotheses.js";
import type { Step } from "./step.js";
import { Delta, L, reduced, rho, starred, t } from "./symbols.js";

const definition = { rule: "definition", kind: "definition", hypotheses: [] } as const;

export const idOf = (of: Term): string => text(of);
const rateId = ({ of }: Rate): string => `rate of ${text(of.symbol)}`;
export const rateIds = (rates: readonly Rate[]): readonly string[] => rates.map(rateId);

/** ∂ρ/∂t = 𝓛ρ. */
const liouville = { left: apply(partial(t), rho), right: apply(L, rho) };

const mentions = (of: Term, name: Term): boolean => [...positions(of)].some(([, { key }]) => key === name.key);

const hasFormula = ({ of: { symbol, formula } }: Rate): boolean => symbol.key !== formula.key;
const formulaId = (each: Rate): readonly string[] => (hasFormula(each) ? [idOf(starred(each.of.symbol))] : []);

/** The slow variables as phase functions, and the names that their rates have. */
const names = (rates: readonly Rate[], { named }: Programme): readonly Step[] => [
  ...rates.filter(hasFormula).map(({ of }): Step => {
    const left = starred(of.symbol);
    return { ...definition, id: idOf(left), left, right: of.formula, from: [] };
  }),
  ...named
    .filter(({ symbol }) => rates.some(({ whole }) => mentions(whole, symbol)))
    .map(({ symbol, meaning }): Step => ({ ...definition, id: idOf(symbol), left: symbol, right: meaning, from: [] })),
];

const namesIn = (rates: readonly Rate[], { named }: Programme): readonly string[] =>
  named.filter(({ symbol }) => rates.some(({ whole }) => mentions(whole, symbol))).map(({ symbol }) => idOf(symbol));

/** Newton's equations and the definition of W̃: Ẋ = ε g, W̃ = ∫Δρ dΓ*, ∂W̃/∂t = −ε Σ ∂/∂X · ∫Δ g ρ dΓ*. */
export const conservation = (rates: readonly Rate[], programme: Programme): readonly Step[] => [
  ...names(rates, programme),
  ...rates.map(
    (each): Step => ({
      id: rateId(each),
      left: apply(L, starred(each.of.symbol)),
      right: collect(minus(each.whole)),
      rule: "apply the Liouville operator to the slow variable",
      kind: "identity",
      from: [...formulaId(each), ...namesIn([each], programme)],
      hypotheses: [],
    }),
  ),
  {
    ...definition,
    id: "Δ",
    left: Delta,
    right: times(...rates.map(({ of }) => delta(plus(of.symbol, minus(starred(of.symbol)))))),
    from: rates.flatMap(formulaId),
  },
  { ...definition, id: "W̃", left: reduced, right: phase(times(Delta, rho)), from: ["Δ"] },
  {
    id: "Liouville",
    ...liouville,
    rule: "Liouville's equation",
    kind: "hypothesis",
    from: [],
    hypotheses: [],
  },
  {
    id: "conservation",
    left: apply(partial(t), reduced),
    right: plus(
      ...rates.map(({ of, g }) => minus(times(epsilon, apply(along(of.symbol), phase(times(Delta, asTerm(g), rho)))))),
    ),
    rule: "differentiate under the integral, integrate by parts over Γ, chain rule on Δ",
    kind: "identity",
    from: ["W̃", "Liouville", ...rateIds(rates)],
    hypotheses: [decay],
    evidence: { given: [liouville], with: ["Δ", "W̃"] },
  },
];
