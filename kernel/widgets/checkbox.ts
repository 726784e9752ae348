/** A box to tick: `const noisy = checkbox("noise")`, then `noisy.value`. */

import { NotebookError } from "./notebook-error.js";
import { type Valued, valued } from "./valued.js";

/**
 * A box that is ticked or not.
 * @throws NotebookError when its value is set to something else than true or false.
 */
export const checkbox = (label: string, { value = false }: { readonly value?: boolean } = {}): Valued<boolean> =>
  valued<boolean>(
    {
      name: "Checkbox",
      style: "Checkbox",
      label,
      state: { description_allow_html: false, indent: true },
      key: "value",
      read: (raw) => (typeof raw === "boolean" ? raw : undefined),
      write(ticked) {
        if (typeof ticked === "boolean") return ticked;
        throw new NotebookError(
          `checkbox("${label}") cannot take the value ${String(ticked)}. Expected true or false. Compare, as in x > 0, to get one.`,
        );
      },
      text: (ticked) => `${label} = ${ticked ? "☑" : "☐"}`,
    },
    value,
  );
