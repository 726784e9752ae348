/** danfojs data frames and series, of the vendored module or of the user's own, as tables. */

import type { MimeBundle } from "./mime-bundle.js";
import { tableBundle } from "./table.js";

/** What is common to every version of danfojs. */
interface Frame {
  readonly $isSeries: boolean;
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  readonly index: readonly unknown[];
  readonly values: readonly unknown[];
}

const isFrame = (value: object): value is Frame => {
  const frame = value as Partial<Frame>;
  return typeof frame.$isSeries === "boolean" && Array.isArray(frame.index) && Array.isArray(frame.values);
};

/** The bundle of a frame: labels, column names, their types, cells; undefined for other values. */
export function frameBundle(value: object): MimeBundle | undefined {
  if (!isFrame(value)) return undefined;
  const { $isSeries, columns, dtypes, index, values } = value;
  return tableBundle({
    rows: values.length,
    columns: [columns].flat().map(String),
    dtypes,
    label: (row) => index[row],
    cell: (row, column) => ($isSeries ? values[row] : (values[row] as readonly unknown[])[column]) ?? null,
  });
}
