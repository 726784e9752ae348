import { whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { inspected, type ShownEstimate } from "../../estimate/estimate.js";
import { order } from "../../estimate/order.js";
import { stream } from "../../random/stream.js";
import { parse, tex, text } from "../notation/index.js";
import { labelOf } from "../notation/names.js";
import { signsOf } from "../notation/signs.js";
import { tidy } from "../scalars/expand.js";
import { letterOf, namesOf } from "../scalars/names.js";
import { replaced } from "../scalars/substitute.js";
import { number, plus, power, semigroup, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import { derivative } from "./derivative.js";
import { instanceOf, type Values } from "./given.js";
import { distance, drawn } from "./instance.js";
import { inCommutators } from "./lie.js";
import { logarithmOf } from "./logarithm.js";
import { matrixOf } from "./matrices.js";
import { mentions, named } from "./names.js";
import { type Series, seriesOf } from "./series.js";
import { expanded } from "./words.js";

/** How two operators compare on random matrices. */
export interface Seeded {
  readonly seed: string;
  /** How often matrices are drawn; 5 unless told. */
  readonly instances?: number;
}

/** An expression in operators that need not commute; it shows itself. */
export interface Operator extends Displayable {
  readonly term: Term;
  readonly text: string;
  readonly tex: string;
  toString(): string;
  /** Multiplied out, the order of letters kept, like words added. */
  expand(): Operator;
  /** Written in nested commutators. @throws PhysicsError "expression" where it is not made of any */
  commutators(): Operator;
  /** ∂/∂λ by a scalar; of e^{τG(λ)} Duhamel's ∫₀^τ e^{G(τ−s)} (∂G/∂λ) e^{Gs} ds. @throws PhysicsError "parameter" for operators and names not held */
  derivative(by: string): Operator;
  /** Σ λᵏUₖ to an order in λ; of e^{t(A + λB)} Dyson's series. What is left out is shown as O(…), and is no part of the operator. */
  series(by: string, order: number): Operator;
  /** ln of it, to an order in λ; of e^{λA} e^{λB} the series of Baker, Campbell and Hausdorff. */
  logarithm(by: string, order: number): Operator;
  /** The matrix for given numbers and matrices, by rows. @throws PhysicsError "parameter" for a name without a value */
  value(values: Values): number[][];
  /** The largest relative distance from another operator, on random 4 × 4 matrices. */
  residual(other: Operator | string, seeded: Seeded): number;
  /** p in ‖this − other‖ ∝ λᵖ as λ → 0, fitted on random matrices. */
  order(other: Operator | string, by: string, seeded: Seeded): ShownEstimate;
}

/** A name as the free scalar that it is in an operator. @throws PhysicsError "parameter" where it is none */
const scalarNamed = (by: string, of: Term): Term => {
  const label = letterOf(by);
  const refuse = (what: string, remedy: string): never => {
    throw new PhysicsError("parameter", { what, expected: "a scalar of the operator", remedy });
  };
  if (!mentions(of, label)) return refuse(`${by} does not occur in ${text(of)}`, "Check the spelling");
  for (const [, each] of positions(of)) {
    if (each.head === "symbol" && each.sort === "operator" && labelOf(each) === label)
      return refuse(`${by} is an operator in ${text(of)}`, `Put a scalar before it, x ${by}, and name that`);
    if (each.head === "integral" && each.name === label)
      return refuse(`${by} is integrated over in ${text(of)}`, "Name a scalar that is free");
  }
  return named(label);
};

/** Σ λᵏUₖ, the powers of λ multiplied in. */
const summed = (series: Series, by: Term): Term =>
  plus(
    ...series.flatMap((each, k) => {
      if (each.key === zero.key) return [];
      if (k === 0) return [each];
      const front = k === 1 ? by : power(by, number(k));
      return (each.head === "plus" ? each.parts : [each]).map((part) => inFrontOf(front, part));
    }),
  );

/** λ · c A: numbers stay in front of it. */
const inFrontOf = (front: Term, of: Term): Term => {
  const parts = of.head === "times" ? of.parts : [of];
  const [first, ...rest] = parts as [Term, ...Term[]];
  return first.head === "number" ? times(first, front, ...rest) : times(front, ...parts);
};

const SMALL = [1 / 8, 1 / 16, 1 / 32, 1 / 64, 1 / 128];

/** The slope of ln‖A − B‖ over ln λ on random matrices. */
const slopeOf = (a: Term, b: Term, by: Term, { seed }: Seeded): ShownEstimate => {
  const at = drawn([a, b], stream(seed));
  const label = letterOf(text(by));
  return order(
    SMALL.map((step) => ({
      step,
      error: distance(a, b, { ...at, numbers: new Map([...at.numbers, [label, step]]) }).absolute,
    })),
  );
};

const residualOf = (a: Term, b: Term, { seed, instances = 5 }: Seeded): number => {
  const rng = stream(seed);
  const all = Array.from({ length: whole("the number of instances", instances) }, (_, k) =>
    drawn([a, b], rng.child(k)),
  );
  return Math.max(...all.map((at) => distance(a, b, at).relative));
};

/** What stands beside an operator where it is shown: what it is equal to, up to an order. */
interface Beside {
  readonly left: { readonly text: string; readonly tex: string };
  readonly order?: { readonly by: Term; readonly n: number };
}

/** ∂U/∂λ = …, U = … + O(λⁿ). */
const equation = (of: { readonly text: string; readonly tex: string }, { left, order }: Beside) => {
  const next = order && power(order.by, number(order.n + 1));
  return {
    text: `${left.text} = ${of.text}${next ? ` + O(${text(next)})` : ""}`,
    tex: `${left.tex} = ${of.tex}${next ? ` + O(${tex(next, signsOf([next]))})` : ""}`,
  };
};

const shown = (term: Term, read: (text: string) => Term, beside?: Beside): Operator => {
  const plain = text(term);
  const latex = tex(term, signsOf([term]));
  const printed = beside ? equation({ text: plain, tex: latex }, beside) : { text: plain, tex: latex };
  const made = (of: Term, next?: Beside) => shown(of, read, next);
  const termOf = (other: Operator | string) => (typeof other === "string" ? read(other) : other.term);
  const show = () => plain;
  return {
    term,
    text: plain,
    tex: latex,
    toString: show,
    expand: () => made(expanded(term), beside),
    commutators: () => made(inCommutators(term), beside),
    derivative: (by) => {
      const λ = text(scalarNamed(by, term));
      const sign = tex(scalarNamed(by, term), signsOf([scalarNamed(by, term)]));
      const left = {
        text: `∂/∂${λ} (${plain})`,
        tex: `\\frac{\\partial}{\\partial ${sign}} ${inBrackets(term, latex)}`,
      };
      return made(expanded(derivative(term, scalarNamed(by, term))), { left });
    },
    series: (by, n) => {
      const name = scalarNamed(by, term);
      const left = { text: plain, tex: latex };
      return made(summed(seriesOf(term, name, whole("the order", n, 0)), name), { left, order: { by: name, n } });
    },
    logarithm: (by, n) => {
      const name = scalarNamed(by, term);
      const left = { text: `ln(${plain})`, tex: `\\ln\\left(${latex}\\right)` };
      return made(summed(logarithmOf(term, name, whole("the order", n)), name), { left, order: { by: name, n } });
    },
    value: (values) => {
      const at = instanceOf(values);
      const entries = matrixOf(term, at);
      return Array.from({ length: at.n }, (_, i) => [...entries.subarray(i * at.n, (i + 1) * at.n)]);
    },
    residual: (other, seeded) => residualOf(term, termOf(other), seeded),
    order: (other, by, seeded) => slopeOf(term, termOf(other), scalarNamed(by, term), seeded),
    ...{ [inspected]: show },
    [display]: () => ({ "text/latex": `$$${printed.tex}$$`, "text/plain": printed.text }),
  };
};

const inBrackets = (of: Term, latex: string): string =>
  of.head === "plus" || of.head === "times" ? `\\left(${latex}\\right)` : latex;

/** A, B, C …: single capitals are operators. */
const isCapital = (label: string): boolean => /^\p{Lu}(?:_\d+)?$/u.test(label) && !/^[ΓΔΘΛΞΠΣΦΨΩ]/u.test(label);

/** The product A x of an operator and a scalar, which stand side by side; e^{Gt} with t collected, h/2 as 1/2 h. */
const composed = (of: Term): Term =>
  replaced(of, ({ head, parts: [a, b] }) => {
    if (head === "apply") return times(composed(a!), composed(b!));
    return head === "semigroup" ? semigroup(composed(a!), tidy(b!)) : undefined;
  });

/**
 * Operators that need not commute, from the notation: `operator("e^{t (A + epsilon B)}")`, `operator("[A, [B, C]]")`. Single capitals are
 * operators, and the names under `operators` beside them; all others are scalars.
 * @throws PhysicsError "expression" that points at what is not understood
 */
export const operator = (given: string, operators: readonly string[] = []): Operator => {
  const read = (formula: string): Term => {
    const capitals = [...namesOf(formula, { calls: true }).keys()].filter(isCapital);
    return composed(parse(formula, namesOf(formula, { operators: [...operators, ...capitals] })));
  };
  return shown(read(given), read);
};
