/** A menu of alternatives: `const word = dropdown("splitting", ["BAOAB", "ABOBA"])`, then `word.value`. */

import { NotebookError } from "./notebook-error.js";
import { type Valued, valued } from "./valued.js";

export interface DropdownOptions<T> {
  /** The first choice; that of the list if not given. */
  readonly value?: T;
}

export interface Dropdown<T> extends Valued<T> {
  readonly options: readonly T[];
}

/** Labels and values, of a list of values or of an object label → value. */
const entriesOf = <T>(options: readonly T[] | Readonly<Record<string, T>>): (readonly [string, T])[] =>
  Array.isArray(options) ? options.map((value: T) => [String(value), value]) : Object.entries(options);

/**
 * A menu of a list of values, or of an object from labels to values of any kind.
 * @throws NotebookError when there is no alternative, or a value is set that is none of them.
 */
export const dropdown = <const T>(
  label: string,
  options: readonly T[] | Readonly<Record<string, T>>,
  { value }: DropdownOptions<NoInfer<T>> = {},
): Dropdown<T> => {
  const entries = entriesOf<T>(options);
  const labels = entries.map(([name]) => name);
  const values = entries.map(([, item]) => item);
  if (values.length === 0) {
    throw new NotebookError(
      `dropdown("${label}") got no alternatives. Expected a list or an object. Write dropdown("${label}", ["BAOAB", "ABOBA"]).`,
    );
  }
  const indexOf = (wanted: T): number => {
    const index = values.indexOf(wanted);
    if (index >= 0) return index;
    throw new NotebookError(
      `dropdown("${label}") cannot take the value ${String(wanted)}. Expected one of ${labels.join(", ")}. Choose one of these.`,
    );
  };
  const control = valued<T>(
    {
      name: "Dropdown",
      style: "Description",
      label,
      state: { _options_labels: labels, description_allow_html: false },
      key: "index",
      read: (raw) => (Number.isInteger(raw) ? values[raw as number] : undefined),
      write: indexOf,
      text: (chosen) => `${label} = ${labels[indexOf(chosen)]} (${labels.join(", ")})`,
    },
    value === undefined ? values[0]! : value,
  );
  return Object.defineProperty(control, "options", { value: values }) as Dropdown<T>;
};
