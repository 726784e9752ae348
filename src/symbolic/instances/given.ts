import type { Stream } from "../../random/stream.js";
import type { Equation } from "../statements/equation.js";
import { minus, number, plus, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { draw, drawn } from "./draw.js";
import { add, constant, type Element, multiply, scale, variable } from "./element.js";
import { evaluate } from "./evaluate.js";
import { exponential } from "./functions.js";
import { labelOf } from "./names.js";
import type { Question } from "./question.js";
import type { Setting } from "./setting.js";
import { fix } from "./substitute.js";
import type { System } from "./system.js";
import type { Value } from "./value.js";

const subscriptName = (of: Term): string | undefined =>
  of.subscripts && of.parts[0]!.head === "symbol" && of.parts[0]!.name.length === 1 && of.parts[0]!.name !== "x"
    ? of.parts[0]!.name
    : undefined;

/** ∂u/∂x = rate. */
interface Evolution {
  readonly of: Term;
  readonly by: Term;
  readonly rate: Term;
}

/** ∂u/∂x = right, or (∂u/∂x + …) = 0 solved for it. */
const evolution = ({ left, right }: Equation): Evolution | undefined => {
  const [first, ...others] = left.head === "plus" ? left.parts : [left];
  const [operator, of] = first!.head === "apply" ? first!.parts : [];
  if (operator?.head !== "partial" || of?.head !== "symbol") return undefined;
  const [by] = operator.parts as [Term];
  return {
    of,
    by,
    rate: others.length > 0 ? plus(right.rank === left.rank ? right : number(0), ...others.map(minus)) : right,
  };
};

/** H and the slow variables are what 𝓛₀ leaves alone: a function of these. */
const inKernel = (rng: Stream, { system: of }: Setting, areGaussian: boolean): Element => {
  const H = of.energy;
  const slow = [...of.slow.values()].flatMap(({ at, forms }) => forms.map((_, c) => at + c));
  const gaussian = exponential(scale(H, -0.7));
  return areGaussian
    ? multiply(drawn(rng, of, slow, "gaussian"), gaussian)
    : multiply(multiply(drawn(rng, of, slow, "falling"), add(H, constant(of.n, 0.4))), gaussian);
};

const isSymbol = ({ left: { head } }: Equation): boolean => head === "symbol";

/** u + x ∂u/∂x to first order in the times x, u where they are 0. */
const evolved = (start: Value, label: string, moving: readonly Evolution[], setting: Setting): Value => {
  const { n, times } = setting.system;
  const known = moving.flatMap(({ by, rate }) => {
    const at = times.get(labelOf(by, setting));
    return at === undefined ? [] : [{ at, rate }];
  });
  const still = {
    ...start,
    parts: start.parts.map((part) =>
      fix(
        part,
        known.map(({ at }) => at),
      ),
    ),
  };
  const within = { ...setting, isSloped: true, given: new Map([...setting.given, [label, still]]) };
  const terms = known.map(({ at, rate }) => {
    const { parts } = evaluate(rate, within);
    const time = variable(n, at);
    return still.parts.map((_, c) => multiply(time, parts[c] ?? parts[0]!));
  });
  return { ...still, parts: still.parts.map((part, c) => terms.reduce((sum, term) => add(sum, term[c]!), part)) };
};

const hash = (label: string): number =>
  [...label].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 2147483647, 7);

const L0 = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });

/** What a function is that nothing defines, so that the equations it stands in hold. */
const inventor = (rules: readonly Equation[], question: Question, rng: Stream) => {
  const evolutions = rules.map(evolution).filter((each) => each !== undefined);
  const kept = rules.filter(({ left }) => left.head === "apply" && left.parts[0]!.key === L0.key);
  return (term: Term, label: string, setting: Setting): Value => {
    const own = rng.child(hash(label));
    if (kept.some(({ left }) => labelOf(left.parts[1]!, setting) === label))
      return { rank: 0, parts: [inKernel(own, setting, question.areGaussian ?? false)] };
    const moving = evolutions.filter(({ of }) => labelOf(of, setting) === label);
    const start = draw(term, label, question, setting.system, own);
    return moving.length === 0 ? start : evolved(start, label, moving, setting);
  };
};

/**
 * The setting of an equation on a concrete system: definitions by their names, and what nothing defines drawn at random so that
 * the premises hold.
 */
export const settingFor = (system: System, question: Question, rng: Stream): Setting => {
  const { definitions: said, premises, flow } = question;
  const all = [...said, ...premises];
  const invented = inventor(
    all.filter((each) => !isSymbol(each)),
    question,
    rng,
  );
  const known = new Map<string, Value>();
  const definitions = new Map<string, Term>();
  const families = new Map<string, { readonly index: string; readonly right: Term }>();
  const rates = new Map<string, Term>();
  const setting: Setting = {
    ...{ system, flow, definitions, families, rates, bound: new Map(), given: new Map(), open: new Set() },
    unknown: (term, label) => {
      const value = known.get(label) ?? invented(term, label, setting);
      known.set(label, value);
      return value;
    },
  };
  for (const { left, right } of all.filter(isSymbol)) {
    const index = subscriptName(left);
    if (index) families.set(left.name, { index, right });
    else definitions.set(labelOf(left, setting) + (left.starred ? "*" : ""), right);
  }
  for (const { left, right } of premises) {
    const [operator, of] = left.head === "apply" ? left.parts : [];
    if (operator?.head === "partial" && of!.head === "symbol" && definitions.has(labelOf(of!, setting)))
      rates.set(left.key, right);
  }
  return setting;
};
