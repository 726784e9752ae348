import { PhysicsError } from "../../errors.js";
import type { Equation } from "../statements/equation.js";
import type { Grounds } from "../statements/interpreters.js";
import type { Step } from "../statements/statement.js";
import { apply, symbol } from "../terms/build.js";
import { written } from "./canonical.js";
import type { Sum } from "./index-form.js";
import { inComponents, labels } from "./normal-form.js";
import { type Ready, type Rule, rewritten } from "./rule.js";
import { rules as all } from "./rules.js";

/** How a replay ended: how many steps, the closing by the normal form among them, and the statements they used; or what was missing. */
export type Replay =
  | { readonly steps: number; readonly uses: readonly string[] }
  | { readonly missing: string; readonly sides?: readonly [string, string] };

type Sides = readonly [Sum, Sum];

/** An equation of operators says what both make of any function. */
const acting = ({ left, right }: Equation): Equation => {
  const any = symbol("u");
  return left.sort === "operator" ? { left: apply(left, any), right: apply(right, any) } : { left, right };
};

const isZero = ({ right }: Equation): boolean => right.value?.equals(0) === true;

const opened = (equation: Equation, { declarations }: Grounds, fresh: () => string): Sides | string => {
  const { left, right } = acting(equation);
  if (left.rank !== right.rank && !isZero(equation)) return "sides of one rank";
  return [inComponents(left, declarations, fresh), inComponents(right, declarations, fresh)];
};

const act = (ready: Exclude<Ready, { missing: string }>, sum: Sum, { declarations }: Grounds): Sum =>
  "whole" in ready ? ready.whole(sum) : rewritten(sum, ready.rewrite, declarations);

/** Both sides after a step, or what it lacks. */
const stepped = (step: Step, sides: Sides, from: Grounds, ready: Ready): Sides | string => {
  if ("missing" in ready) return ready.missing;
  const before = sides.map((side) => written(side));
  const [left, right] = sides.map((side, i) =>
    step.on === undefined || step.on === ["left", "right"][i] ? act(ready, side, from) : side,
  ) as [Sum, Sum];
  return written(left) === before[0] && written(right) === before[1]
    ? (("lacks" in ready ? ready.lacks?.[0] : undefined) ?? "something to act on")
    : [left, right];
};

const led = (equation: Equation, steps: readonly Step[], from: Grounds, rules: readonly Rule[]): Replay => {
  const fresh = labels();
  let sides = opened(equation, from, fresh);
  if (typeof sides === "string") return { missing: sides };
  const uses = new Set<string>();
  for (const [at, step] of steps.entries()) {
    const rule = rules.find(({ name }) => name === step.rule);
    if (!rule) return { missing: `a rule called ${step.rule}: there are ${rules.map(({ name }) => name).join(", ")}` };
    const ready = rule.prepare(step.with ?? {}, from, fresh);
    sides = stepped(step, sides, from, ready);
    if (typeof sides === "string") return { missing: `step ${at + 1}, ${step.rule}: ${sides}` };
    for (const id of "uses" in ready ? ready.uses : []) uses.add(id);
  }
  const [left, right] = sides.map((side) => written(side)) as [string, string];
  return left === right
    ? { steps: steps.length + 1, uses: [...uses] }
    : { missing: "its steps leave the two sides different", sides: [left, right] };
};

/**
 * Replays an equation: each step rewrites its sides by a rule that must find something to act on, and at the end both have one
 * normal form. Answers with the statements that were used, or with the condition that is missing first.
 */
export const replay = (
  equation: Equation,
  steps: readonly Step[],
  from: Grounds,
  rules: readonly Rule[] = all,
): Replay => {
  try {
    return led(equation, steps, from, rules);
  } catch (error) {
    if (error instanceof PhysicsError) return { missing: error.message };
    throw error;
  }
};
