import type { Stream } from "../../random/stream.js";
import type { Equation } from "../statements/equation.js";
import { number, partial, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { constrained } from "./constrained.js";
import { draw } from "./draw.js";
import { clockOf, type Evolution, evolutionOf, evolved, movingAs } from "./evolution.js";
import { expansionOf, ordersOf } from "./expansion.js";
import { kept } from "./kept.js";
import { labelOf } from "./names.js";
import type { Question } from "./question.js";
import type { Setting } from "./setting.js";
import { type System, T0 } from "./system.js";
import type { Value } from "./value.js";

const subscriptName = (of: Term): string | undefined =>
  of.subscripts && of.parts[0]!.head === "symbol" && of.parts[0]!.name.length === 1 && of.parts[0]!.name !== "x"
    ? of.parts[0]!.name
    : undefined;

const isSymbol = ({ left: { head } }: Equation): boolean => head === "symbol";

const hash = (label: string): number =>
  [...label].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 2147483647, 7);

const L0 = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });

const isKept = ({ left, right }: Equation): boolean =>
  left.head === "apply" && left.parts[0]!.key === L0.key && right.value?.equals(0) === true;

/** Refuses premises that no function can be drawn to satisfy: of operators other than ∂/∂t, and of 𝓛ₙ with a right side. */
const usable = (rule: Equation, setting: Setting): Equation => {
  const { left } = rule;
  const [operator] = left.head === "apply" ? left.parts : [];
  const isOpen =
    left.sort === "operator"
      ? left.key !== partial(symbol("t")).key
      : operator?.head === "symbol" && !isKept(rule) && !evolutionOf(rule, undefined, setting);
  return isOpen ? beyond("What follows from an equation between operators") : rule;
};

/** Whether several equations say how a function moves in one time. */
const areMany = (moving: readonly Evolution[], setting: Setting): boolean =>
  new Set(moving.map(({ by }) => labelOf(by, setting))).size < moving.length;

/** What a function is that nothing defines, so that the equations it stands in hold. */
const inventor = (all: readonly Equation[], setting: Setting, question: Question, rng: Stream) => {
  const rules = all.filter((each) => !isSymbol(each));
  for (const rule of rules) usable(rule, setting);
  const clock = clockOf(rules);
  const evolutions = rules.map((rule) => evolutionOf(rule, clock, setting)).filter((each) => each !== undefined);
  const stays = rules.filter(isKept);
  const expansion = expansionOf(all, evolutions);
  const start = (term: Term, label: string) => draw(term, label, question, setting.system, rng.child(hash(label)));
  let collected: readonly Value[] | undefined;
  return (term: Term, label: string): Value => {
    const own = rng.child(hash(label));
    if (stays.some(({ left }) => labelOf(left.parts[1]!, setting) === label))
      return { rank: 0, parts: [kept(own, setting.system, question.areGaussian ?? false)] };
    if (expansion && term.subscripts && term.name === expansion.of.name) {
      const order = (k: number) => symbol(term.name, 0, { subscript: number(k) });
      collected ??= ordersOf(expansion, (k) => start(order(k), `${term.name}_${k}`), setting);
      return collected[Number(label.slice(term.name.length + 1))] ?? beyond(`The order ${label}`);
    }
    const moving = evolutions.filter((each) => movingAs(each, label, setting) !== undefined);
    if (areMany(moving, setting)) return { rank: 0, parts: [constrained(own, label, moving, setting)] };
    return moving.length === 0 ? start(term, label) : evolved(start(term, label), label, moving, setting);
  };
};

/**
 * The setting of an equation on a concrete system: definitions by their names, and what nothing defines drawn at random so that
 * the premises hold.
 */
export const settingFor = (system: System, question: Question, rng: Stream): Setting => {
  const { definitions: said, premises, flow } = question;
  const all = [...said, ...premises];
  const known = new Map<string, Value>();
  const definitions = new Map<string, Term>();
  const families = new Map<string, { readonly index: string; readonly right: Term }>();
  const rates = new Map<string, Term>();
  let invented: ((term: Term, label: string) => Value) | undefined;
  const setting: Setting = {
    ...{ system, flow, definitions, families, rates, bound: new Map(), given: new Map(), open: new Set(), moment: T0 },
    unknown: (term, label) => {
      const value = known.get(label) ?? invented!(term, label);
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
  invented = inventor(all, setting, question, rng);
  return setting;
};
