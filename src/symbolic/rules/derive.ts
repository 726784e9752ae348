import type { Term } from "../terms/term.js";
import { byEquation } from "./by-equation.js";
import { byParts } from "./by-parts.js";
import { written } from "./canonical.js";
import { inComponents, labels } from "./normal-form.js";
import { type Context, type Rule, rewritten } from "./rule.js";
import { throughDelta } from "./through-delta.js";
import { underTheIntegral } from "./under-the-integral.js";
import { unfold } from "./unfold.js";

/** The rules that rewrite; "unfold" beside them replaces a defined name. */
export const rules: readonly Rule[] = [underTheIntegral, byParts, throughDelta, byEquation];

/** One line of a derivation: what the term before becomes, by which rules. */
export interface Step {
  readonly to: Term;
  readonly by: readonly { readonly rule: string; readonly with?: Readonly<Record<string, string>> }[];
}

/** A line for display: the rules in words, the term before and after, the premises used. */
export interface Line {
  readonly rules: readonly string[];
  readonly before: Term;
  readonly after: Term;
  readonly premises: readonly string[];
}

export type Derivation =
  | { readonly lines: readonly Line[]; readonly hypotheses: readonly string[] }
  | { readonly missing: string };

type Checked = { readonly line: Line; readonly hypotheses: readonly string[] } | { readonly missing: string };

const unfolded = (step: Step, sides: readonly Term[], context: Context): readonly Term[] | string => {
  let now = sides;
  for (const { rule, with: { equation = "" } = {} } of step.by.filter((each) => each.rule === "unfold")) {
    const given = context.equations.get(equation);
    if (given?.left.head !== "symbol") return `${rule}: a definition (${equation}) among the premises`;
    const isSlow = context.declarations.get(given.left.name)?.role === "slow";
    const after = now.map((side) => unfold(side, given, isSlow));
    if (after.every(({ key }, i) => key === now[i]!.key)) return `${rule}: ${given.left.name} in the term`;
    now = after;
  }
  return now;
};

const check = (before: Term, step: Step, context: Context): Checked => {
  const fresh = labels();
  const sides = unfolded(step, [before, step.to], context);
  if (typeof sides === "string") return { missing: sides };
  let sums = sides.map((side) => inComponents(side, context.declarations, fresh));
  const hypotheses: string[] = [];
  for (const { rule, with: parameters = {} } of step.by.filter((each) => each.rule !== "unfold")) {
    const found = rules.find(({ name }) => name === rule);
    if (!found)
      return { missing: `a rule called ${rule}: there are unfold, ${rules.map(({ name }) => name).join(", ")}` };
    const ready = found.prepare(parameters, context, fresh);
    if ("missing" in ready) return { missing: `${rule}: ${ready.missing}` };
    const after = sums.map((sum) => rewritten(sum, ready.rewrite, context.declarations));
    if (after.every((sum, i) => written(sum) === written(sums[i]!))) return { missing: `${rule}: something to act on` };
    sums = after;
    hypotheses.push(...ready.rests);
  }
  const [left, right] = sums.map((sum) => written(sum));
  if (left !== right) return { missing: `a rule that leads from ${left} to ${right}` };
  const premises = step.by.flatMap(({ with: { equation, definition, hypothesis } = {} }) =>
    [equation, definition, hypothesis].filter((id) => id !== undefined),
  );
  return { hypotheses, line: { rules: step.by.map(({ rule }) => rule), before, after: step.to, premises } };
};

/**
 * Replays a derivation: each line must have the normal form of the one before, once the rules named have rewritten both.
 * Answers with the lines and the hypotheses that they rest on, or with the condition that is missing first.
 * @throws PhysicsError "expression" on terms that the normal form does not reach
 */
export const derive = (start: Term, steps: readonly Step[], context: Context): Derivation => {
  const lines: Line[] = [];
  const hypotheses = new Set<string>();
  let before = start;
  for (const step of steps) {
    const checked = check(before, step, context);
    if ("missing" in checked) return { missing: `Line ${lines.length + 1}: ${checked.missing}` };
    lines.push(checked.line);
    for (const id of checked.hypotheses) hypotheses.add(id);
    before = step.to;
  }
  return { lines, hypotheses: [...hypotheses] };
};
