import { labelOf } from "../notation/names.js";
import { derivative as slope } from "../scalars/derivative.js";
import { tidy } from "../scalars/expand.js";
import { integral, minus, plus, semigroup, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { fresh, valueAt } from "./names.js";
import { commute } from "./words.js";

const isZero = ({ key }: Term): boolean => key === zero.key;

/** Each factor in turn, the order kept. */
const leibniz = (parts: readonly Term[], by: Term): Term =>
  plus(
    ...parts.flatMap((part, i) => {
      const rate = derivative(part, by);
      return isZero(rate) ? [] : [times(...parts.map((other, k) => (k === i ? rate : other)))];
    }),
  );

/** ∂e^{Gτ} = τ′ G e^{Gτ} + ∫₀^τ e^{G(τ−s)} G′ e^{Gs} ds: Duhamel's integral, which is τ G′ e^{Gτ} where G and G′ commute. */
const ofSemigroup = (of: Term, by: Term): Term => {
  const [generator, time] = of.parts as [Term, Term];
  const rates = [derivative(generator, by), slope(time, by)] as const;
  const moved = isZero(rates[1]) ? zero : times(rates[1], generator, of);
  if (isZero(rates[0])) return moved;
  if (commute(generator, rates[0])) return plus(times(time, rates[0], of), ...(isZero(moved) ? [] : [moved]));
  const s = fresh(of);
  const duhamel = integral(
    labelOf(s),
    times(semigroup(generator, plus(time, minus(s))), rates[0], semigroup(generator, s)),
    zero,
    time,
  );
  return isZero(moved) ? duhamel : plus(duhamel, moved);
};

/** ∂∫ₐᵇ f ds = ∫ₐᵇ ∂f ds + b′ f(b) − a′ f(a), by a body in which s stands for the ends. */
const ofIntegral = (of: Term, by: Term): Term => {
  const [body, from, to] = of.parts as [Term, Term, Term];
  const inner = derivative(body, by);
  const ends = [
    [to, slope(to, by)],
    [from, tidy(minus(slope(from, by)))],
  ] as const;
  const moved = ends.filter(([, rate]) => !isZero(rate));
  return plus(
    ...(isZero(inner) ? [] : [integral(of.name, inner, from, to)]),
    ...moved.map(([end, rate]) => times(rate, valueAt(body, of.name, end))),
  );
};

/** ∂A/∂λ of an operator by a scalar that it holds, the order of factors kept. @throws PhysicsError "expression" */
export const derivative = (of: Term, by: Term): Term => {
  if (of.sort === "function") return slope(of, by);
  const [a, b] = of.parts as [Term, Term];
  switch (of.head) {
    case "plus":
      return plus(...of.parts.map((part) => derivative(part, by)).filter((part) => !isZero(part)));
    case "times":
      return leibniz(of.parts, by);
    case "power":
      return leibniz(Array<Term>(Number(b.value)).fill(a), by);
    case "commutator":
      return derivative(plus(times(a, b), minus(times(b, a))), by);
    case "semigroup":
      return ofSemigroup(of, by);
    case "integral":
      return ofIntegral(of, by);
    default:
      return zero;
  }
};
