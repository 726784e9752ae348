import { type Displayable, display } from "../../display.js";
import { inspected } from "../../estimate/estimate.js";
import { signsOf } from "../notation/signs.js";
import { tex } from "../notation/tex.js";
import { text } from "../notation/text.js";
import type { Term } from "../terms/term.js";
import { flat } from "./flat.js";

/** An equation that shows itself. */
export interface Formula extends Displayable {
  readonly left: Term;
  readonly right: Term;
  /** In the notation. */
  readonly text: string;
  /** In LaTeX. */
  readonly tex: string;
  toString(): string;
}

/** left = right, with its LaTeX. */
export const formula = (left: Term, right: Term): Formula => {
  const sides = [flat(left), flat(right)] as const;
  const signs = signsOf(sides);
  const plain = sides.map(text).join(" = ");
  const latex = sides.map((side) => tex(side, signs)).join(" = ");
  const show = () => plain;
  return {
    left: sides[0],
    right: sides[1],
    text: plain,
    tex: latex,
    toString: show,
    ...{ [inspected]: show },
    [display]: () => ({ "text/latex": `$$${latex}$$`, "text/plain": plain }),
  };
};
