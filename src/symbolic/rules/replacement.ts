import type { Equation } from "../statements/equation.js";
import type { Grounds } from "../statements/interpreters.js";
import { number } from "../terms/build.js";
import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";
import { isAverage, unfoldedAverage } from "./averages.js";
import { acted } from "./components.js";
import { isConstant } from "./dependence.js";
import { constant, type Factor, type Monomial, multiply, relabel, type Sum } from "./index-form.js";
import { matched } from "./match.js";
import { inComponents } from "./normal-form.js";
import { termIsPositive } from "./positive.js";
import { raised } from "./powers.js";
import type { Rewriting } from "./rule.js";

type Missing = { readonly missing: string };

/** The free index n of a family of equations, ρₙ = …, if it is one. */
const familyIndex = ({ left }: Equation, { declarations }: Grounds): string | undefined => {
  const [subscript] = left.subscripts ? left.parts : [];
  const isFamily = subscript?.head === "symbol" && declarations.get(`${left.name}_`)?.role !== "atom";
  return isFamily ? subscript.name : undefined;
};

const setIndex = (of: Term, index: string, value: Term): Term => {
  if (of.head === "symbol" && of.name === index && of.parts.length === 0) return value;
  return of.parts.length === 0
    ? of
    : rebuild(
        of,
        of.parts.map((part) => setIndex(part, index, value)),
      );
};

/** The member of a family of equations whose left side has the name of a factor: (15) at n = 0 for Λ₀. */
const member = (equation: Equation, index: string, of: Factor): Equation | undefined => {
  const [, name, digits] = /^@?(.*)_(\d+)$/u.exec(of.name) ?? [];
  if (digits === undefined || name !== equation.left.name) return undefined;
  return {
    left: setIndex(equation.left, index, number(digits)),
    right: setIndex(equation.right, index, number(digits)),
  };
};

/** q f = right as f = right/q: the one factor of a term that is no number of the system, or the only one, and the inverse of the others, which are positive. */
const solved = (left: Sum, from: Grounds): { readonly main: Factor; readonly inverse: Sum } | undefined => {
  const [only] = left;
  if (!only || left.length > 1 || only.bound.length > 0) return undefined;
  const changing = only.factors.filter((each) => !isConstant(each, from.declarations));
  const [main, ...more] = changing.length > 0 ? changing : only.factors;
  if (!main || more.length > 0 || !main.exponent.equals(1)) return undefined;
  const rest: Monomial = { ...only, factors: only.factors.filter((each) => each !== main) };
  if (!termIsPositive({ ...rest, coefficient: rest.coefficient.abs() }, from.declarations)) return undefined;
  return { main, inverse: raised([rest], constant(-1), from.declarations) };
};

const isPlainOperator = ({ head, rank }: Term): boolean => (head === "symbol" || head === "partial") && rank === 0;

const operatorName = (of: Term): string => {
  const symbol = of.head === "partial" ? of.parts[0]! : of;
  const [subscript] = symbol.subscripts ? symbol.parts : [];
  const name = subscript ? `${symbol.name}_${subscript.value?.toFraction() ?? ""}` : symbol.name;
  return of.head === "partial" ? `∂${name}` : `@${name}`;
};

/** An operator replaced by another, wherever it acts. */
const operators = (
  { left, right }: Equation,
  { declarations }: Grounds,
  fresh: () => string,
  index: string | undefined,
): Rewriting => {
  const name = operatorName(left);
  return (of) => {
    if (of.name !== name) return undefined;
    const [label] = of.labels;
    const indices = new Map(index && label ? [[index, label]] : []);
    return acted(right, () => of.within[0]!, { declarations, indices, variables: new Map(), fresh })([]);
  };
};

const functions = (
  { left, right }: Equation,
  from: Grounds,
  fresh: () => string,
  index: string | undefined,
): Rewriting | undefined => {
  const indices = new Map(index ? [[index, index]] : []);
  const sum = (side: Term) => inComponents(side, from.declarations, fresh, indices);
  const found = solved(sum(left), from);
  if (!found) return undefined;
  return (of) => {
    const labels = matched(found.main, of);
    return labels && multiply(relabel(found.inverse, labels), relabel(sum(right), labels));
  };
};

/**
 * How an equation rewrites its left side into its right side: a function or a derivative of one, at every index and in every
 * direction; an operator wherever it acts; of ρₙ = … for all n the member that is met.
 */
export const replacement = (
  equation: Equation,
  number: string,
  from: Grounds,
  fresh: () => string,
): Rewriting | Missing => {
  const index = familyIndex(equation, from);
  const { left } = equation;
  if (isAverage(equation)) return unfoldedAverage(equation, from, fresh);
  if (left.sort === "operator" && !isPlainOperator(left)) return { missing: `equation (${number}) for one operator` };
  const of = (one: Equation, free?: string) =>
    left.sort === "operator" ? operators(one, from, fresh, free) : functions(one, from, fresh, free);
  const general = of(equation, index);
  if (!general) return { missing: `equation (${number}) with one function on its left side` };
  return (each) => {
    const own = index === undefined ? undefined : member(equation, index, each);
    return own ? of(own)!(each) : general(each);
  };
};
