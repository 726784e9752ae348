import { text } from "../notation/text.js";
import type { DerivationForm, DerivationStep } from "../show/index.js";
import type { Formula } from "./formula.js";

/** A line of a derivation as it is shown: the equation, the rule, what it follows from and the hypotheses that it rests on. */
export interface ShownStep extends Formula {
  readonly id: string;
  readonly rule: string;
  readonly from: readonly string[];
  readonly hypotheses: readonly string[];
}

const line = ({ id, rule, from, hypotheses, tex, text }: ShownStep): DerivationStep => ({
  id,
  tex,
  text,
  rule,
  kind: rule === "definition" ? "definition" : "identity",
  from,
  hypotheses,
  certificates: [],
});

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

/** The steps of a reduction, of which the last is its equation, and below it what that leaves to be measured. No step is certified here. */
export const derivationOf = (steps: readonly ShownStep[], holes: readonly Formula[]): DerivationForm => ({
  title: "From Liouville's equation to that of the slow variables",
  steps: [...steps.map(line), ...holes.map((each) => hole(each, steps[steps.length - 1]!.id))],
});
