/** Showing values from the middle of a cell, and changing what was shown. */

import { randomUUID } from "node:crypto";
import { bundleOfAsync, type MimeBundle } from "../display/bundle.js";
import { host } from "../runtime/host.js";
import { quiet } from "./quiet.js";

export interface Shown {
  /** The display id, by which later cells can update the same place. */
  readonly id: string;
  /** Shows another value in the same place, in every front end and at once. */
  update(value: unknown): void;
}

const put = (type: "display_data" | "update_display_data", id: string, value: unknown): void => {
  const publish = ({ data, metadata }: MimeBundle): void =>
    host().publish(type, { data, metadata, transient: { display_id: id } });
  const bundle = bundleOfAsync(value) ?? { data: { "text/plain": "undefined" }, metadata: {} };
  if (bundle instanceof Promise) void bundle.then(publish);
  else publish(bundle);
};

/**
 * Shows a value under the cell, as its last expression would be shown.
 * @throws Error outside a notebook kernel.
 */
export const display = (value: unknown, { id = randomUUID() }: { readonly id?: string } = {}): Shown => {
  put("display_data", id, value);
  return quiet({ id, update: (next: unknown) => put("update_display_data", id, next) });
};

/** Shows another value wherever something was shown under the display id. */
export const updateDisplay = (id: string, value: unknown): void => put("update_display_data", id, value);

/** Removes the cell's outputs; with `wait`, when the next output comes, which avoids flicker. */
export const clear = ({ wait = false }: { readonly wait?: boolean } = {}): void =>
  host().publish("clear_output", { wait });
