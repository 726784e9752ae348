import { type Displayable, display } from "../display.js";
import { tex } from "../symbolic/notation/index.js";
import type { Equation } from "../symbolic/statements/equation.js";
import type { Finding } from "../symbolic/statements/finding.js";
import { type LedgerRow, rowOf } from "../symbolic/statements/row.js";
import { certificateText } from "./certificate-text.js";
import { escaped, red } from "./html.js";

/** The ledger of a paper: what each of its statements is worth. It shows itself, misprints in red with their corrections. */
export interface Ledger extends Displayable {
  readonly rows: readonly LedgerRow[];
  readonly findings: readonly Finding[];
}

const written = ({ left, right }: Equation, { section }: Finding): string =>
  `$${tex(left, section.declarations)} = ${tex(right, section.declarations)}$`;

/** A statement as printed, and below it in red what it should be. */
export const statementHtml = (finding: Finding): string => {
  const { printed, statement, corrections, verdict } = finding;
  const said = printed ? written(printed, finding) : escaped(statement.printed);
  const [first] = corrections;
  return `${verdict === "misprint" ? red(said) : said}${first ? `<br>${written(first.equation, finding)}` : ""}`;
};

const rowHtml = (finding: Finding): string => {
  const { statement, verdict, certificates } = finding;
  const { reason = "" } = rowOf(finding);
  const cells = [
    `(${statement.id})`,
    statement.kind,
    statementHtml(finding),
    statement.from.map((id) => `(${id})`).join(" "),
    certificates.map(certificateText).join("<br>"),
    verdict === "misprint" ? red(verdict) : verdict,
    escaped(reason),
  ];
  return `<tr>${cells.map((cell) => `<td style="text-align:left;padding:2px 12px">${cell}</td>`).join("")}</tr>`;
};

const heads = ["equation", "kind", "statement", "from", "certificates", "verdict", "remarks"];

const html = (findings: readonly Finding[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th style="text-align:left;padding:2px 12px">${head}</th>`).join("")}</tr></thead><tbody>${findings.map(rowHtml).join("")}</tbody></table>`;

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
  const page = () => `${html(findings)}<p>${countText(rows)}</p>`;
  return { rows, findings, [display]: () => ({ "text/html": page(), "text/plain": text() }) };
};
