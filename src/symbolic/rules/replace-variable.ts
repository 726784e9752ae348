import type { Declarations } from "../terms/declarations.js";
import type { Sum } from "./index-form.js";
import { rewritten } from "./rule.js";

/** A sum with a sum in the place of the variable of an integral. */
export const replaceVariable = (of: Sum, label: string, by: Sum, declarations: Declarations): Sum =>
  rewritten(of, ({ name, labels }) => (name === "•" && labels[0] === label ? by : undefined), declarations);
