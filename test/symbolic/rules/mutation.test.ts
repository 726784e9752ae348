import { describe, expect, it } from "vitest";
import { written } from "../../../src/symbolic/rules/canonical.js";
import { type Rule, rules } from "../../../src/symbolic/rules/index.js";
import type { Factor, Sum } from "../../../src/symbolic/rules/index-form.js";
import { constant, multiply, single } from "../../../src/symbolic/rules/index-form.js";
import type { Grounds } from "../../../src/symbolic/statements/interpreters.js";
import type { Step } from "../../../src/symbolic/statements/statement.js";
import { lemmas, refusals } from "./lemmas.js";
import { type Case, cases, succeeds } from "./replayed-paper.js";

/** What is done to the result of a rule; a result of 0, which has no terms to spoil, becomes what it was before. */
const spoiled: Readonly<Record<string, (result: Sum) => Sum>> = {
  "the other sign": (result) => multiply(constant(-1), result),
  "twice the result": (result) => multiply(constant(2), result),
  "its first term dropped": (result) => result.slice(1),
};

const broken = (rule: Rule, spoil: (result: Sum) => Sum): Rule => ({
  ...rule,
  prepare(...asked) {
    const ready = rule.prepare(...asked);
    if ("missing" in ready) return ready;
    if ("whole" in ready) {
      const whole = (of: Sum) => {
        const before = new Set(of.map((each) => written([each])));
        const result = ready.whole(of);
        const isKept = result.map((each) => before.has(written([each])));
        return [...result.filter((_, i) => isKept[i]), ...spoil(result.filter((_, i) => !isKept[i]))];
      };
      return { ...ready, whole };
    }
    const rewrite = (of: Factor) => {
      const result = ready.rewrite(of);
      return result && (result.length === 0 ? single(of) : spoil(result));
    };
    return { ...ready, rewrite };
  },
});

const all = [...cases, ...lemmas];
const using = (rule: Rule): readonly Case[] => all.filter(({ steps }) => steps.some((each) => each.rule === rule.name));
const withRule = (rule: Rule): readonly Rule[] => rules.map((each) => (each.name === rule.name ? rule : each));

const without = ({ equations, words, ...rest }: Grounds, id: string): Grounds => ({
  ...rest,
  equations: new Map([...equations].filter(([each]) => each !== id)),
  words: new Map([...words].filter(([each]) => each !== id)),
});

/** A rule that takes the grounds it lacks for granted. */
const credulous = (rule: Rule, granted: Grounds): Rule => ({
  ...rule,
  prepare: (parameters, _, fresh) => rule.prepare(parameters, granted, fresh),
});

/** Whether a replay goes through without a ground that a step of the rule names, while the other rules have all grounds. */
const goesWithout = (rule: Rule, { grounds, ...rest }: Case, id: string): boolean => {
  const others = rules.map((each) => (each.name === rule.name ? each : credulous(each, grounds)));
  return succeeds({ ...rest, grounds: without(grounds, id) }, others);
};

/** Parameters that are no numbers of statements. */
const plain = new Set(["order", "times", "by", "of"]);

const parametersOf = (step: Step): readonly string[] =>
  Object.entries(step.with ?? {}).flatMap(([name, value]) => (plain.has(name) ? [] : [value]));

/** The grounds that the steps of a replay by a rule name. */
const named = (rule: Rule, { steps, grounds }: Case): readonly string[] => {
  const own = steps.filter((each) => each.rule === rule.name).flatMap((each) => parametersOf(each));
  const ids = own.flatMap((each) => each.split(" "));
  return [...new Set(ids)].filter((id) => grounds.equations.has(id) || grounds.words.has(id));
};

it.each(lemmas.map((each) => [each.id, each] as const))("%s is rewritten as it should", (_, lemma) => {
  expect(succeeds(lemma)).toBe(true);
});

it.each(refusals.map(([rule, each]) => [rule, each.id, each] as const))("%s leaves %s", (_, __, refusal) => {
  expect(succeeds(refusal)).toBe(false);
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  it.each(Object.entries(spoiled))("is caught with %s", (_, spoil) => {
    const rest = withRule(broken(rule, spoil));
    expect(using(rule).some((each) => !succeeds(each, rest))).toBe(true);
  });

  it("refuses without what it asks for", () => {
    const asked = using(rule).flatMap((each) => named(rule, each).map((id) => [each, id] as const));
    for (const [each, id] of asked) expect([each.id, id, goesWithout(rule, each, id)]).toEqual([each.id, id, false]);
    const refused = refusals.filter(([of]) => of === name);
    expect(asked.length + refused.length).toBeGreaterThan(0);
  });
});
