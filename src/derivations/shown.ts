import { tex, text } from "../symbolic/notation/index.js";
import type { DerivationStep, ShownFormula } from "../symbolic/show/index.js";
import type { Equation } from "../symbolic/statements/equation.js";
import type { Finding } from "../symbolic/statements/finding.js";
import { rowOf } from "../symbolic/statements/row.js";

const formulaOf = ({ left, right }: Equation, { section }: Finding): ShownFormula => ({
  tex: [left, right].map((side) => tex(side, section.declarations)).join(" = "),
  text: [left, right].map((side) => text(side)).join(" = "),
});

/** Words as they stand in a formula. */
const worded = (words: string): ShownFormula => ({
  tex: `\\text{${words.replace(/[\\{}$%#&_^~]/g, " ")}}`,
  text: words,
});

const rules = {
  holds: "both sides agree on concrete systems",
  misprint: "the print fails on concrete systems",
  definition: "definition",
  hypothesis: "assumed, or not certified",
  limit: "holds under the hypotheses it names",
} as const;

/** A statement of a ledger as a line of a derivation: what holds, and for a misprint what was printed. */
export const stepOf = (finding: Finding): DerivationStep => {
  const { statement, printed, corrections, verdict, certificates } = finding;
  const [first] = corrections;
  const asPrinted = printed ? formulaOf(printed, finding) : worded(statement.printed);
  const corrected = first && formulaOf(first.equation, finding);
  const { reason } = rowOf(finding);
  return {
    ...(corrected ?? asPrinted),
    id: statement.id,
    rule: first ? `${rules[verdict]}; ${first.what}` : rules[verdict],
    kind: statement.kind,
    from: statement.from,
    hypotheses: certificates.flatMap(({ rests = [] }) => rests.map((other) => `(${other})`)),
    verdict,
    ...(verdict === "misprint" && { printed: asPrinted }),
    ...(corrected && { corrected }),
    ...(reason && { reason }),
    certificates,
  };
};
