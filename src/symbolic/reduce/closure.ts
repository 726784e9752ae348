import { PhysicsError } from "../../errors.js";
import { asTerm, gather } from "../monomials/monomial.js";
import { text } from "../notation/text.js";
import { apply, average, integral, minus, number, outer, plus, semigroup, symbol, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { L0, s, t0 } from "./calculus.js";
import { vanishesByParity } from "./parity.js";
import type { Programme } from "./programme.js";
import { isSlow, orderOf, type Rate, rateOf } from "./rate.js";

/** A coefficient that the derivation leaves to be measured. */
export interface Hole {
  readonly symbol: Term;
  /** What it is: a thermal average, or the integral of a correlation. */
  readonly definition: Term;
}

/** How the rate of a slow variable behaves in the ensemble of fixed slow variables. */
export interface Flow {
  readonly rate: Rate;
  /** gᵗʰ, with names for what is not known; undefined when it vanishes. */
  readonly mean: Term | undefined;
  /** The phase function that fluctuates about its mean, and what stands before it; undefined when g is a function of the slow variables. */
  readonly fluctuating: { readonly of: Term; readonly front: Term } | undefined;
}

const prefactor = ({ g }: Rate): Term => gather([{ ...g, core: number(1) }]);

const refuseUnlessFast = (rate: Rate, programme: Programme): void => {
  const named = programme.named.find(({ symbol: name }) => name.key === rate.g.core.key);
  const orders = rateOf(named?.formula ?? rate.g.core, programme).map(orderOf);
  const slowest = orders.sort((a, b) => a.compare(b))[0];
  if (slowest && slowest.compare(0) > 0)
    throw new PhysicsError("parameter", {
      what: `The expansion does not close at order ε²: ${text(rate.g.core)} changes only at order ε^${slowest.toFraction()}, so that 𝓛₀ leaves it constant and t₀ ⟨${text(rate.g.core)} ${text(rate.g.core)}⟩ grows in the term of ${text(rate.of.symbol)}`,
      expected: "fluctuations that decay on the time of the atoms",
      remedy: `Take ${text(rate.g.core)} among the slow variables`,
    });
};

/** gᵗʰ and the fluctuation of each rate. @throws PhysicsError "parameter" where a fluctuation is itself slow */
export const flow = (rate: Rate, programme: Programme): Flow => {
  if (isSlow(rate, programme)) return { rate, mean: asTerm(rate.g), fluctuating: undefined };
  refuseUnlessFast(rate, programme);
  const fluctuating = { of: rate.g.core, front: prefactor(rate) };
  const mean = vanishesByParity(rate.of, programme) ? undefined : gather([{ ...rate.g, core: average(rate.g.core) }]);
  return { rate, mean, fluctuating };
};

const letters: Readonly<Record<string, string>> = { P: "γ", f: "θ" };

const holeName = (a: Flow, b: Flow, alone: boolean): string => {
  const [x, y] = [a.fluctuating!.of, b.fluctuating!.of];
  const letter = x.name === y.name ? (letters[x.name] ?? `D`) : "D";
  const label = (of: Term, name: string) => of.parts[0]?.value?.toFraction() ?? (letter === "D" && !alone ? name : "");
  const labels = [label(x, a.rate.of.symbol.name), label(y, b.rate.of.symbol.name)].filter((each) => each !== "");
  return labels.length > 0 ? `${letter}_(${labels.join(",")})` : letter;
};

/** ∫_{−t₀}^0 ⟨g_a (e^{−𝓛₀s} g_b − g_bᵗʰ)⟩ᵗʰ ds of two fluctuating phase functions; g_bᵗʰ is left away where it vanishes. */
export const correlation = (a: Flow, b: Flow, alone: boolean): Hole => {
  const [x, y] = [a.fluctuating!.of, b.fluctuating!.of];
  const moved = apply(semigroup(L0, minus(s)), y);
  const product = (left: Term, right: Term) =>
    left.rank + right.rank > 1 && left.rank > 0 && right.rank > 0 ? outer(left, right) : times(left, right);
  const both = average(product(x, moved));
  const body = b.mean ? plus(both, minus(product(average(x), average(y)))) : both;
  return {
    symbol: symbol(holeName(a, b, alone), x.rank + y.rank),
    definition: integral("s", body, minus(t0), number(0)),
  };
};
