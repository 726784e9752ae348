/** A field for a line of text: `const V = text("V(x)", { value: "h*(x^2 - 1)^2" })`, then `V.value`. */

import { NotebookError } from "./notebook-error.js";
import { type Valued, valued } from "./valued.js";

/**
 * A field to type in; its value changes when the line is finished with Enter or left.
 * @throws NotebookError when its value is set to something else than a string.
 */
export const text = (label: string, { value = "" }: { readonly value?: string } = {}): Valued<string> =>
  valued<string>(
    {
      name: "Text",
      style: "Text",
      label,
      state: { continuous_update: false, description_allow_html: false, placeholder: "\u200b" },
      key: "value",
      read: (raw) => (typeof raw === "string" ? raw : undefined),
      write(line) {
        if (typeof line === "string") return line;
        throw new NotebookError(
          `text("${label}") cannot take the value ${String(line)}. Expected a string. Write String(value) or a template.`,
        );
      },
      text: (line) => `${label} = ${JSON.stringify(line)}`,
    },
    value,
  );
