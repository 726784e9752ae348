import { labelOf as written } from "../notation/names.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { constant } from "./element.js";
import { binding, labelOf } from "./names.js";
import type { Setting } from "./setting.js";
import { dotOf, mapped, productOf, scalar, sumOf, type Value } from "./value.js";

/** How terms without a limit, and thermal averages, are evaluated. */
interface Evaluation {
  evaluate(of: Term, setting: Setting): Value;
  averaged(of: Value, setting: Setting): Value;
}

/** A limit that is being taken: of which time, and where. */
interface Limit extends Evaluation {
  readonly time: string;
  readonly setting: Setting;
}

const isTime = (of: Term, { time }: Limit): boolean => of.head === "symbol" && written(of) === time;

const saidOf = (of: Term, { setting }: Limit): Term | undefined =>
  of.head === "symbol" ? setting.definitions.get(labelOf(of, setting)) : undefined;

const grows = (of: Term, limit: Limit): boolean => {
  const said = saidOf(of, limit);
  return isTime(of, limit) || of.parts.some((part) => grows(part, limit)) || (said !== undefined && grows(said, limit));
};

const one = ({ setting: { system } }: Limit): Value => scalar(constant(system.n, 1));
const nothing = (of: Value, { setting: { system } }: Limit): Value => mapped(of, () => constant(system.n, 0));

/** A value that does not change, times t^order. */
const atOrder = (order: number, value: Value, limit: Limit): Value =>
  order === 0 ? value : order < 0 ? nothing(value, limit) : beyond("A limit that grows");

/** Powers of t taken out of a product, and what is left. */
const ofProduct = (parts: readonly Term[], order: number, limit: Limit): Value => {
  const powers = parts.filter(
    (part) => isTime(part, limit) || (part.head === "power" && isTime(part.parts[0]!, limit)),
  );
  const exponent = (part: Term) => (part.head === "power" ? part.parts[1]!.value!.valueOf() : 1);
  const total = powers.reduce((sum, part) => sum + exponent(part), order);
  const rest = parts.filter((part) => !powers.includes(part));
  const [moving, ...others] = rest.filter((part) => grows(part, limit));
  const fixed = rest.filter((part) => !grows(part, limit)).map((part) => limit.evaluate(part, limit.setting));
  if (others.length > 0) return beyond("A limit of a product");
  return productOf([...fixed, moving ? rate(moving, total, limit) : atOrder(total, one(limit), limit)]);
};

const ofDot = ([a, b]: readonly [Term, Term], order: number, limit: Limit): Value => {
  const { evaluate, setting } = limit;
  if (grows(a, limit) && grows(b, limit)) return beyond("A limit of a product");
  const [left, right] = grows(a, limit)
    ? [rate(a, order, limit), evaluate(b, setting)]
    : [evaluate(a, setting), rate(b, order, limit)];
  return dotOf(left, right, setting.system.d);
};

/** (1/t)∫ e^{−𝓛₀s}A ds → Aᵗʰ: the average of the integrand at s = 0, as that of every other s is the same. */
const ofIntegral = (of: Term, order: number, limit: Limit): Value =>
  order === -1 && of.parts.slice(1).some((end) => grows(end, limit))
    ? limit.averaged(limit.evaluate(of.parts[0]!, binding(limit.setting, of.name, 0)), limit.setting)
    : beyond("The limit of an integral");

const ofSymbol = (of: Term, order: number, limit: Limit): Value => {
  const said = saidOf(of, limit);
  if (said && grows(said, limit)) return rate(said, order, limit);
  return isTime(of, limit)
    ? atOrder(order + 1, one(limit), limit)
    : atOrder(order, limit.evaluate(of, limit.setting), limit);
};

/** The limit of t^order times a term. */
const rate = (of: Term, order: number, limit: Limit): Value => {
  const { evaluate, setting } = limit;
  switch (of.head) {
    case "plus":
      return sumOf(
        of.parts.map((part) => rate(part, order, limit)),
        setting.system.n,
      );
    case "times":
      return ofProduct(of.parts, order, limit);
    case "dot":
      return ofDot(of.parts as [Term, Term], order, limit);
    case "integral":
      return ofIntegral(of, order, limit);
    case "symbol":
      return ofSymbol(of, order, limit);
    default:
      if (order < 0 && of.head === "apply" && of.parts[0]!.head === "semigroup")
        return nothing(evaluate(of.parts[1]!, setting), limit);
      return grows(of, limit) ? beyond("A limit") : atOrder(order, evaluate(of, setting), limit);
  }
};

/** How a term behaves as t → ∞ next to t: Cesàro means go to thermal averages, which is the Gibbs hypothesis. */
export const limiting = (of: Term, setting: Setting, evaluation: Evaluation): Value =>
  setting.flow === "gibbs"
    ? rate(of.parts[0]!, 0, { ...evaluation, time: of.name, setting })
    : beyond("A limit outside of the Gibbs hypothesis");
