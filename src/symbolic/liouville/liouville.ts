import { PhysicsError } from "../../errors.js";
import { collect } from "../monomials/monomial.js";
import { type Declared, declare } from "../notation/declare.js";
import { parse } from "../notation/index.js";
import { type Formula, formula } from "../reduce/formula.js";
import { velocity } from "../reduce/velocity.js";
import { atomMass, bodyOf, epsilon, force, mass, momentum, position } from "../reduce/vocabulary.js";
import { namesOf } from "../scalars/names.js";
import { apply, atoms, dot, minus, one, over, partial, plus, series, symbol, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { acting } from "./acting.js";
import { type Quantity, quantity } from "./quantity.js";

/** 𝓛, 𝓛₀ or 𝓛₁. */
export interface LiouvilleOperator extends Quantity {
  /**
   * 𝓛A = …: of a density, of what an operator has made of one, or of a phase function from its formula in mᵢ, θᵢ, rᵢ, pᵢ and Fᵢ, "Σ_i p_i^2/(2 m_i)",
   * for which 𝓛A = −dA/dt. @throws PhysicsError "expression" that points at what is not understood
   */
  apply(of: Quantity | Formula | string): Formula;
}

/** The Liouville operator of a nanoparticle in a host, and its parts at constant centre of mass R. */
export interface Liouville {
  readonly L: LiouvilleOperator;
  readonly L0: LiouvilleOperator;
  readonly L1: LiouvilleOperator;
  /** ε = m̂/m, the ratio of an atom's mass to the nanoparticle's. */
  readonly epsilon: Quantity;
  /** ρ(Γ, R, t). */
  readonly rho: Quantity;
}

/** How many atoms there are: "N*" in the nanoparticle, "N - N*" in the host. */
export interface Atoms {
  readonly nanoparticle: string;
  readonly host: string;
}

/** Σᵢ over all atoms: to N where N* and N − N* add up to that, otherwise to their sum. */
const overAll = ({ nanoparticle, host }: Atoms, body: Term): Term => {
  const [inside, outside] = [nanoparticle, host].map((count) => parse(count, namesOf(count))) as [Term, Term];
  const total = collect(plus(inside, outside));
  if (total.key === zero.key)
    throw new PhysicsError("parameter", {
      what: "There are no atoms",
      expected: 'numbers of atoms such as { nanoparticle: "N*", host: "N - N*" }',
      remedy: "Check the signs",
    });
  return total.key === symbol("N").key ? atoms("i", body) : series("i", body, one, total);
};

const names: Readonly<Record<string, Declared>> = {
  m_: { role: "atom" },
  θ_: { role: "atom", spellings: ["theta_"] },
  r_: { role: "atom", rank: 1 },
  p_: { role: "atom", rank: 1 },
  F_: { role: "atom", rank: 1 },
  R: { role: "slow", rank: 1 },
  P: { role: "phase", rank: 1 },
  m: { role: "constant" },
  m̂: { role: "constant", spellings: ["mhat"] },
  ε: { role: "constant", spellings: ["epsilon", "eps"] },
};

const { R, P } = bodyOf("R")!;
const m = symbol("m");

/** Newton's equations: ṙᵢ = pᵢ/mᵢ, ṗᵢ = Fᵢ; Ṙ = P/m by the names of the centre of mass, which 𝓛₀ leaves constant. */
const newton =
  (moves: boolean) =>
  (of: Term): Term | undefined => {
    if (of.name === position.name && of.subscripts) return over(relabel(momentum, of), relabel(mass, of));
    if (of.name === momentum.name && of.subscripts) return relabel(force, of);
    if (of.key === R.symbol.key && moves) return over(P.symbol, m);
    return undefined;
  };
const relabel = (of: Term, like: Term): Term => symbol(of.name, of.rank, { subscript: like.parts[0] });

const operatorOf = (name: Term, definition: Term, moves: "all" | "atoms" | "centre"): LiouvilleOperator => ({
  ...quantity(name, definition),
  apply: (of) => {
    if (typeof of !== "string") {
      const [label, operand] = "right" in of ? [of.left, of.right] : [of.term, of.term];
      return formula(apply(name, label), acting(definition, operand));
    }
    const given = parse(of, declare(names));
    const motion =
      moves === "centre"
        ? (part: Term) => (part.key === R.symbol.key ? over(P.symbol, atomMass) : undefined)
        : newton(moves === "all");
    const rate = velocity(given, motion);
    return formula(apply(name, given), collect(minus(rate)));
  },
});

const L = (index?: number): Term =>
  symbol("𝓛", 0, { sort: "operator", ...(index === undefined ? {} : { subscript: symbolNumber(index) }) });
const symbolNumber = (index: number): Term => (index === 0 ? zero : one);

/**
 * The Liouville operator 𝓛 = −Σᵢ (pᵢ/mᵢ · ∂/∂rᵢ + Fᵢ · ∂/∂pᵢ), with ∂ρ/∂t = 𝓛ρ; at constant centre of mass R, 𝓛 = 𝓛₀ + ε𝓛₁ with 𝓛₁ = −P/m̂ · ∂/∂R
 * and ε = m̂/m.
 * @throws PhysicsError "expression" for numbers of atoms that are not understood, "parameter" where there are none
 */
export const liouville = (counts: Atoms): Liouville => {
  const streaming = plus(dot(over(momentum, mass), partial(position)), dot(force, partial(momentum)));
  const whole = minus(overAll(counts, streaming));
  const slow = minus(dot(over(P.symbol, atomMass), partial(R.symbol)));
  const arguments_ = [symbol("Γ", 0), R.symbol, symbol("t")];
  const rho = quantity(symbol("ρ", 0, { args: arguments_ }));
  return {
    L: operatorOf(L(), whole, "all"),
    L0: operatorOf(L(0), whole, "atoms"),
    L1: operatorOf(L(1), slow, "centre"),
    epsilon: quantity(epsilon, over(atomMass, m)),
    rho: { ...rho, term: symbol("ρ") },
  };
};
