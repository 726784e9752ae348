import { labelOf } from "../notation/names.js";
import { named } from "../operators/names.js";
import { apply, delta, divergence, integral, minus, number, one, partial, plus, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { beyond, derivation } from "./derivation.js";
import { holds, type Jet, jet, jetOf, jetsOf, movedTo } from "./field.js";
import { gathered } from "./tidy.js";

const isZero = ({ key }: Term): boolean => key === zero.key;

/** 0 of a derivative that no field stands in. @throws PhysicsError "expression" of any other */
const still = (of: Term, field: string): Term => (jetsOf(of, field).length > 0 ? beyond(of) : zero);

/** d/dv along every dependence: of v itself, of fields at v, of functions of v. */
export const alongPlace = (of: Term, place: Term, field: string): Term =>
  derivation(of, (part) => {
    if (part.key === place.key) return one;
    const found = jetOf(part, field);
    if (found) return found.place.key === place.key ? jet(field, { place, order: found.order + 1 }) : zero;
    if (part.head !== "apply") return undefined;
    still(part, field);
    return apply(partial(place), part);
  });

/** ∂b/∂(∂ᵏφ/∂vᵏ) at constant other derivatives. */
const byJet = (of: Term, { place, order }: Jet, field: string): Term =>
  derivation(of, (part) => {
    const found = jetOf(part, field);
    if (found) return found.place.key === place.key && found.order === order ? one : zero;
    return part.head === "apply" ? still(part, field) : undefined;
  });

/** Σₖ (−1)ᵏ dᵏ/dvᵏ ∂b/∂(∂ᵏφ/∂vᵏ): Euler's and Lagrange's derivative of an integrand at a place on a line. */
const onLine = (body: Term, place: Term, field: string): Term => {
  const orders = jetsOf(body, field).filter((each) => each.place.key === place.key);
  const highest = Math.max(-1, ...orders.map(({ order }) => order));
  return plus(
    ...Array.from({ length: highest + 1 }, (_, k) => {
      let part = gathered(byJet(body, { place, order: k }, field));
      for (let step = 0; step < k; step++) part = gathered(minus(alongPlace(part, place, field)));
      return part;
    }).filter((part) => !isZero(part)),
  );
};

/** ∂b/∂(∂φ/∂r), a vector. */
const byGradient = (of: Term, gradient: Term, field: string): Term => {
  const D = (part: Term): Term => byGradient(part, gradient, field);
  if (of.head === "dot") {
    const [a, b] = of.parts as [Term, Term];
    const parts = [...(a.key === gradient.key ? [b] : []), ...(b.key === gradient.key ? [a] : [])];
    return a.key === b.key && parts.length > 0 ? times(number(2), a) : plus(...parts);
  }
  return derivation(of, (part) =>
    part === of ? undefined : part.head === "dot" ? D(part) : jetOf(part, field) ? zero : undefined,
  );
};

/** −∂/∂r · v, what does not depend on r in front. */
const minusDivergence = (of: Term, place: Term): readonly Term[] =>
  (of.head === "plus" ? of.parts : [of]).map((part) => {
    const factors = part.head === "times" ? part.parts : [part];
    const isFree = (factor: Term) => factor.rank === 0 && !holds(factor, labelOf(place));
    const inside = times(...factors.filter((factor) => !isFree(factor)));
    return gathered(times(number(-1), ...factors.filter(isFree), apply(divergence(place), inside)));
  });

/** ∂b/∂φ − ∂/∂r · ∂b/∂(∂φ/∂r): the same in space, for first derivatives. */
const inSpace = (body: Term, place: Term, field: string): Term => {
  const all = jetsOf(body, field).filter((each) => each.place.key === place.key);
  if (all.some(({ order }) => order > 1)) return beyond(body);
  const gradient = gathered(byGradient(body, jet(field, { place, order: 1 }), field));
  const local = gathered(byJet(body, { place, order: 0 }, field));
  return plus(...(isZero(local) ? [] : [local]), ...(isZero(gradient) ? [] : minusDivergence(gradient, place)));
};

const placeOf = (of: Term, all: readonly Term[]): Term =>
  all.find((each) => labelOf(each) === of.name) ?? named(of.name);

/**
 * δF/δφ(z): of ∫ b dv the derivative of Euler and Lagrange at z, plus ∫ δb/δφ(z) dv of what b holds in integrals of its own; of φ(w) at a place
 * that no integral binds, δ(w − z).
 */
export const variation = (
  of: Term,
  field: string,
  z: Term,
  places: readonly Term[],
  bound: readonly Term[] = [],
): Term => {
  const D = (part: Term, within = bound): Term => variation(part, field, z, places, within);
  if (of.head === "integral") {
    const place = placeOf(of, places);
    const body = of.parts[0]!;
    const here = place.rank > 0 ? inSpace(body, place, field) : onLine(body, place, field);
    const inner = D(body, [...bound, place]);
    return plus(
      ...(isZero(here) ? [] : [movedTo(here, place, z)]),
      ...(isZero(inner) ? [] : [integral(of.name, inner)]),
    );
  }
  return derivation(of, (part) => {
    if (part.head === "integral") return D(part);
    const found = jetOf(part, field);
    if (found) {
      if (bound.some(({ key }) => key === found.place.key)) return zero;
      let sharp = delta(plus(found.place, minus(z)));
      for (let k = 0; k < found.order; k++) sharp = apply(partial(found.place), sharp);
      return sharp;
    }
    return part.head === "apply" ? still(part, field) : undefined;
  });
};
