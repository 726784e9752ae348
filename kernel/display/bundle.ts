/** The value of a cell's last expression as a MIME bundle. */

import { displayed } from "./displayable.js";
import { estimateBundle } from "./estimate.js";
import { frameBundle } from "./frame.js";
import { inspectText } from "./inspect-text.js";
import { mathematicsBundle } from "./mathematics.js";
import { bundle, type MimeBundle } from "./mime-bundle.js";
import { numbersBundle } from "./numbers.js";
import { recordsBundle } from "./records.js";

export type { MimeBundle } from "./mime-bundle.js";

const plain = (value: unknown): MimeBundle => bundle({ "text/plain": inspectText(value) });

/** The first kind that knows the value gives its bundle. */
function ofKind(value: object): MimeBundle | undefined {
  if (Array.isArray(value)) return numbersBundle(value) ?? recordsBundle(value);
  if (ArrayBuffer.isView(value)) return numbersBundle(value);
  return estimateBundle(value) ?? mathematicsBundle(value) ?? frameBundle(value);
}

/** Values that do not display themselves; one that throws when looked at is left to inspection, which says so. */
function bundleOfOther(value: unknown): MimeBundle | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null) return plain(value);
  try {
    return ofKind(value) ?? plain(value);
  } catch {
    return plain(value);
  }
}

/**
 * How a value is shown: by its own `Symbol.for("Jupyter.display")` method, as LaTeX (mathjs), as a table (frames, arrays of
 * records), as mean(error) (estimates), shortened (long arrays of numbers), or else as Node shows it. There is always a text
 * form of at most 100 kB. A promise only when the value's own method is asynchronous; undefined for undefined. Never throws.
 */
export const bundleOfAsync = (value: unknown): MimeBundle | Promise<MimeBundle> | undefined =>
  displayed(value) ?? bundleOfOther(value);

/** As `bundleOfAsync`, but at once: a value with an asynchronous display method is shown by inspection, saying why. */
export function bundleOf(value: unknown): MimeBundle | undefined {
  const now = bundleOfAsync(value);
  return now instanceof Promise
    ? bundle({ "text/plain": `${inspectText(value)}\n(its Jupyter.display method is asynchronous)` })
    : now;
}
