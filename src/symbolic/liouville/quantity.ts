import { type Displayable, display } from "../../display.js";
import { inspected } from "../../estimate/estimate.js";
import { tex, text } from "../notation/index.js";
import { signsOf } from "../notation/signs.js";
import type { Term } from "../terms/term.js";

/** A quantity that shows itself. */
export interface Quantity extends Displayable {
  readonly term: Term;
  readonly text: string;
  readonly tex: string;
  toString(): string;
}

/** A quantity with what it is shown as. */
export const shown = (term: Term, plain: string, latex: string): Quantity => {
  const show = () => plain;
  return {
    term,
    text: plain,
    tex: latex,
    toString: show,
    ...{ [inspected]: show },
    [display]: () => ({ "text/latex": `$$${latex}$$`, "text/plain": plain }),
  };
};

/** A quantity with its definition, if it has one. */
export const quantity = (term: Term, definition?: Term): Quantity => {
  const sides = definition ? [term, definition] : [term];
  return shown(term, sides.map(text).join(" = "), sides.map((side) => tex(side, signsOf(sides))).join(" = "));
};
