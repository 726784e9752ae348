import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { gather, type Monomial, powerOf, productOf } from "../monomials/monomial.js";
import { text } from "../notation/text.js";
import { number, one, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { fold } from "./fold.js";
import type { Programme, SlowVariable } from "./programme.js";
import { velocity } from "./velocity.js";
import { epsilon } from "./vocabulary.js";

/** Ẋ of a phase function in the names of the programme, as monomials. */
export const rateOf = (formula: Term, { dictionary, motion }: Programme): readonly Monomial[] =>
  fold(velocity(formula, motion), dictionary);

/** The power of ε in front of a monomial. */
export const orderOf = ({ powers }: Monomial): Fraction => powers.get(epsilon.key)?.exponent ?? new Fraction(0);

/** The scalars that move count as part of the core. */
const moving = (of: Monomial, { motion, slow }: Programme): Monomial => {
  const slowOnes = new Set(slow.map(({ symbol }) => symbol.key));
  const fast = [...of.powers.values()].filter(({ base }) => motion(base) !== undefined && !slowOnes.has(base.key));
  const powers = new Map([...of.powers].filter(([, each]) => !fast.includes(each)));
  const factors = fast.map(({ base, exponent }) => (exponent.equals(1) ? base : power(base, number(exponent))));
  return { ...of, powers, core: times(...factors, ...(of.core.key === one.key ? [] : [of.core])) };
};

const withoutOrder = (of: Monomial): Monomial => productOf(of, powerOf(epsilon, orderOf(of).neg()));

/** Ẋ = ε g + ε² g′: what a slow variable moves by. */
export interface Rate {
  readonly of: SlowVariable;
  /** g, of order one. */
  readonly g: Monomial;
  readonly whole: Term;
}

const refuse = (of: SlowVariable, what: string, remedy: string): never => {
  throw new PhysicsError("parameter", {
    what: `${text(of.symbol)} does not close: ${what}`,
    expected: "slow variables that all move at the rate ε, by one phase function each",
    remedy,
  });
};

/**
 * Ẋ = ε g for each slow variable, g of order one.
 * @throws PhysicsError "parameter" when a variable is not slow, or slow at another order, with the order found
 */
export const rate = (of: SlowVariable, programme: Programme): Rate => {
  const all = rateOf(of.formula, programme);
  const whole = gather(all);
  const [first, ...others] = all;
  if (!first) return refuse(of, "it does not move at all", "Take it as a parameter");
  const odd = all.find((each) => !orderOf(each).equals(1));
  if (odd) {
    const order = orderOf(odd);
    refuse(
      of,
      `its rate ${text(whole)} is of order ε^${order.toFraction()}${order.compare(0) <= 0 ? ", so that it is not slow" : ", not ε"}`,
      "Change the orders of masses, momenta and forces, or choose another variable",
    );
  }
  if (others.length > 0) refuse(of, `its rate ${text(whole)} is a sum`, "Give the sum a name of its own by `names`");
  return { of, g: moving(withoutOrder(first), programme), whole };
};

/** Whether a rate is a function of the slow variables alone. */
export const isSlow = ({ g }: Rate, { slow, motion }: Programme): boolean => {
  const names = new Set(slow.map(({ symbol }) => symbol.key));
  const fixed = (base: Term) => names.has(base.key) || (base.head === "symbol" && motion(base) === undefined);
  return (g.core.key === one.key || names.has(g.core.key)) && [...g.powers.values()].every(({ base }) => fixed(base));
};
