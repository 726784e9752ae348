import { text } from "../notation/index.js";
import type { Finding } from "./finding.js";
import type { Certificate, Kind, Verdict } from "./statement.js";

/** A statement in the ledger of a paper. */
export interface LedgerRow {
  readonly equation: string;
  readonly kind: Kind;
  readonly printed: string;
  readonly verdict: Verdict;
  readonly corrected?: string;
  readonly from: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly reason?: string;
}

/** What was found out about a statement, as a row of the ledger. */
export const rowOf = ({ statement, verdict, corrections, certificates, reasons }: Finding): LedgerRow => {
  const [first] = corrections;
  const written = first && [first.equation.left, first.equation.right].map((side) => text(side));
  const words = [...(statement.reading ? [statement.reading] : []), ...reasons];
  return {
    equation: statement.id,
    kind: statement.kind,
    printed: statement.printed,
    verdict,
    ...(written && { corrected: written.join(" = ") }),
    from: statement.from,
    certificates,
    ...(words.length > 0 && { reason: words.join("; ") }),
  };
};
