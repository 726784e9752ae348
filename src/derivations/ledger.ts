import { type Displayable, display } from "../display.js";
import { certificateText } from "../symbolic/show/certificate-text.js";
import { derivationBundle } from "../symbolic/show/index.js";
import type { Finding } from "../symbolic/statements/finding.js";
import { type LedgerRow, rowOf } from "../symbolic/statements/row.js";
import { stepOf } from "./shown.js";

/** The ledger of a paper: what each of its statements is worth. It shows itself as a derivation, misprints beside their corrections. */
export interface Ledger extends Displayable {
  readonly rows: readonly LedgerRow[];
  readonly findings: readonly Finding[];
}

/** A row as lines of text. */
export const rowText = ({ equation, kind, verdict, printed, corrected, certificates, reason }: LedgerRow): string =>
  [
    `(${equation})  ${kind === verdict ? kind : `${kind}: ${verdict}`}  ${printed}`,
    ...(corrected ? [`    corrected: ${corrected}`] : []),
    ...certificates.map((certificate) => `    ${certificateText(certificate)}`),
    ...(reason ? [`    ${reason}`] : []),
  ].join("\n");

/** "61 holds, 8 misprint, …". */
export const countText = (rows: readonly LedgerRow[]): string =>
  ["holds", "misprint", "definition", "hypothesis", "limit"]
    .map((verdict) => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`)
    .join(", ");

/** The ledger of what was found out. */
export const ledgerOf = (findings: readonly Finding[]): Ledger => {
  const rows = findings.map(rowOf);
  const text = () => [...rows.map(rowText), countText(rows)].join("\n");
  const form = () => ({ title: countText(rows), steps: findings.map(stepOf) });
  return { rows, findings, [display]: () => ({ ...derivationBundle(form()), "text/plain": text() }) };
};
