import { badgeTexts } from "./badge-text.js";
import type { DerivationForm, DerivationStep } from "./form.js";

const lines = (step: DerivationStep): readonly string[] => [
  `(${step.id})  ${step.text}`,
  `      ${step.rule}${step.from.length > 0 ? `; from ${step.from.join(", ")}` : ""}  [${badgeTexts(step).join("; ")}]`,
  ...step.hypotheses.map((each) => `      supposed: ${each}`),
  ...(step.printed ? [`      printed:   ${step.printed.text}`] : []),
  ...(step.corrected ? [`      corrected: ${step.corrected.text}`] : []),
  ...(step.reason ? [`      ${step.reason}`] : []),
  ...(step.substeps ?? []).map(({ rule, text }) => `      … ${text}   (${rule})`),
];

/** A derivation as plain text. */
export const plainColumn = ({ title, steps }: DerivationForm): string => [title, ...steps.flatMap(lines)].join("\n");
