import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";

/** A term with every part that has an entry replaced by it, from the outside in. */
export const replaced = (of: Term, entry: (part: Term) => Term | undefined): Term => {
  const found = entry(of);
  if (found) return found;
  if (of.parts.length === 0) return of;
  const parts = of.parts.map((part) => replaced(part, entry));
  return parts.every((part, i) => part === of.parts[i]) ? of : rebuild(of, parts);
};

/** A term with a name replaced by a term. */
export const substitute = (of: Term, name: Term, by: Term): Term =>
  replaced(of, ({ key }) => (key === name.key ? by : undefined));
