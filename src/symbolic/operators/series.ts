import { labelOf } from "../notation/names.js";
import { beyond } from "../scalars/beyond.js";
import { derivative as slope } from "../scalars/derivative.js";
import { tidy } from "../scalars/expand.js";
import { integral, minus, number, one, over, plus, semigroup, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { fresh, mentions, valueAt } from "./names.js";
import { commute, expanded } from "./words.js";

/** U₀, U₁, …: the coefficients of a power series. */
export type Series = readonly Term[];

const isZero = ({ key }: Term): boolean => key === zero.key;
const sum = (parts: readonly Term[]): Term => plus(...parts.filter((part) => !isZero(part)));
const orders = (order: number): readonly number[] => Array.from({ length: order + 1 }, (_, n) => n);

/** (Σ aₖλᵏ)(Σ bₖλᵏ) to the order of a, the factors in their order. */
export const multiplied = (a: Series, b: Series): Series =>
  a.map((_, n) => {
    const pairs = orders(n).filter((k) => !isZero(a[k]!) && !isZero(b[n - k]!));
    return expanded(sum(pairs.map((k) => times(a[k]!, b[n - k]!))));
  });

const added = (all: readonly Series[], order: number): Series =>
  orders(order).map((n) => expanded(sum(all.map((each) => each[n]!))));

/** f⁽ⁿ⁾(0)/n!. */
const ofScalar = (of: Term, by: Term, order: number): Series => {
  let [derivative, factorial] = [of, 1];
  return orders(order).map((n) => {
    if (n > 0) [derivative, factorial] = [slope(derivative, by), factorial * n];
    return tidy(over(valueAt(derivative, labelOf(by), zero), number(factorial)));
  });
};

/** Σ Xᵐ/m! of a series without X₀. */
const powersOf = (X: Series): Series => {
  const unit = X.map((_, n) => (n === 0 ? one : zero));
  let [power, all]: [Series, Series] = [unit, unit];
  for (let m = 1; m < X.length; m++) {
    power = multiplied(power, X).map((each) => expanded(times(number(`1/${m}`), each)));
    all = added([all, power], X.length - 1);
  }
  return all;
};

/** Uₙ(τ) = Σₖ ∫₀^τ e^{G₀(τ−s)} Gₖ Uₙ₋ₖ(s) ds: Dyson's series by variation of constants. */
const dyson = (G: Series, n: number, time: Term, taken: readonly Term[]): Term => {
  if (n === 0) return semigroup(G[0]!, time);
  const s = fresh(...taken);
  return sum(
    orders(n)
      .slice(1)
      .filter((k) => !isZero(G[k]!))
      .map((k) => {
        const inner = dyson(G, n - k, s, [...taken, s]);
        const body = times(semigroup(G[0]!, plus(time, minus(s))), G[k]!, inner);
        return integral(labelOf(s), expanded(body), zero, time);
      }),
  );
};

/** e^{Gτ}: powers where nothing stays at λ = 0, e^{G₀τ} times powers where G₀ commutes with the rest, otherwise Dyson's series. */
const ofSemigroup = ({ parts: [generator, time] }: Term, by: Term, order: number): Series => {
  const depends = mentions(time!, labelOf(by));
  const G = multiplied(seriesOf(generator!, by, order), seriesOf(depends ? time! : one, by, order));
  const t = depends ? one : time!;
  if (isZero(G[0]!)) return powersOf(G.map((each) => (isZero(each) ? zero : expanded(times(t, each)))));
  const rest = G.map((each, n) => (n === 0 || isZero(each) ? zero : expanded(times(t, each))));
  if (rest.every((each) => commute(G[0]!, each))) {
    const front = orders(order).map((n) => (n === 0 ? semigroup(G[0]!, t) : zero));
    return multiplied(front, powersOf(rest));
  }
  return orders(order).map((n) => dyson(G, n, t, [generator!, time!, by]));
};

/** ∫ₐᵇ Σ λᵏUₖ ds, for ends that do not depend on λ. */
const ofIntegral = (of: Term, by: Term, order: number): Series => {
  const [body, from, to] = of.parts as [Term, Term, Term];
  if ([from, to].some((end) => mentions(end, labelOf(by)))) return beyond(of, "expanded in a series");
  return seriesOf(body, by, order).map((each) => (isZero(each) ? zero : expanded(integral(of.name, each, from, to))));
};

/** The coefficients U₀ … Uₙ of U = Σ λᵏUₖ. @throws PhysicsError "expression" */
export const seriesOf = (of: Term, by: Term, order: number): Series => {
  const [a, b] = of.parts as [Term, Term];
  if (!mentions(of, labelOf(by))) return orders(order).map((n) => (n === 0 ? of : zero));
  if (of.sort === "function") return ofScalar(of, by, order);
  const part = (each: Term) => seriesOf(each, by, order);
  switch (of.head) {
    case "plus":
      return added(of.parts.map(part), order);
    case "times":
      return of.parts.map(part).reduce(multiplied);
    case "power":
      return Array<Series>(Number(b.value)).fill(part(a)).reduce(multiplied);
    case "commutator":
      return part(plus(times(a, b), minus(times(b, a))));
    case "semigroup":
      return ofSemigroup(of, by, order);
    case "integral":
      return ofIntegral(of, by, order);
    default:
      return beyond(of, "expanded in a series");
  }
};
