import { text } from "../notation/text.js";
import type { DerivationForm, DerivationStep, ShownCertificate } from "../show/index.js";
import type { Outcome } from "../statements/outcome.js";
import type { Formula } from "./formula.js";
import type { Step } from "./steps/step.js";

/** A line of a derivation as it is shown: the equation, the rule, what it follows from and the hypotheses that it rests on. */
export interface ShownStep extends Formula, Pick<Step, "id" | "rule" | "kind" | "from" | "hypotheses"> {}

/** A line with what concrete systems say of it: undefined for definitions and hypotheses. */
export interface CheckedStep extends ShownStep {
  readonly outcome: Outcome | undefined;
  readonly certificates: readonly ShownCertificate[];
  /** What refutes the line, or why it could not be evaluated. */
  readonly reason: string | undefined;
}

const certificatesOf = (outcome: Outcome | undefined): readonly ShownCertificate[] =>
  outcome && outcome.state !== "undecided" && Number.isFinite(outcome.residual)
    ? [{ method: "evaluated", instances: outcome.instances, residual: outcome.residual }]
    : [];

const reasonOf = (outcome: Outcome | undefined): string | undefined => {
  if (outcome?.state === "fails") return outcome.counterexample;
  return outcome?.state === "undecided" ? `not evaluated: ${outcome.reason}` : undefined;
};

/** A line with its certificate. */
export const checkedStep = (step: ShownStep, outcome: Outcome | undefined): CheckedStep => ({
  ...step,
  outcome,
  certificates: certificatesOf(outcome),
  reason: reasonOf(outcome),
});

const line = (step: CheckedStep): DerivationStep => {
  const { id, rule, kind, from, hypotheses, tex, text, certificates, reason, outcome } = step;
  return {
    ...{ id, tex, text, rule, kind, from, hypotheses, certificates },
    ...(kind === "identity" && outcome?.state === "holds" && { verdict: "holds" as const }),
    ...(reason !== undefined && { reason }),
  };
};

const hole = (each: Formula, from: string): DerivationStep => ({
  id: text(each.left),
  tex: each.tex,
  text: each.text,
  rule: "left to be measured",
  kind: "definition",
  from: [from],
  hypotheses: [],
  certificates: [],
});

/** The steps of a reduction, of which the last is its equation, and below it what that leaves to be measured. */
export const derivationOf = (steps: readonly CheckedStep[], holes: readonly Formula[]): DerivationForm => ({
  title: "From Liouville's equation to that of the slow variables",
  steps: [...steps.map(line), ...holes.map((each) => hole(each, steps[steps.length - 1]!.id))],
});
