import type { Equation } from "../statements/equation.js";
import { apply, minus, number, partial, plus, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { differentiatesTime } from "./differentiates-time.js";
import { add, type Element, multiply, scale, variable } from "./element.js";
import { evaluate } from "./evaluate.js";
import { affineForm } from "./functions.js";
import { binding, labelOf } from "./names.js";
import type { Setting } from "./setting.js";
import { fix } from "./substitute.js";
import type { Value } from "./value.js";

/** 𝓓u = rate, where 𝓓 differentiates by a time x. */
export interface Evolution {
  readonly of: Term;
  readonly by: Term;
  readonly operator: Term;
  readonly rate: Term;
}

const t = symbol("t");
const t0 = symbol("t", 0, { subscript: number(0) });

/** What ∂/∂t is said to be, as Σεⁿ∂/∂tₙ. */
export const clockOf = (rules: readonly Equation[]): Term | undefined =>
  rules.find(({ left }) => left.key === partial(t).key)?.right;

/** The equation of motion ∂ρ/∂t = X, or 𝓛ρ = X, at every value of the slow variables. */
const motion = (of: Term, right: Term, clock: Term | undefined): Evolution => ({
  of: symbol(of.name),
  by: clock ? t0 : t,
  operator: clock ?? partial(t),
  rate: right.head === "at" ? right.parts[0]! : right,
});

/** ∂u/∂x = right, (∂u/∂x + …) = 0 solved for it, 𝓓u = right with an operator 𝓓 of a name, or the equation of motion. */
export const evolutionOf = (
  { left, right }: Equation,
  clock: Term | undefined,
  setting: Setting,
): Evolution | undefined => {
  const [first, ...others] = left.head === "plus" ? left.parts : [left];
  const [operator, of] = first!.head === "apply" ? first!.parts : [];
  if (operator === undefined || of?.head !== "symbol") return undefined;
  if (operator.head === "symbol" && others.length === 0) {
    if (operator.name === "𝓛" && operator.subscripts === 0) return motion(of, right, clock);
    return differentiatesTime(operator, setting) ? { of, by: t0, operator, rate: right } : undefined;
  }
  if (operator.head !== "partial") return undefined;
  if (operator.key === partial(t).key && clock && others.length === 0) return motion(of, right, clock);
  const rate = others.length > 0 ? plus(right.rank === left.rank ? right : number(0), ...others.map(minus)) : right;
  return { of, by: operator.parts[0]!, operator, rate };
};

/** The setting in which an evolution is one of the function of this label: itself, or with the subscript of a family bound. */
export const movingAs = ({ of }: Evolution, label: string, setting: Setting): Setting | undefined => {
  if (labelOf(of, setting) === label) return setting;
  const [, order] = /_(\d+)$/.exec(label) ?? [];
  const [index] = of.subscripts ? of.parts : [];
  if (order === undefined || index?.head !== "symbol" || !label.startsWith(`${of.name}_`)) return undefined;
  return binding(setting, index.name, Number(order));
};

/** The value of 𝓓x, by which ∂u/∂x stands in 𝓓u. */
const weight = (operator: Term, at: number, setting: Setting): number => {
  const clock = symbol("clock");
  const within = {
    ...setting,
    given: new Map([...setting.given, [clock.name, { rank: 0, parts: [variable(setting.system.n, at)] }]]),
  };
  const { form, shift } = affineForm(evaluate(apply(operator, clock), within).parts[0]!, setting.system.n);
  return shift !== 0 && form.every((x) => x === 0) ? shift : beyond("An equation that does not move in time");
};

/** ∂u/∂x where u is what it is at x = 0: (rate − 𝓓u)/𝓓x. */
const slope = (start: Value, label: string, { operator, rate, of }: Evolution, at: number, setting: Setting): Value => {
  const within = { ...setting, isSloped: true, given: new Map([...setting.given, [label, start]]) };
  const { parts } = evaluate(rate, within);
  const right = start.parts.map((_, c) => parts[c] ?? parts[0]!);
  if (operator.head === "partial") return { ...start, parts: right };
  const c = weight(operator, at, setting);
  const left = evaluate(apply(operator, of), within).parts;
  return { ...start, parts: right.map((part, i) => scale(add(part, scale(left[i]!, -1)), 1 / c)) };
};

/** u + x ∂u/∂x to first order in the times x, u where they are 0. */
export const evolved = (start: Value, label: string, moving: readonly Evolution[], setting: Setting): Value => {
  const { n, times } = setting.system;
  const known = moving.flatMap((evolution) => {
    const at = times.get(labelOf(evolution.by, setting));
    const within = movingAs(evolution, label, setting);
    return at === undefined || within === undefined ? [] : [{ at, evolution, within }];
  });
  const places = known.map(({ at }) => at);
  const still = { ...start, parts: start.parts.map((part) => fix(part, places)) };
  const terms = known.map(({ at, evolution, within }) => {
    const { parts } = slope(still, label, evolution, at, within);
    return parts.map((part): Element => multiply(variable(n, at), part));
  });
  return { ...still, parts: still.parts.map((part, c) => terms.reduce((sum, term) => add(sum, term[c]!), part)) };
};
