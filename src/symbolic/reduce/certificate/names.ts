import { type Declared, declare } from "../../notation/declare.js";
import { labelOf } from "../../notation/names.js";
import type { Equation } from "../../statements/equation.js";
import type { Declarations } from "../../terms/declarations.js";
import type { Programme } from "../programme.js";

/** What the names of a derivation stand for, as equations. */
export const meaningsOf = ({ named }: Programme): readonly Equation[] =>
  named.map(({ symbol, meaning }) => ({ left: symbol, right: meaning }));

const constant = (rank = 0): Declared => ({ role: "constant", rank });

/** What the names of a derivation depend on, which is how functions that nothing defines are drawn. */
export const namesOf = ({ slow, named }: Programme): Declarations => {
  const X = slow.map(({ symbol }) => labelOf(symbol));
  const of = (...names: readonly string[]): Declared => ({ role: "function", of: names });
  return declare({
    ...Object.fromEntries(slow.map(({ symbol }) => [labelOf(symbol), { role: "slow" as const, rank: symbol.rank }])),
    ...Object.fromEntries(
      named.map(({ symbol }) => [labelOf(symbol), { role: "phase" as const, rank: symbol.rank, of: ["Γ"] }]),
    ),
    ρ: of("Γ", ...X, "t"),
    ρ_0: of("Γ", ...X, "t"),
    ρ_1: of("Γ", ...X, "t", "t_0"),
    W: of(...X, "t"),
    A_1: of("Γ", ...X, "t"),
    e_1: constant(1),
    e_2: constant(1),
  });
};
