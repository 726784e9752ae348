import { labelOf } from "../notation/names.js";
import { substitute } from "../scalars/substitute.js";
import { number, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";

/** Whether a name, or a bound one, occurs in a term. */
export const mentions = (of: Term, label: string): boolean =>
  (of.head === "symbol" ? labelOf(of) === label : of.name === label) || of.parts.some((part) => mentions(part, label));

/** The symbol of a label: s_1 with its subscript. */
export const named = (label: string): Term => {
  const [, stem = label, digits] = /^(.*)_(\d+)$/u.exec(label) ?? [];
  return symbol(stem, 0, { subscript: digits === undefined ? undefined : number(digits) });
};

/** s, s₁, s₂ …: the first that does not occur in any of the terms. */
export const fresh = (...of: readonly Term[]): Term => {
  for (let k = 0; ; k++) {
    const label = k === 0 ? "s" : `s_${k}`;
    if (!of.some((each) => mentions(each, label))) return named(label);
  }
};

/** A term with a name set to a value. */
export const valueAt = (of: Term, label: string, value: Term): Term => substitute(of, named(label), value);
