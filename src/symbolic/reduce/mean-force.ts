import { expand, gather, type Monomial } from "../monomials/monomial.js";
import {
  apply,
  atoms,
  average,
  ln,
  minus,
  number,
  one,
  over,
  partial,
  power,
  symbol,
  times,
  zero,
} from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { fold } from "./fold.js";
import type { Programme, SlowVariable } from "./programme.js";
import { beta, force, mass, momentum, position } from "./vocabulary.js";

/** X = Σᵢ wᵢrᵢ or Σᵢ wᵢpᵢ: its weights. */
interface Linear {
  readonly weight: Term;
  readonly of: "position" | "momentum";
}

const linear = ({ formula }: SlowVariable): Linear | undefined => {
  const [alone, ...others] = expand(formula);
  if (!alone || others.length > 0 || alone.core.head !== "atoms") return undefined;
  const body = alone.core.parts[0]!;
  const factors = body.head === "times" ? body.parts : [body];
  const last = factors[factors.length - 1]!;
  const of = last.key === position.key ? "position" : last.key === momentum.key ? "momentum" : undefined;
  const front = gather([{ ...alone, core: one }]);
  return of && { weight: times(front, ...factors.slice(0, -1)), of };
};

/** wᵢ/mᵢ for positions, mᵢwᵢ for momenta: the direction in which X moves and what is orthogonal to it does not. */
const direction = ({ weight, of }: Linear): Term => (of === "position" ? over(weight, mass) : times(mass, weight));

const sum = (body: Term, { dictionary }: Programme): Term => gather(fold(atoms("i", body), dictionary));

const overlaps = (a: Linear, b: SlowVariable, programme: Programme): boolean => {
  const other = linear(b);
  return !other || (other.of === a.of && sum(times(direction(a), other.weight), programme).key !== zero.key);
};

/** ∂ ln Q/∂X as it stands. */
const unnamed = (of: SlowVariable): Term => apply(partial(of.symbol), ln(symbol("Q")));

const thermal = (of: readonly Monomial[], { slow }: Programme): Term => {
  const names = new Set(slow.map(({ symbol }) => symbol.key));
  const averaged = (each: Monomial): Monomial =>
    each.core.key === one.key || names.has(each.core.key) ? each : { ...each, core: average(each.core) };
  return gather(of.map(averaged));
};

/**
 * ∂ ln Q/∂X. With v the direction in which X grows by 1 and the other slow variables rest, −β⟨v · ∂H⟩ᵗʰ: for X linear in the
 * positions β Σ vᵢ · Fᵢ averaged, for X linear in the momenta −β Σ vᵢ · pᵢ/mᵢ, and for others it stays as it stands.
 */
export const logarithmicDerivative = (of: SlowVariable, programme: Programme): Term => {
  const own = linear(of);
  if (!own || programme.slow.some((other) => other !== of && overlaps(own, other, programme))) return unnamed(of);
  const norm = sum(times(direction(own), own.weight), programme);
  const push = own.of === "position" ? force : minus(over(momentum, mass));
  const all = fold(times(beta, atoms("i", times(direction(own), push)), power(norm, number(-1))), programme.dictionary);
  return thermal(all, programme);
};
