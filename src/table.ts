import { type Displayable, display } from "./display.js";
import { inSigma } from "./estimate/compare.js";
import { type Estimate, isEstimate } from "./estimate/estimate.js";
import { format } from "./estimate/format.js";

/** What a cell of a table can hold. */
export type Entry = string | number | boolean | Estimate | undefined;
export type Row = Readonly<Record<string, Entry>>;

const textOf = (entry: Entry): string => {
  if (isEstimate(entry)) return format(entry.mean, entry.error);
  if (typeof entry === "number") return format(entry, 0);
  return entry === undefined ? "" : String(entry);
};

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** How far a value lies from another: in standard errors, or between two exact numbers in percent. */
const distance = (value: Estimate | number, reference: Estimate | number): string => {
  if (value === reference) return "";
  const sigmas = inSigma(value, reference);
  const signed = (size: number) => `${size < 0 ? "−" : "+"}${Math.abs(size).toFixed(1)}`;
  if (Number.isFinite(sigmas)) return `${signed(sigmas)} σ`;
  return typeof value === "number" && typeof reference === "number"
    ? `${signed(100 * (value / reference - 1))} %`
    : "no error bar";
};

/** What a measurement measures, such as "x^2"; a number or an estimate alone does not say. */
const quantityOf = (value: Estimate | number): string | undefined => (value as { symbol?: string }).symbol;

/** Whether numbers can be taken for routes to the same one: estimates say so by their errors, and exact numbers by lying within a factor of two of the first. */
const isOneQuantity = (values: readonly (Estimate | number)[]): boolean => {
  const quantities = new Set(values.map(quantityOf).filter((symbol) => symbol !== undefined));
  const [first] = values;
  const isNear = (value: Estimate | number) =>
    value === first || (Number(value) / Number(first) >= 0.5 && Number(value) / Number(first) <= 2);
  return quantities.size < 2 && (values.some(isEstimate) || values.every(isNear));
};

/** One row a route; the last column compares each with the first that is exact, or else with the first. Where measurements of two different quantities
 *  meet, or exact numbers further apart than a factor of two, there is nothing to compare and no such column. */
const compared = (routes: Readonly<Record<string, Estimate | number>>): Row[] => {
  const entries = Object.entries(routes);
  const [name, reference] = entries.find(([, value]) => typeof value === "number") ?? entries[0];
  const isCompared = isOneQuantity(entries.map(([, value]) => value));
  return entries.map(([route, value]) => ({
    route,
    value: textOf(value),
    error: typeof value === "number" ? "" : String(Number(value.error.toPrecision(2))),
    ...(isCompared && { [`from ${name}`]: distance(value, reference) }),
  }));
};

const html = (columns: readonly string[], cells: readonly (readonly string[])[]): string => {
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag} style="text-align:left;padding:2px 12px">${escaped(text)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row("th", columns)}</thead><tbody>${cells.map((texts) => row("td", texts)).join("")}</tbody></table>`;
};

const plain = (columns: readonly string[], cells: readonly (readonly string[])[]): string => {
  const lines = [columns, ...cells];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => [...line[i]].length)));
  return lines
    .map((line) =>
      line
        .map((text, i) => text + " ".repeat(widths[i] - [...text].length))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

/** A table that shows itself, and its rows. */
export interface Table extends Displayable {
  readonly rows: readonly Row[];
}

/** A table: of a record of routes to one number (value, error, how many standard errors it lies from the first exact one; measurements of different quantities are not compared, nor exact numbers alone that differ by more than a factor of two), or of rows as they are. */
export const table = (content: Readonly<Record<string, Estimate | number>> | readonly Row[]): Table => {
  const rows = Array.isArray(content)
    ? (content as readonly Row[])
    : compared(content as Readonly<Record<string, Estimate | number>>);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => textOf(row[column])));
  return { rows, [display]: () => ({ "text/html": html(columns, cells), "text/plain": plain(columns, cells) }) };
};
