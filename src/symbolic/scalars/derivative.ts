import { number, one, over, plus, power, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { tidy } from "./expand.js";

const isZero = ({ key }: Term): boolean => key === zero.key;

/** D of a product: each factor in turn. */
const leibniz = (parts: readonly Term[], slope: (of: Term) => Term): Term =>
  plus(
    ...parts.flatMap((part, i) => {
      const rate = slope(part);
      return isZero(rate) ? [] : [times(...parts.map((other, k) => (k === i ? rate : other)))];
    }),
  );

/** D bᵉ = bᵉ (e b′/b + e′ ln b), by the short way where e is a number. */
const ofPower = (of: Term, slope: (of: Term) => Term): Term => {
  const [base, exponent] = of.parts as [Term, Term];
  const rate = slope(base);
  if (exponent.head === "number")
    return isZero(rate) ? zero : times(exponent, power(base, number(exponent.value!.sub(1))), rate);
  const bent = slope(exponent);
  const parts = [
    isZero(rate) ? [] : [times(exponent, over(rate, base))],
    isZero(bent) ? [] : [beyond(of, "differentiated")],
  ];
  return parts.flat().length > 0 ? times(of, plus(...parts.flat())) : zero;
};

/** A derivation of scalars, D(a b) = D(a) b + a D(b), from what it makes of names. @throws PhysicsError "expression" */
export const derivation = (of: Term, ofName: (name: Term) => Term): Term => {
  const slope = (part: Term): Term => derivation(part, ofName);
  const [first] = of.parts;
  switch (of.head) {
    case "number":
      return zero;
    case "symbol":
      return ofName(of);
    case "plus":
      return plus(...of.parts.map(slope));
    case "times":
      return leibniz(of.parts, slope);
    case "power":
      return ofPower(of, slope);
    case "exp":
      return times(slope(first!), of);
    case "ln":
      return over(slope(first!), first!);
    default:
      return beyond(of, "differentiated");
  }
};

/** ∂f/∂x of a scalar formula by a name, like terms collected. @throws PhysicsError "expression" for integrals and functions that are not given */
export const derivative = (of: Term, by: Term): Term =>
  tidy(derivation(of, (name) => (name.key === by.key ? one : zero)));
