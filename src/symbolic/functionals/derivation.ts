import { PhysicsError } from "../../errors.js";
import { text } from "../notation/index.js";
import { apply, dot, integral, number, one, over, partial, plus, power, symbol, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { argumentsOf, isCall } from "./field.js";

const isZero = ({ key }: Term): boolean => key === zero.key;

/** @throws PhysicsError "expression" */
export const beyond = (of: Term): never => {
  throw new PhysicsError("expression", {
    what: `${text(of)} cannot be varied`,
    expected: "fields, their derivatives, functions of them, powers, exp, ln, dots of gradients, and integrals",
    remedy: "Write it with these",
  });
};

const leibniz = (parts: readonly Term[], D: (of: Term) => Term, join: (...parts: readonly Term[]) => Term): Term =>
  plus(
    ...parts.flatMap((part, i) => {
      const rate = D(part);
      return isZero(rate) ? [] : [join(...parts.map((other, k) => (k === i ? rate : other)))];
    }),
  );

/** c v for a scalar c and a rate v of any rank. */
const scaled = (c: Term, rate: Term): Term => (isZero(rate) ? zero : times(c, rate));

/** f′(a) of a function of one argument; ∂f/∂x of one of several, where the argument is a plain name. */
const slopeOf = (call: Term, argument: Term, alone: boolean): Term => {
  const { name, subscripts, parts } = call;
  if (alone) return symbol(`${name}'`, 0, { subscript: subscripts ? parts[0] : undefined, args: argumentsOf(call) });
  return argument.head === "symbol" && !isCall(argument) ? apply(partial(argument), call) : beyond(call);
};

/**
 * A derivation, D(a b) = D(a) b + a D(b), of formulas with fields, functions of them and integrals, from what it makes of the atoms for
 * which `atom` knows an answer; what depends on none of them has D = 0.
 */
export const derivation = (of: Term, atom: (part: Term) => Term | undefined): Term => {
  const found = atom(of);
  if (found) return found;
  const D = (part: Term): Term => derivation(part, atom);
  const [a, b] = of.parts as [Term, Term];
  if (isCall(of)) {
    const args = argumentsOf(of);
    return plus(
      ...args.map((arg) => scaled(slopeOf(of, arg, args.length === 1), D(arg))).filter((part) => !isZero(part)),
    );
  }
  switch (of.head) {
    case "number":
    case "symbol":
      return zero;
    case "plus":
      return plus(...of.parts.map(D).filter((part) => !isZero(part)));
    case "times":
      return leibniz(of.parts, D, times);
    case "dot":
      return leibniz(of.parts, D, (left, right) => dot(left!, right!));
    case "power":
      if (!isZero(D(b))) return beyond(of);
      return scaled(times(b, power(a, b.value ? number(b.value.sub(1)) : plus(b, number(-1)))), D(a));
    case "exp":
      return scaled(of, D(a));
    case "ln":
      return scaled(over(one, a), D(a));
    case "integral": {
      const rate = D(a);
      return isZero(rate) ? zero : integral(of.name, rate);
    }
    case "apply":
      return isZero(D(b)) ? zero : beyond(of);
    default:
      return beyond(of);
  }
};
