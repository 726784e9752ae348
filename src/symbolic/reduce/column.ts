import type { Formula } from "./formula.js";

/** A line of a derivation as it is shown: the equation, the rule, what it follows from and the hypotheses that it rests on. */
export interface ShownStep extends Formula {
  readonly id: string;
  readonly rule: string;
  readonly from: readonly string[];
  readonly hypotheses: readonly string[];
}

const reason = ({ rule, from }: ShownStep): string => `${rule}${from.length > 0 ? ` (from ${from.join(", ")})` : ""}`;

const supposed = ({ hypotheses }: ShownStep): string => hypotheses.map((each) => `\n\n> supposed: ${each}`).join("");

/** Steps as a column in Markdown: rule, equation, hypotheses. */
export const markdownColumn = (steps: readonly ShownStep[], holes: readonly Formula[]): string =>
  [
    ...steps.map((step) => `**${step.id}** — ${reason(step)}\n\n$$${step.tex}$$${supposed(step)}`),
    "**left to be measured**",
    ...holes.map(({ tex }) => `$$${tex}$$`),
  ].join("\n\n");

/** The same as plain text, a line each. */
export const textColumn = (steps: readonly ShownStep[], holes: readonly Formula[]): string =>
  [
    ...steps.map((step) => {
      const hypotheses = step.hypotheses.length > 0 ? `; supposed: ${step.hypotheses.join("; ")}` : "";
      return `${step.id}: ${step.text}   [${reason(step)}${hypotheses}]`;
    }),
    ...holes.map((hole) => `to be measured: ${hole.text}`),
  ].join("\n");
